package dev.premotion.read.vsphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.inventory.VsanPolicy;
import dev.premotion.read.NativeReader;
import dev.premotion.read.NativeWriter;
import dev.premotion.read.Snapshots;
import java.io.BufferedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live vCenter, as govmomi simulates it, beside a dump of the same one. */
class SimulatorTest {

    private static final Path GLOUTON = Path.of("../shared/data/object-save/glouton/inputs/vsphere/testdata");

    private static final String VSAN_DEFAULT = "vSAN Default Storage Policy";

    @TempDir
    static Path folder;

    private static Path dump;

    @BeforeAll
    static void dump() throws Exception {
        dump = folder.resolve("estate");
        Simulator.start("-save", dump.toString(), "-vms", "4").close();
    }

    @Test
    void aDumpALiveCaptureAndNativeJsonGiveTheSameFacts() throws Exception {
        var dumped = Snapshots.read(List.of(dump), null);
        try (var simulator = Simulator.start("-load", dump.toString())) {
            var live = simulator.read();
            var file = folder.resolve("live.json");
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                NativeWriter.write(live.inventory(), out);
            }

            assertThat(differences(facts(live.inventory()), facts(dumped.inventory())))
                    .isEmpty();
            assertThat(NativeReader.read(file, "live.json").inventory()).isEqualTo(live.inventory());
        }
        assertThat(facts(dumped.inventory())).hasSizeGreaterThan(900);
    }

    @Test
    void whatMigrationsDependOnIsRead() {
        var vCenter = Snapshots.read(List.of(dump), null).inventory().vCenters().get(0);

        assertThat(vCenter.vms()).isNotNull();
        assertThat(vCenter.vms().complete()).isTrue();
        assertThat(vCenter.vms().stream().filter(vm -> Boolean.TRUE.equals(vm.encrypted())))
                .isNotEmpty()
                .allMatch(vm -> "kms-a".equals(vm.keyProvider()) && "required".equals(vm.migrateEncryption()));
        assertThat(vCenter.vms().stream().filter(vm -> Boolean.TRUE.equals(vm.srmPlaceholder())))
                .isNotEmpty()
                .allMatch(vm -> vm.cpuAffinity().items().equals(List.of(0, 2)));
        assertThat(vCenter.vms().stream().filter(vm -> Boolean.TRUE.equals(vm.questionPending())))
                .isNotEmpty()
                .allMatch(vm -> vm.disabledMethods().items().contains("RelocateVM_Task"));
        assertThat(vCenter.clusters().items().get(0).evcMode()).isEqualTo("intel-broadwell");
        assertThat(vCenter.hosts()
                        .items()
                        .get(0)
                        .vmkernelAdapters()
                        .items()
                        .get(0)
                        .services()
                        .items())
                .containsExactly("management");
    }

    @Test
    void whatOnlyServicesBesideTheApiTellIsReadLive() throws Exception {
        try (var simulator = Simulator.start("-load", dump.toString())) {
            var vCenter = simulator.read().inventory().vCenters().get(0);

            assertThat(vCenter.storagePolicies())
                    .isEqualTo(Listing.of(
                            "Host-local PMem Default Storage Policy",
                            "VM Encryption Policy",
                            "VVol No Requirements Policy",
                            VSAN_DEFAULT));
            assertThat(vCenter.vsanPolicies()).isEqualTo(Listing.of(new VsanPolicy(VSAN_DEFAULT, 2.0)));
            assertThat(vCenter.vms().stream().map(SimulatorTest::policies))
                    .containsOnly(
                            List.of(VSAN_DEFAULT, true, VSAN_DEFAULT, true), Arrays.asList(null, false, null, false));
            assertThat(vCenter.vms().stream().map(Vm::tags)).containsOnly(Listing.of("tier-1"));
            assertThat(vCenter.ssoDomain()).isEqualTo("vsphere.local");
            assertThat(vCenter.linkedVCenters()).isEqualTo(Listing.of());
        }
    }

    private static List<Object> policies(Vm vm) {
        var disk = vm.disks().items().get(0);
        return Arrays.asList(
                vm.homeStoragePolicy(),
                vm.homeStoragePolicyAssigned(),
                disk.storagePolicy(),
                disk.storagePolicyAssigned());
    }

    @Test
    void aTrimmedRealDumpSaysTheSameLive() throws Exception {
        assumeThat(GLOUTON).as("../shared/data is not there").exists();
        var dumped = facts(
                Snapshots.read(List.of(GLOUTON.resolve("vcenter_1")), null).inventory());
        try (var simulator =
                Simulator.start("-load", GLOUTON.resolve("vcenter_1").toString())) {
            var live = facts(simulator.read().inventory());

            // The simulator says 0 and false where the dump says nothing, so it knows more; never otherwise.
            live.keySet().retainAll(dumped.keySet());
            assertThat(differences(live, dumped)).isEmpty();
        }
    }

    @Test
    void theClocksAreComparedAndNoSecretIsWritten() throws Exception {
        try (var simulator = Simulator.start("-load", dump.toString())) {
            var reading = simulator.read();
            var clock = reading.inventory().vCenters().get(0).clock();
            var out = new java.io.ByteArrayOutputStream();
            NativeWriter.write(reading.inventory(), out);

            assertThat(clock).isNotNull();
            assertThat(Math.abs(clock.offsetMillis())).isLessThan(5_000);
            assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain(Simulator.PASSWORD)
                    .doesNotContain("s3cret")
                    .doesNotContain("00000-00000");
        }
    }

    @Test
    void aWrongPasswordIsSaidWithoutShowingIt() throws Exception {
        try (var simulator = Simulator.start("-load", dump.toString())) {
            var access = simulator.access("hunter2", Trust.thumbprint(simulator.thumbprint));

            assertThatThrownBy(() -> LiveReader.read(access, step -> {}))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("user name or password is wrong")
                    .hasMessageContaining("\nMaybe ")
                    .hasMessageNotContaining("hunter2");
            assertThat(access.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefusedAndItsThumbprintTold() throws Exception {
        try (var simulator = Simulator.start("-load", dump.toString())) {
            var shown = simulator.thumbprint.toUpperCase(java.util.Locale.ROOT).replaceAll("(..)(?!$)", "$1:");

            assertThatThrownBy(() -> LiveReader.read(simulator.access(Simulator.PASSWORD, Trust.system()), step -> {}))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("its certificate is not trusted")
                    .hasMessageContaining("--thumbprint " + shown);
            assertThatThrownBy(() -> LiveReader.read(
                            simulator.access(Simulator.PASSWORD, Trust.thumbprint("ab".repeat(32))), step -> {}))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("its thumbprint is another one");
            assertThat(LiveReader.read(simulator.access(Simulator.PASSWORD, Trust.thumbprint(shown)), step -> {})
                            .quality())
                    .extracting(QualityNote::message)
                    .noneMatch(message -> message.contains("session"));
        }
    }

    private static List<String> differences(Map<String, Object> one, Map<String, Object> other) {
        var paths = new TreeSet<>(one.keySet());
        paths.addAll(other.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(one.get(path), other.get(path)))
                .map(path -> path + ": " + one.get(path) + ", " + other.get(path))
                .toList();
    }

    /** Every fact by its thing and property. */
    private static Map<String, Object> facts(Inventory inventory) {
        var facts = new TreeMap<String, Object>();
        inventory.vCenters().forEach(vCenter -> facts("", vCenter, facts));
        // The simulator's datastore is a folder of this machine, whose space it reads anew.
        facts.keySet()
                .removeIf(path ->
                        path.matches(".*(capturedAt|clock|clock\\..*|freeSpaceBytes|spaceReadAt|maxFileSizeBytes)"));
        // What services beside the API tell is in no dump.
        facts.keySet()
                .removeIf(
                        path -> path.matches(
                                ".*(tags|[sS]toragePolic(y|ies|yAssigned)|vsanPolicies|ssoDomain|linkedVCenters)[./0-9a-zA-Z]*"));
        return facts;
    }

    private static void facts(String path, Object value, Map<String, Object> into) {
        if (value instanceof Listing<?> list) {
            into.put(path + ".complete", list.complete());
            int at = 0;
            for (var item : list) {
                var ref = item instanceof Record record ? Draft.value(record, "ref") : null;
                facts(path + "/" + (ref instanceof Ref named ? named.id() : String.valueOf(at)), item, into);
                at++;
            }
        } else if (value instanceof Record record && !(value instanceof Ref)) {
            for (var property : Draft.properties(record.getClass())) {
                var inner = Draft.value(record, property.getName());
                if (inner != null) {
                    facts(path + "." + property.getName(), inner, into);
                }
            }
        } else if (!(value instanceof Map)) {
            into.put(path, value);
        }
    }
}
