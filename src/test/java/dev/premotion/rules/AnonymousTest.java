package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Assessment;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.PlanDocument.Permits;
import dev.premotion.plan.PlanFile;
import dev.premotion.plan.Resolver;
import dev.premotion.plan.Survey;
import dev.premotion.read.Anonymous;
import dev.premotion.read.NativeReader;
import dev.premotion.read.NativeWriter;
import dev.premotion.read.Snapshots;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An estate under other names is judged as before, and its names are gone. */
class AnonymousTest {

    private static final Path ESTATE = Path.of("inventories/hol-2530");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    private final Preflight preflight = Preflight.builtIn();
    private final Reading original = Snapshots.read(List.of(ESTATE), null);

    @Test
    void everyMoveOfEveryVmToEveryHostIsJudgedAsBefore() throws IOException {
        var anonymous = again(Anonymous.of(original)).inventory();
        var said = new ArrayList<String>();
        for (int to = 0; to < original.inventory().vCenters().size(); to++) {
            for (int host = 0;
                    host < hosts(original.inventory().vCenters().get(to)).size();
                    host++) {
                var before = verdicts(check(original.inventory(), to, host));

                assertThat(verdicts(check(anonymous, to, host))).isEqualTo(before);
                said.addAll(before);
            }
        }
        assertThat(said).hasSizeGreaterThan(100).anyMatch(each -> each.startsWith("blocked [CPU-"));
        assertThat(said).anyMatch(each -> each.startsWith("approved"));
    }

    @Test
    void theSurveyIsAsBefore() throws IOException {
        var anonymous = again(Anonymous.of(original));
        var before = preflight.check(Survey.of(original.inventory(), Permits.NONE), original.inventory(), TODAY);
        var after = preflight.check(Survey.of(anonymous.inventory(), Permits.NONE), anonymous.inventory(), TODAY);

        assertThat(String.join("\n", verdicts(after))).isEqualTo(String.join("\n", verdicts(before)));
    }

    @Test
    void noNameAddressOrKeyIsLeft() throws IOException {
        var out = new ByteArrayOutputStream();
        NativeWriter.write(Anonymous.of(original).inventory(), out);
        var text = out.toString(StandardCharsets.UTF_8);

        assertThat(text).doesNotContain("VM Storage Default").contains("\"homeStoragePolicy\": \"policy-");
        for (var vCenter : original.inventory().vCenters()) {
            assertThat(text).doesNotContain(vCenter.ref().id()).doesNotContain("\"" + vCenter.name() + "\"");
            hosts(vCenter).forEach(host -> assertThat(text).doesNotContain(host));
            Objects.requireNonNull(vCenter.vms())
                    .forEach(vm -> assertThat(text)
                            .doesNotContain("\"" + vm.name() + "\"")
                            .doesNotContain(String.valueOf(vm.instanceUuid())));
            Objects.requireNonNull(vCenter.hosts())
                    .forEach(host -> Objects.requireNonNull(host.vmkernelAdapters())
                            .forEach(adapter -> assertThat(text).doesNotContain("\"" + adapter.ipAddress() + "\"")));
        }
        assertThat(text).doesNotContain("site-a.example").doesNotContain("Accounting");
    }

    @Test
    void theSameEstateBecomesTheSameBytes() throws IOException {
        var one = new ByteArrayOutputStream();
        var two = new ByteArrayOutputStream();
        NativeWriter.write(Anonymous.of(original).inventory(), one);
        NativeWriter.write(Anonymous.of(Snapshots.read(List.of(ESTATE), null)).inventory(), two);

        assertThat(one.toByteArray()).isEqualTo(two.toByteArray());
    }

    private Reading again(Reading anonymous) throws IOException {
        var file = folder.resolve("anonymous.json");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            NativeWriter.write(anonymous.inventory(), out);
        }
        var read = NativeReader.read(file, "anonymous.json");
        assertThat(read.quality()).isEmpty();
        assertThat(read.inventory()).isEqualTo(anonymous.inventory());
        return read;
    }

    private Assessment check(Inventory inventory, int to, int host) throws IOException {
        var file = Files.writeString(folder.resolve("plan.yaml"), plan(inventory, to, host));
        var plan = Resolver.resolve(PlanFile.read(file, "plan.yaml"), inventory);
        return preflight.check(plan, inventory, TODAY);
    }

    /** Every VM to one host, all named as this inventory names them. */
    private static String plan(Inventory inventory, int to, int host) {
        var plan = new StringBuilder("format: premotion/plan/1\nname: all\nmigrations:\n");
        var there = inventory.vCenters().get(to);
        for (var from : inventory.vCenters()) {
            for (var vm : Objects.requireNonNull(from.vms())) {
                plan.append(("  - vm: { vcenter: \"%s\", id: \"%s\" }\n"
                                + "    to: { vcenter: \"%s\", host: \"%s\", datastore: \"%s\" }\n")
                        .formatted(
                                from.name(),
                                vm.ref().id(),
                                there.name(),
                                hosts(there).get(host),
                                Objects.requireNonNull(there.datastores())
                                        .items()
                                        .get(0)
                                        .name()));
            }
        }
        return plan.toString();
    }

    private static List<String> hosts(VCenter vCenter) {
        return Objects.requireNonNull(vCenter.hosts()).stream()
                .map(host -> String.valueOf(host.name()))
                .toList();
    }

    private static List<String> verdicts(Assessment assessment) {
        var verdicts = new ArrayList<String>();
        for (var judged : assessment.migrations()) {
            var rules = judged.findings().stream()
                    .map(finding -> finding.card().id() + " " + finding.answer().truth())
                    .sorted()
                    .toList();
            var candidates = judged.candidates().stream()
                    .map(candidate -> candidate.verdict().toString())
                    .sorted()
                    .toList();
            verdicts.add(judged.verdict() + " " + rules + " " + candidates);
        }
        return verdicts;
    }
}
