package dev.premotion;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The house's plan: which package may import which, and who may see which library. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    static final String ROOT = "dev.premotion";

    private static final Path SOURCES = Path.of("src/main/java/dev/premotion");

    /** Each package of the house with those it may import. */
    private static final Map<String, List<String>> IMPORTS = imports();

    private static Map<String, List<String>> imports() {
        var imports = new LinkedHashMap<String, List<String>>();
        imports.put("answer", List.of());
        imports.put("inventory", List.of("answer"));
        imports.put("reference", List.of("answer"));
        // The lists of an inventory are answer's.
        imports.put("read", List.of("inventory", "answer"));
        imports.put("plan", List.of("inventory", "reference", "answer"));
        imports.put("assessment", List.of("plan", "inventory", "answer"));
        imports.put("rules", List.of("assessment", "plan", "inventory", "reference", "answer"));
        imports.put("simulation", List.of("assessment", "plan", "inventory", "reference", "answer"));
        imports.put(
                "placement", List.of("rules", "simulation", "assessment", "plan", "inventory", "reference", "answer"));
        imports.put("report", List.of("assessment", "simulation", "plan", "inventory", "answer"));
        imports.put(
                "cli",
                List.of(
                        "placement",
                        "report",
                        "simulation",
                        "rules",
                        "assessment",
                        "plan",
                        "read",
                        "reference",
                        "inventory",
                        "answer"));
        return imports;
    }

    @ArchTest
    static final ArchRule packagesImportOnlyWhatTheDesignAllows = layers();

    private static LayeredArchitecture layers() {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : IMPORTS.keySet()) {
            layers = layers.optionalLayer(name).definedBy(ROOT + "." + name + "..");
        }
        for (var entry : IMPORTS.entrySet()) {
            var layer = layers.whereLayer(entry.getKey());
            layers = entry.getValue().isEmpty()
                    ? layer.mayNotAccessAnyLayer()
                    : layer.mayOnlyAccessLayers(entry.getValue().toArray(String[]::new));
        }
        return layers;
    }

    @ArchTest
    static final ArchRule everyClassLivesInAPackageOfTheHouse = classes()
            .should()
            .resideInAnyPackage(IMPORTS.keySet().stream()
                    .map(name -> ROOT + "." + name + "..")
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule onlyRulesSeesDrools = onlySees("rules", "org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule onlyReportSeesPoi =
            onlySees("report", "org.apache.poi..", "org.apache.xmlbeans..", "org.openxmlformats..");

    @ArchTest
    static final ArchRule onlyReadSeesTheWorkbookReaderAndXml = onlySees(
            "read",
            "org.dhatim..",
            "javax.xml..",
            "org.xml.sax..",
            "org.w3c.dom..",
            "com.fasterxml.aalto..",
            "org.codehaus.stax2..");

    @ArchTest
    static final ArchRule onlyPlacementSeesTimefold = onlySees("placement", "ai.timefold..");

    @ArchTest
    static final ArchRule onlyCliSeesPicocli = onlySees("cli", "picocli..");

    @ArchTest
    static final ArchRule onlyCliPrints = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .orShould()
            .callMethodWhere(target(nameMatching("printStackTrace")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyCliEndsTheProgram = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".cli..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethodWhere(target(owner(type(Runtime.class))).and(target(nameMatching("exit|halt|addShutdownHook"))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyCliReadsTheClockAndNothingIsRandom = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".cli..")
            .should()
            .callMethodWhere(target(owner(resideInAnyPackage("java.time"))).and(target(nameMatching("now|system.*"))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callConstructor(java.util.Random.class)
            .orShould()
            .callConstructor(java.util.SplittableRandom.class)
            .orShould()
            .callConstructor(java.util.Date.class)
            .allowEmptyShould(true);

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses house) {
        assertThat(written(house).map(JavaClass::getPackage).distinct())
                .as("packages without @NullMarked in their package-info.java")
                .allMatch(aPackage -> aPackage.isAnnotatedWith(NullMarked.class));
    }

    /** A rule that sees no class passes for nothing, so: each source file must have been seen. */
    @ArchTest
    static void everySourceFileWasSeen(JavaClasses house) throws IOException {
        Map<String, Long> seen = new TreeMap<>(written(house)
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, counting())));
        assertThat(seen).isNotEmpty().isEqualTo(sourceFiles());
    }

    private static Map<String, Long> sourceFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Set<String> notClasses = Set.of("package-info.java", "module-info.java");
            return new TreeMap<>(files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !notClasses.contains(file.getFileName().toString()))
                    .collect(groupingBy(ArchitectureTest::packageOf, counting())));
        }
    }

    private static String packageOf(Path source) {
        return Path.of("src/main/java")
                .relativize(source.getParent())
                .toString()
                .replace('/', '.')
                .replace('\\', '.');
    }

    /** The classes that somebody wrote: without those that Drools generates from the rules. */
    private static Stream<JavaClass> written(JavaClasses house) {
        return house.stream()
                .filter(type -> !type.getName()
                        .matches("dev\\.premotion\\.rules\\.(P[0-9A-F]{2}\\..*"
                                + "|(Rules|DomainClassesMetadata)[0-9A-Fa-f]{32}.*)"));
    }

    private static ArchRule onlySees(String aPackage, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + aPackage + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries))
                .allowEmptyShould(true);
    }
}
