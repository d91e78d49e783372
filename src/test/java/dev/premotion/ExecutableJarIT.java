package dev.premotion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.rules.CompiledRules;
import dev.premotion.rules.RulesProbe;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.definition.rule.Rule;

class ExecutableJarIT {
    @TempDir
    Path elsewhere;

    @Test
    void startsFromAnyFolderAndPrintsNothingButTheVersion() throws Exception {
        Command version = run(List.of("-jar", Command.jar().toString(), "--version"));
        assertThat(version.out()).matches("premotion \\d+\\.\\d+\\.\\d+\\R");
        assertThat(version.err()).isEmpty();
        assertThat(version.exitCode()).isZero();
    }

    @Test
    void holdsEveryRuleReadyToFire() throws Exception {
        String testClasses = Path.of(RulesProbe.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        Command rules =
                run(List.of("-cp", Command.jar() + File.pathSeparator + testClasses, RulesProbe.class.getName()));
        var expected = new ArrayList<String>();
        expected.add(Command.jar().toString());
        CompiledRules.load().getKiePackages().stream()
                .flatMap(aPackage -> aPackage.getRules().stream())
                .map(Rule::getName)
                .sorted()
                .forEach(expected::add);
        assertThat(rules.out().lines()).hasSizeGreaterThan(1).containsExactlyElementsOf(expected);
        assertThat(rules.err()).isEmpty();
        assertThat(rules.exitCode()).isZero();
    }

    @Test
    void showsRulesOfOnesOwnBesideTheBuiltIn() throws Exception {
        var folder = Path.of("src/test/resources/own-rules").toAbsolutePath().toString();
        var show = List.of("-jar", Command.jar().toString(), "rules", "show", "SITE-PCI-STAYS", "--rules", folder);
        var list = List.of("-jar", Command.jar().toString(), "rules", "list", "--rules", folder);

        assertThat(run(show).out()).startsWith("SITE-PCI-STAYS: No VM tagged pci leaves the cluster CL-A1");
        assertThat(run(list).out()).contains("\nSITE-PCI-STAYS ").contains("\nCPU-EVC-CLUSTER ");
        assertThat(elsewhere.resolve("premotion/rules")).isDirectoryContaining("glob:**.jar");
    }

    private Command run(List<String> options) throws Exception {
        var command = new ArrayList<>(List.of(Command.java()));
        command.addAll(options);
        return Command.run(elsewhere, Map.of("XDG_CACHE_HOME", elsewhere.toString()), command);
    }
}
