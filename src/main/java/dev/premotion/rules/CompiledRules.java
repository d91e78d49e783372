package dev.premotion.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * The built-in rules as Maven compiled them.
 *
 * <p>The obvious ways to a KieBase (a class-path container, or compiling at start-up) take 2 to 8 times as long as
 * handing the generated model classes to Drools, and a preflight is started often. The file that lists those classes
 * and the builder are not part of Drools' public API; {@code CompiledRulesTest} notices when they change.
 */
public final class CompiledRules {
    private static final String MODELS = "META-INF/kie/dev.premotion/premotion/drools-model";
    private static final String HEADER = "Drools-Model-Version:";

    private CompiledRules() {}

    /**
     * Loads the built-in rules.
     *
     * @return a KieBase that may be shared by any number of sessions and threads
     * @throws IllegalStateException if the build left the model out of the class path
     */
    public static KieBase load() {
        return KieBaseBuilder.createKieBaseFromModel(
                modelClasses().stream().map(CompiledRules::instance).toList());
    }

    /**
     * Loads the built-in rules and others that were compiled to a file.
     *
     * @param own a jar of compiled rules
     * @throws IllegalStateException if the file is no such jar
     */
    static KieBase load(Path own) {
        try {
            // stays open as long as the rules may load a class
            var loader = new URLClassLoader(new URL[] {own.toUri().toURL()}, CompiledRules.class.getClassLoader());
            var models = new ArrayList<Model>(
                    modelClasses().stream().map(CompiledRules::instance).toList());
            listed(loader.findResource(OwnRules.models()).openStream())
                    .forEach(name -> models.add(instance(name, loader)));
            return KieBaseBuilder.createKieBaseFromModel(models);
        } catch (IOException | NullPointerException e) {
            throw new IllegalStateException(own + " holds no compiled rules.\nMaybe delete it: it is made anew", e);
        }
    }

    private static List<String> modelClasses() {
        try (InputStream in = CompiledRules.class.getClassLoader().getResourceAsStream(MODELS)) {
            if (in == null) {
                throw new IllegalStateException(
                        "No " + MODELS + " on the class path.\nMaybe the build left the rules out: mvn clean package");
            }
            return listed(in);
        } catch (IOException e) {
            throw new UncheckedIOException(MODELS, e);
        }
    }

    private static List<String> listed(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(HEADER))
                .toList();
    }

    private static Model instance(String className) {
        return instance(className, CompiledRules.class.getClassLoader());
    }

    private static Model instance(String className, ClassLoader loader) {
        try {
            return Class.forName(className, true, loader)
                    .asSubclass(Model.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The rule model " + className + " does not load.\nMaybe the build is half done: mvn clean package",
                    e);
        }
    }
}
