package dev.premotion.plan;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Hosts count as alike by a list of properties. One that such a subject or its rules look at and that the list lacks would
 * let the first host answer for others that are not like it.
 */
class LikeHostsTest {

    private static final Set<Class<?>> SUBJECTS = Set.of(HardwareArrival.class, SwapMove.class);

    /** What tells a host from others, and decides nothing. */
    private static final Set<String> IDENTITY = Set.of("ref", "name", "label");

    private static final JavaClasses PLAN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.premotion.plan", "dev.premotion.inventory");

    @Test
    void hostsAreAlikeOnlyInEverythingThatIsAskedOfThem() throws Exception {
        assertThat(compared()).containsAll(askedByJava()).containsAll(askedByRules());
    }

    /** The test would hold for a list of nothing if it found nothing asked. */
    @Test
    void itIsFoundWhatIsAsked() throws Exception {
        assertThat(askedByJava())
                .contains("capability", "guests", "deviceTypes", "localSwapDatastore", "mountsConfirmed");
        assertThat(askedByRules()).contains("maxVideoRamKiB", "sharedGraphics");
    }

    private static Set<String> compared() throws ClassNotFoundException {
        var compared = new TreeSet<String>();
        for (var component : Class.forName("dev.premotion.plan.LikeHosts$Offer").getRecordComponents()) {
            compared.add(component.getName());
        }
        return compared;
    }

    /** By the methods of the subjects and by all that they hand a host to. */
    private static Set<String> askedByJava() {
        var asked = new TreeSet<String>();
        var seen = new HashSet<String>();
        for (var subject : SUBJECTS) {
            PLAN.get(subject).getCodeUnits().forEach(method -> follow(method, asked, seen));
        }
        asked.removeAll(IDENTITY);
        return asked;
    }

    private static void follow(JavaCodeUnit method, Set<String> asked, Set<String> seen) {
        if (!seen.add(method.getFullName())) {
            return;
        }
        Stream.concat(
                        method.getMethodCallsFromSelf().stream().map(JavaAccess::getTarget),
                        method.getMethodReferencesFromSelf().stream().map(JavaAccess::getTarget))
                .forEach(called -> {
                    if (called.getOwner().isEquivalentTo(Host.class) && Draft.has(Host.class, called.getName())) {
                        asked.add(called.getName());
                    }
                    called.resolveMember()
                            .filter(LikeHostsTest::takesHost)
                            .ifPresent(next -> follow(next, asked, seen));
                });
    }

    private static boolean takesHost(JavaCodeUnit method) {
        return method.getOwner().getPackageName().equals("dev.premotion.plan")
                && method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Host.class));
    }

    /** By the conditions of the rules about the subjects, which name a host's property as {@code host.x}. */
    private static Set<String> askedByRules() throws IOException {
        var about = String.join("|", SUBJECTS.stream().map(Class::getSimpleName).toList());
        var rule = Pattern.compile("\\$s : (" + about + ")\\((.*?)\\nthen", Pattern.DOTALL);
        var property = Pattern.compile("[ (]host\\.(\\w+)");
        try (var files = Files.list(Path.of("rules"))) {
            var texts = new ArrayList<String>();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".drl")).toList()) {
                texts.add(Files.readString(file).replaceAll("\"[^\"]*\"", "\"\""));
            }
            return texts.stream()
                    .flatMap(text -> rule.matcher(text).results())
                    .flatMap(found -> property.matcher(found.group(2)).results())
                    .map(found -> found.group(1))
                    .collect(toCollection(TreeSet::new));
        }
    }
}
