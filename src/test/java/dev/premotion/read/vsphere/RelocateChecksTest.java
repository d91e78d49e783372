package dev.premotion.read.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenterCheck;
import dev.premotion.inventory.VCenterCheck.CheckFault;
import dev.premotion.inventory.VCenterCheck.DiskPlace;
import dev.premotion.inventory.VCenterCheck.NicPlace;
import dev.premotion.read.NativeReader;
import dev.premotion.read.NativeWriter;
import dev.premotion.read.vsphere.RelocateChecks.Connection;
import dev.premotion.read.vsphere.RelocateChecks.Elsewhere;
import dev.premotion.read.vsphere.RelocateChecks.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** vCenter's own check, whose answers are recorded: the simulator lacks the call. */
class RelocateChecksTest {

    private static final String TASK = "<returnval type=\"Task\">task-7</returnval>";
    private static final VCenterCheck ASKED = new VCenterCheck(
            "vm-1",
            null,
            "host-2",
            "resgroup-3",
            "group-v4",
            "datastore-5",
            Listing.of(new DiskPlace(2000, "datastore-5")),
            Listing.of(new NicPlace(4000, "dvportgroup-6")),
            null,
            null);

    @TempDir
    Path folder;

    private RecordedVCenter vCenter;

    @BeforeEach
    void start() throws IOException {
        vCenter = new RecordedVCenter();
        vCenter.on("CheckRelocate_Task", TASK);
    }

    @AfterEach
    void stop() {
        vCenter.close();
    }

    @Test
    void theTaskIsFollowedToItsEndAndItsFaultsKept() {
        vCenter.on("RetrievePropertiesEx", info("running", ""), info("queued", ""), info("success", result("""
                <error><fault xsi:type="CannotAccessNetwork"><network type="Network">n</network></fault>
                <localizedMessage>VM-A is not there.</localizedMessage></error>
                <warning><fault xsi:type="NoGuestHeartbeat"/><localizedMessage>No heartbeat.</localizedMessage></warning>""")));

        var check = checks(question(ASKED)).items().get(0);

        assertThat(check.asked()).isEqualTo(ASKED);
        assertThat(check.errors()).isEqualTo(Listing.of(new CheckFault("CannotAccessNetwork", "VM-A is not there.")));
        assertThat(check.warnings()).isEqualTo(Listing.of(new CheckFault("NoGuestHeartbeat", "No heartbeat.")));
        assertThat(vCenter.asked().get(vCenter.asked().size() - 1)).contains("<Logout ");
    }

    @Test
    void allThatThePlanSaysIsAskedInTheOrderOfTheSchema() {
        vCenter.on("RetrievePropertiesEx", info("success", result("")));

        checks(question(ASKED));

        assertThat(request())
                .contains("<vm type=\"VirtualMachine\">vm-1</vm><spec><folder type=\"Folder\">group-v4</folder>"
                        + "<datastore type=\"Datastore\">datastore-5</datastore>"
                        + "<pool type=\"ResourcePool\">resgroup-3</pool><host type=\"HostSystem\">host-2</host>"
                        + "<disk><diskId>2000</diskId><datastore type=\"Datastore\">datastore-5</datastore></disk>"
                        + "<deviceChange><operation>edit</operation><device xsi:type=\"VirtualVmxnet3\"><key>4000</key>"
                        + "<backing xsi:type=\"VirtualEthernetCardDistributedVirtualPortBackingInfo\"><port>"
                        + "<switchUuid>50 0a</switchUuid><portgroupKey>dvportgroup-6</portgroupKey></port></backing>"
                        + "</device></deviceChange></spec>");
    }

    @Test
    void aMigrationToAnotherVCenterNeedsALoginThere() {
        vCenter.on("RetrievePropertiesEx", info("success", result("")));
        var there = Draft.of(ASKED).set("destination", "other-uuid").build();

        var refused = asked(null, question(there));
        assertThat(refused.inventory().vCenters().get(0).vCenterChecks()).isEqualTo(Listing.partial(List.of()));
        assertThat(notes(refused)).anyMatch(note -> note.contains("to which it would have to log in"));

        var answered = asked(new Elsewhere("mover@b", "p&ss".toCharArray(), "AB:CD"), question(there));
        assertThat(answered.inventory().vCenters().get(0).vCenterChecks().items())
                .hasSize(1);
        assertThat(request())
                .contains("<spec><service><instanceUuid>other-uuid</instanceUuid><url>https://vcsa-b</url>"
                        + "<credential xsi:type=\"ServiceLocatorNamePassword\"><username>mover@b</username>"
                        + "<password>p&amp;ss</password></credential><sslThumbprint>AB:CD</sslThumbprint></service>");
    }

    @Test
    void aCheckThatFailsOrTakesTooLongLeavesItsAnswerUnknown() {
        vCenter.on("RetrievePropertiesEx", info("error", """
                <error><fault xsi:type="InvalidState"/><localizedMessage>Not now.</localizedMessage></error>"""));
        assertThat(notes(asked(null, question(ASKED))))
                .anyMatch(note -> note.startsWith("vCenter's own check gave no answer (InvalidState"));

        vCenter.on("RetrievePropertiesEx", info("running", ""));
        vCenter.on("CancelTask", "");
        var late = RelocateChecks.asked(
                vCenter.read(), vCenter.accessWithClock(), List.of(question(ASKED)), null, step -> {});
        assertThat(notes(late)).anyMatch(note -> note.contains("it took longer than 1 seconds"));
        assertThat(late.inventory().vCenters().get(0).vCenterChecks().complete())
                .isFalse();
        assertThat(vCenter.asked()).anyMatch(asked -> asked.contains("<CancelTask "));
    }

    @Test
    void anAnswerThatDoesNotSayWhatItIsIsNotWhole() {
        vCenter.on("RetrievePropertiesEx", info("success", ""));
        assertThat(checks(question(ASKED)).items().get(0).errors()).isEqualTo(Listing.partial(List.of()));

        vCenter.on(
                "RetrievePropertiesEx",
                info("success", result("<error><localizedMessage>?</localizedMessage></error>")));
        assertThat(checks(question(ASKED)).items().get(0).errors()).isEqualTo(Listing.partial(List.of()));
    }

    @Test
    void aSnapshotKeepsTheAnswersAndNoSecret() throws IOException {
        vCenter.on(
                "RetrievePropertiesEx", info("success", result("<error><fault xsi:type=\"NoPermission\"/></error>")));
        var reading = asked(new Elsewhere("mover", "hunter2".toCharArray(), null), question(ASKED));
        var file = folder.resolve("captured.json");
        try (var out = Files.newOutputStream(file)) {
            NativeWriter.write(reading.inventory(), out);
        }

        assertThat(Files.readString(file)).doesNotContain("hunter2").doesNotContain("secret");
        assertThat(NativeReader.read(file, "captured.json").inventory()).isEqualTo(reading.inventory());
    }

    private Listing<VCenterCheck> checks(Question... questions) {
        return asked(null, questions).inventory().vCenters().get(0).vCenterChecks();
    }

    private Reading asked(Elsewhere elsewhere, Question... questions) {
        var told = vCenter.answersOf("RetrievePropertiesEx");
        vCenter.on("RetrievePropertiesEx", "");
        var captured = vCenter.read();
        vCenter.on("RetrievePropertiesEx", told);
        return RelocateChecks.asked(captured, vCenter.access(), List.of(questions), elsewhere, step -> {});
    }

    private static Question question(VCenterCheck asked) {
        var network = new Draft<>(Network.class)
                .set("ref", new Ref(Kind.NETWORK, "u", "dvportgroup-6"))
                .set("name", "VM-B")
                .build();
        return new Question(
                asked, "web to esx-2", "vcsa-b", List.of(new Connection(4000, "vmxnet3", network, "50 0a")));
    }

    private String request() {
        return vCenter.asked().stream()
                .filter(body -> body.contains("<CheckRelocate_Task"))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private static List<String> notes(Reading reading) {
        return reading.quality().stream().map(QualityNote::message).toList();
    }

    private static String info(String state, String inside) {
        return "<returnval><objects><obj type=\"Task\">task-7</obj><propSet><name>info</name>"
                + "<val xsi:type=\"TaskInfo\"><state>" + state + "</state>" + inside
                + "</val></propSet></objects></returnval>";
    }

    private static String result(String faults) {
        return "<result xsi:type=\"ArrayOfCheckResult\"><CheckResult><vm type=\"VirtualMachine\">vm-1</vm>" + faults
                + "</CheckResult></result>";
    }
}
