package dev.premotion;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import net.jqwik.api.Property;

/** A test that fails on one machine only helps nobody: jqwik has no setting for all seeds, so each property names its own. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.OnlyIncludeTests.class)
class FixedSeedTest {
    @ArchTest
    static void everyPropertyNamesItsSeed(JavaClasses tests) {
        List<JavaMethod> properties = tests.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Property.class))
                .toList();
        assertThat(properties)
                .isNotEmpty()
                .allMatch(method ->
                        !method.getAnnotationOfType(Property.class).seed().equals(Property.SEED_NOT_SET));
    }
}
