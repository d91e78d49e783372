package dev.premotion.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Numbers the constants of compiled classes as PIT's mutants number theirs.
 *
 * <p>A JVM refuses to redefine a record whose components carry other annotations than before, and compares them by their
 * bytes, which hold numbers into the constant pool ({@code jvmtiRedefineClasses.cpp}). PIT writes each mutant with ASM, which
 * numbers constants in the order it meets them: the components before the code, so that a mutant of a class that ASM wrote
 * has the same numbers there. Without this, each mutant of a record with a {@code @Nullable} component is a RUN_ERROR, which
 * PIT's own percentage counts as killed.
 */
public final class Renumbering {

    private Renumbering() {}

    /** @param arguments the folder of the classes, which are written in place */
    public static void main(String[] arguments) throws IOException {
        try (var files = Files.walk(Path.of(arguments[0]))) {
            for (var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                var writer = new ClassWriter(0);
                new ClassReader(Files.readAllBytes(file)).accept(writer, ClassReader.EXPAND_FRAMES);
                Files.write(file, writer.toByteArray());
            }
        }
    }
}
