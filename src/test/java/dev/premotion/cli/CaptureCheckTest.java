package dev.premotion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.premotion.read.vsphere.RecordedVCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a vCenter that was asked for its own check to what the reports say of it. */
class CaptureCheckTest {

    private static final String ESTATE = objects(
                    "ClusterComputeResource",
                    "domain-c1",
                    text("name", "CL") + refs("host", "HostSystem", "host-1", "host-2"))
            + host("host-1", "esx-1", "connected")
            + host("host-2", "esx-2", "disconnected")
            + objects(
                    "ResourcePool",
                    "resgroup-1",
                    text("name", "Resources") + refs("owner", "ClusterComputeResource", "domain-c1"));
    private static final String VM = objects(
            "VirtualMachine",
            "vm-1",
            text("name", "web") + text("runtime.powerState", "poweredOn") + text("config.template", "false")
                    + refs("runtime.host", "HostSystem", "host-1")
                    + refs("resourcePool", "ResourcePool", "resgroup-1")
                    + "<propSet><name>config.hardware</name><val xsi:type=\"VirtualHardware\"><device"
                    + " xsi:type=\"VirtualPCIController\"><key>100</key></device></val></propSet>");

    @TempDir
    Path folder;

    private RecordedVCenter vCenter;
    private Path plan;
    private Path password;

    @BeforeEach
    void start() throws IOException {
        vCenter = new RecordedVCenter();
        vCenter.on("CheckRelocate_Task", "<returnval type=\"Task\">task-7</returnval>");
        plan = Files.writeString(
                folder.resolve("plan.yaml"),
                "format: premotion/plan/1\nname: small\nmigrations: [ { vm: web, to: { host: esx-2 } } ]\n");
        password = Files.writeString(folder.resolve("password"), "hunter2\n");
    }

    @AfterEach
    void stop() {
        vCenter.close();
    }

    @Test
    void anErrorThatNobodyForesawBlocksAndOneThatWasForeseenAgrees() throws IOException {
        var result = checked("""
                <error><fault xsi:type="InvalidHostConnectionState"/><localizedMessage>It is off.</localizedMessage></error>
                <error><fault xsi:type="CannotAccessNetwork"/><localizedMessage>VM-A is not there.</localizedMessage></error>""");

        assertThat(result.at("/vCenterChecks"))
                .extracting(said -> said.path("fault").asText() + " " + said.path("rules") + " "
                        + said.path("agrees").asBoolean())
                .containsExactly(
                        "InvalidHostConnectionState [\"HOST-CONNECTED\"] true", "CannotAccessNetwork [] false");
        assertThat(finding(result, "VC-CHECK-ERROR").path("message").asText())
                .contains("vCenter's own check refuses web to esx-2 with CannotAccessNetwork")
                .contains("VM-A is not there.");
        assertThat(result.at("/migrations/0/verdict").asText()).isEqualTo("blocked");
    }

    @Test
    void whatVCenterAllowsAndWeBlockIsTold() throws IOException {
        var result = checked("");

        assertThat(finding(result, "VC-CHECK-SILENT").path("message").asText())
                .contains("says nothing of what HOST-CONNECTED found");
        assertThat(finding(result, "VC-CHECK-SILENT").path("severity").asText()).isEqualTo("info");
        assertThat(result.at("/migrations/0/verdict").asText()).isEqualTo("blocked");
    }

    @Test
    void aMistakeInThePlanIsToldBeforeAnybodyLogsIn() throws IOException {
        Files.writeString(plan, "format: premotion/plan/2\n");

        var run = Cli.run(capture());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("plan.yaml").contains("\nMaybe ");
        assertThat(vCenter.asked()).isEmpty();
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsToldBeforeAnybodyLogsIn() throws IOException {
        var arguments = capture();
        var last = arguments.length - 1;

        arguments[last] = folder.toString();
        assertThat(Cli.run(arguments).err())
                .contains("this is a folder, expected a file\nMaybe " + folder.resolve("vcenter.json") + " was meant");
        arguments[last] = plan.resolve("below/captured.json").toString();
        assertThat(Cli.run(arguments).err()).contains("plan.yaml is no folder").contains("\nMaybe ");
        assertThat(vCenter.asked()).isEmpty();
    }

    /** The same from a file of a moment ago: capture, then run. */
    private JsonNode checked(String faults) throws IOException {
        vCenter.on(
                "RetrievePropertiesEx",
                "",
                "<returnval>" + ESTATE + "</returnval>",
                "<returnval>" + VM + "</returnval>",
                "<returnval><objects><obj type=\"Task\">task-7</obj><propSet><name>info</name><val"
                        + " xsi:type=\"TaskInfo\"><state>success</state><result xsi:type=\"ArrayOfCheckResult\">"
                        + "<CheckResult>" + faults + "</CheckResult></result></val></propSet></objects></returnval>");

        var captured = Cli.run(capture());
        assertThat(captured.exitCode()).as(captured.err()).isZero();
        assertThat(Files.readString(folder.resolve("captured.json")))
                .contains("vCenterChecks")
                .doesNotContain("hunter2");

        var ran = Cli.run(
                "run",
                folder.resolve("captured.json").toString(),
                "--plan",
                plan.toString(),
                "--fail-on",
                "never",
                "--report-dir",
                folder.resolve("reports").toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("vCenter's own check");
        assertThat(Files.readString(folder.resolve("reports/index.html"))).contains("id=\"vcenter\"");
        return new ObjectMapper().readTree(folder.resolve("reports/result.json").toFile());
    }

    private String[] capture() {
        return new String[] {
            "capture",
            vCenter.address().toString(),
            "--user",
            "reader",
            "--password-file",
            password.toString(),
            "--check",
            plan.toString(),
            "-o",
            folder.resolve("captured.json").toString()
        };
    }

    private static JsonNode finding(JsonNode result, String rule) {
        for (var finding : result.path("findings")) {
            if (finding.path("rule").asText().equals(rule)) {
                return finding;
            }
        }
        throw new AssertionError("no " + rule + " in " + result.path("findings").findValuesAsText("rule"));
    }

    private static String host(String id, String name, String state) {
        return objects(
                "HostSystem",
                id,
                text("name", name)
                        + text("runtime.connectionState", state)
                        + refs("parent", "ClusterComputeResource", "domain-c1"));
    }

    private static String objects(String type, String id, String properties) {
        return "<objects><obj type=\"" + type + "\">" + id + "</obj>" + properties + "</objects>";
    }

    private static String text(String path, String value) {
        return "<propSet><name>" + path + "</name><val xsi:type=\"xsd:string\">" + value + "</val></propSet>";
    }

    private static String refs(String path, String type, String... ids) {
        if (ids.length == 1) {
            return "<propSet><name>" + path + "</name><val type=\"" + type + "\" xsi:type=\"ManagedObjectReference\">"
                    + ids[0] + "</val></propSet>";
        }
        var items = new StringBuilder();
        for (var id : ids) {
            items.append("<ManagedObjectReference type=\"" + type + "\" xsi:type=\"ManagedObjectReference\">" + id
                    + "</ManagedObjectReference>");
        }
        return "<propSet><name>" + path + "</name><val xsi:type=\"ArrayOfManagedObjectReference\">" + items
                + "</val></propSet>";
    }
}
