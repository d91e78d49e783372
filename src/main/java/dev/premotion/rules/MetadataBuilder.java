package dev.premotion.rules;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.drools.model.DomainClassMetadata;
import org.drools.modelcompiler.util.ClassUtil;

/**
 * Writes the class in which Drools numbers the properties of the subjects once more, in the order of their names. Drools
 * itself takes the order in which the JVM happens to list a class's methods, so that two builds of one source would differ
 * in these numbers and in nothing else. Rules look properties up by name; no number is kept anywhere else.
 */
public final class MetadataBuilder {

    private static final String PREFIX = "DomainClassesMetadata";
    private static final String PACKAGE = MetadataBuilder.class.getPackageName();

    private static final String MEMBER = """
            public static final org.drools.model.DomainClassMetadata FIELD = new NAME();
            private static class NAME implements org.drools.model.DomainClassMetadata {
                @Override public Class<?> getDomainClass() { return SUBJECT.class; }
                @Override public int getPropertiesSize() { return SIZE; }
                @Override public int getPropertyIndex(String name) {
                    return switch (name) {
                        CASES
                        default -> throw new IllegalArgumentException(name + " is no property of SUBJECT");
                    };
                }
            }
            """;

    private MetadataBuilder() {}

    /**
     * Called by the build, after the rules are compiled.
     *
     * @param args the folder of compiled classes
     * @throws IOException if the folder cannot be read
     * @throws ReflectiveOperationException if Drools' class is not as expected
     * @throws IllegalStateException if there is no such class, or what stands for it does not compile
     */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        var classes = Path.of(args[0]);
        var names = generated(classes);
        if (names.isEmpty()) {
            throw new IllegalStateException("There is no " + PREFIX + "*.class in " + classes
                    + ".\nMaybe the rules were not compiled, or Drools names the class differently now.");
        }
        for (var name : names) {
            rewrite(name, classes);
        }
    }

    private static void rewrite(String name, Path classes) throws ReflectiveOperationException {
        try {
            compile(name, source(name), classes);
        } catch (NoClassDefFoundError e) {
            // What an earlier build left behind numbers a subject that is gone; nothing loads it any more.
        }
    }

    private static List<String> generated(Path classes) throws IOException {
        try (var files = Files.list(classes.resolve(PACKAGE.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(PREFIX) && file.endsWith(".class") && !file.contains("$"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
    }

    private static String source(String name) throws ReflectiveOperationException {
        var members = new TreeMap<String, String>();
        for (var field : Class.forName(PACKAGE + "." + name).getFields()) {
            var metadata = (DomainClassMetadata) field.get(null);
            members.put(field.getName(), member(field.getName(), metadata.getDomainClass()));
        }
        return "package " + PACKAGE + "; public class " + name + " {" + String.join("", members.values()) + "}";
    }

    private static String member(String field, Class<?> subject) {
        var properties =
                List.copyOf(new TreeSet<>(ClassUtil.getAccessiblePropertiesIncludingNonGetterValueMethod(subject)));
        var cases = IntStream.range(0, properties.size())
                .mapToObj(i -> "case \"" + properties.get(i) + "\" -> " + i + ";")
                .collect(joining());
        return MEMBER.replace("FIELD", field)
                .replace("NAME", field.replace("_INSTANCE", ""))
                .replace("SUBJECT", subject.getCanonicalName())
                .replace("SIZE", String.valueOf(properties.size()))
                .replace("CASES", cases);
    }

    private static void compile(String name, String text, Path classes) {
        var drools =
                DomainClassMetadata.class.getProtectionDomain().getCodeSource().getLocation();
        var path = classes + File.pathSeparator + Path.of(URI.create(drools.toString()));
        var options = List.of("-proc:none", "-nowarn", "--release", "17", "-cp", path, "-d", classes.toString());
        var source = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        if (!ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, options, null, List.of(source))
                .call()) {
            throw new IllegalStateException("The numbers of the subjects' properties do not compile: " + name);
        }
    }
}
