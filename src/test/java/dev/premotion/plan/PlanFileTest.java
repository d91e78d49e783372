package dev.premotion.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.premotion.inventory.BadInput;
import dev.premotion.plan.PlanDocument.Initiator;
import dev.premotion.plan.PlanDocument.Method;
import dev.premotion.plan.PlanDocument.NicChange;
import dev.premotion.plan.PlanDocument.PlannedPower;
import dev.premotion.plan.PlanDocument.VmName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFileTest {

    @TempDir
    Path folder;

    private PlanDocument read(String text) {
        return read("plan.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private PlanDocument read(String name, byte[] bytes) {
        try {
            return PlanFile.read(Files.write(folder.resolve(name), bytes), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String mistake(String text) {
        return mistake("plan.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private String mistake(String name, byte[] bytes) {
        return catchThrowableOfType(BadInput.class, () -> read(name, bytes)).getMessage();
    }

    /** A plan with these lines for its only entry. */
    private static String entry(String lines) {
        return "format: premotion/plan/1\nmigrations:\n  - " + lines.strip().replace("\n", "\n    ") + "\n";
    }

    static final String FULL = """
            format: premotion/plan/1
            name: acct-to-site-b
            defaults: { power: as-is, method: advanced, initiator: destination, priority: high }
            migrations:
              - id: web
                vm: acct-web01
                to:
                  vcenter: vcsa-02a
                  datacenter: DC-B
                  cluster: CL-B
                  host: esx-05a.site-b.example
                  resourcePool: Tier1
                  folder: /DC-B/vm/Accounting
                  datastore: ds-iscsi-02
                  storagePolicy: Gold
                  networks: { VM-A: VM-B, VM-C: VM-D }
                  nics: [ { key: 4000, switch: dvs-b, portGroup: VM-B } ]
                  disks: [ { key: 2001, datastore: ds-fast, format: eager-zeroed, storagePolicy: Fast } ]
                wave: 2
                after: [db]
                together: [app]
              - id: db
                vm: { vcenter: vcsa-01a, id: vm-42 }
                to: { vApp: shop, datastoreCluster: pod-b }
                power: suspend
                method: auto
                initiator: source
                priority: default
              - id: app
                select: { vcenter: a, datacenter: b, cluster: c, host: d, resourcePool: e, folder: f, name: "g-*",
                          datastore: h, network: i, tag: j, power: on }
                exclude: { name: "*-old" }
                to: { cluster: CL-B }
                wave: 2
            waivers:
              - { rule: NET-BW-250, subject: "esx-*", because: measured, by: jk, until: 2027-03-31 }
            assumptions:
              - { rule: LIC-XVC, subject: "*", because: asked, by: jk, until: "2027-03-31" }
            will-fix:
              - { rule: VM-CD-HOST, subject: acct-web01, because: eject, by: jk, until: 2027-03-31, before-wave: 2 }
            """;

    @Test
    void everythingTheFormatHasIsRead() {
        var plan = read(FULL);

        assertThat(plan.name()).isEqualTo("acct-to-site-b");
        assertThat(plan.file()).isEqualTo("plan.yaml");
        var web = plan.entries().get(0);
        assertThat(web.vm()).isEqualTo(new VmName("acct-web01", null, null, null));
        assertThat(web.power()).isEqualTo(PlannedPower.AS_IS);
        assertThat(web.method()).isEqualTo(Method.ADVANCED);
        assertThat(web.initiator()).isEqualTo(Initiator.DESTINATION);
        assertThat(web.highPriority()).isTrue();
        assertThat(web.wave()).isEqualTo(2);
        assertThat(web.after()).containsExactly("db");
        assertThat(web.together()).containsExactly("app");
        assertThat(web.to().toString())
                .isEqualTo("Destination[vcenter=vcsa-02a, datacenter=DC-B, cluster=CL-B, host=esx-05a.site-b.example,"
                        + " resourcePool=Tier1, vApp=null, folder=/DC-B/vm/Accounting, datastore=ds-iscsi-02,"
                        + " datastoreCluster=null, storagePolicy=Gold, networks={VM-A=VM-B, VM-C=VM-D},"
                        + " nics=[NicChange[key=4000, switchName=dvs-b, portGroup=VM-B]],"
                        + " disks=[DiskChange[key=2001, datastore=ds-fast, format=eager-zeroed,"
                        + " storagePolicy=Fast]]]");
        var db = plan.entries().get(1);
        assertThat(db.vm()).isEqualTo(new VmName(null, "vcsa-01a", "vm-42", null));
        assertThat(db.to().vApp()).isEqualTo("shop");
        assertThat(db.to().datastoreCluster()).isEqualTo("pod-b");
        assertThat(db.power()).isEqualTo(PlannedPower.SUSPEND);
        assertThat(db.method()).isEqualTo(Method.AUTO);
        assertThat(db.initiator()).isEqualTo(Initiator.SOURCE);
        assertThat(db.highPriority()).isFalse();
        assertThat(db.wave()).isNull();
        var app = plan.entries().get(2);
        assertThat(String.valueOf(app.select()))
                .isEqualTo("Selection[vcenter=a, datacenter=b, cluster=c, host=d, resourcePool=e, folder=f, name=g-*,"
                        + " datastore=h, network=i, tag=j, power=on]");
        assertThat(app.exclude()).isNotNull();
        assertThat(plan.waivers()).singleElement().satisfies(waiver -> {
            assertThat(waiver.rule()).isEqualTo("NET-BW-250");
            assertThat(waiver.subject()).isEqualTo("esx-*");
            assertThat(waiver.approvedBy()).isEqualTo("jk");
            assertThat(waiver.until()).isEqualTo(LocalDate.of(2027, 3, 31));
            assertThat(waiver.file()).isEqualTo("plan.yaml");
            assertThat(waiver.place()).isEqualTo("/waivers/0 (line 36)");
        });
        assertThat(plan.assumptions()).hasSize(1);
        assertThat(plan.fixes())
                .singleElement()
                .satisfies(fix -> assertThat(fix.beforeWave()).isEqualTo(2));
    }

    @Test
    void placesAreJsonPointersWithLines() {
        var web = read(FULL).entries().get(0);
        assertThat(web.place()).isEqualTo("/migrations/0 (line 5)");
        assertThat(web.placeOf("to/host")).isEqualTo("/migrations/0/to/host (line 11)");
        assertThat(web.placeOf("to")).isEqualTo("/migrations/0/to (line 7)");
        assertThat(web.placeOf("to/vApp")).as("a key that is not written").isEqualTo("/migrations/0 (line 5)");
    }

    @Test
    void jsonSaysTheSameAsYaml() {
        var json = """
                {
                \t"format": "premotion/plan/1",
                \t"migrations": [
                \t\t{ "vm": "web", "to": { "host": "esx-1" }, "wave": 3 }
                \t]
                }""";
        var entry =
                read("p.json", json.getBytes(StandardCharsets.UTF_8)).entries().get(0);
        assertThat(entry.vm()).isEqualTo(new VmName("web", null, null, null));
        assertThat(entry.wave()).isEqualTo(3);
        assertThat(entry.placeOf("to/host")).isEqualTo("/migrations/0/to/host (line 4)");
    }

    @Test
    void namesThatLookLikeNumbersOrSwitchesStayNames() {
        var plan = read("""
                format: premotion/plan/1
                migrations:
                  - { vm: 007, to: { host: 1e3, networks: { on: off, 10: 20 } } }
                  - { vm: "#1: a*b", to: { host: yes } }
                """);
        var first = plan.entries().get(0);
        assertThat(first.vm()).isEqualTo(new VmName("007", null, null, null));
        assertThat(first.to().host()).isEqualTo("1e3");
        assertThat(first.to().networks()).containsEntry("on", "off").containsEntry("10", "20");
        assertThat(plan.entries().get(1).vm()).isEqualTo(new VmName("#1: a*b", null, null, null));
    }

    @Test
    void anchorsAndAliasesRepeatADestination() {
        var plan = read("""
                format: premotion/plan/1
                migrations:
                  - vm: one
                    to: &b
                      host: esx-1
                      nics: [ { key: 4000, portGroup: VM-B } ]
                  - vm: two
                    to: *b
                """);
        assertThat(plan.entries().get(1).to()).isEqualTo(plan.entries().get(0).to());
        assertThat(plan.entries().get(1).to().nics()).containsExactly(new NicChange(4000, null, "VM-B"));
    }

    @Test
    void aliasesThatRepeatOneAnotherAreRefused() {
        var bomb = new StringBuilder("format: premotion/plan/1\na: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'l'; c++) {
            bomb.append(c).append(": &").append(c).append(" [");
            bomb.append(("*" + (char) (c - 1) + ", ").repeat(9))
                    .append("*" + (char) (c - 1))
                    .append("]\n");
        }
        assertThat(mistake(bomb.toString()))
                .contains("The file holds more than 5 million values.")
                .contains("\nMaybe its aliases repeat one another.");
    }

    @Test
    void thePlanIsCalledAfterItsFileWhereItHasNoName() {
        assertThat(read(entry("{ vm: a, to: { host: b } }")).name()).isEqualTo("plan");
    }

    @Test
    void oneReadingTellsAllMistakes() {
        assertThat(mistake("""
                format: premotion/plan/1
                defaults: { power: of, priority: 3 }
                migrations:
                  - vm: web
                    to: { hots: esx-1, datastore: [a, b] }
                    wave: zero
                  - select: {}
                    vm: db
                    to: { host: }
                waiver: []
                """)).isEqualTo("""
                plan.yaml at /defaults/power (line 2): "of" is not known here; expected as-is, shut-down or suspend.
                Maybe write one of these.
                plan.yaml at /defaults/priority (line 2): "3" is not known here; expected high or default.
                Maybe write one of these.
                plan.yaml at /migrations/0/to/hots (line 5): The key "hots" is not known here; expected vcenter, \
                datacenter, cluster, host, resourcePool, vApp, folder, datastore, datastoreCluster, storagePolicy, \
                networks, nics or disks.
                Maybe "host" is meant.
                plan.yaml at /migrations/0/to/datastore (line 5): Here stands a list; expected a text.
                Maybe one value is enough.
                plan.yaml at /migrations/0/wave (line 6): "zero" is not a whole number from 1 up.
                Maybe a plain number such as 2 is meant.
                plan.yaml at /migrations/1 (line 7): This entry has both "vm" and "select"; expected one of them.
                Maybe "vm: acct-web01" for one VM, "select: { name: acct-* }" for several.
                plan.yaml at /migrations/1/select (line 7): "select" names no VMs; expected a pattern.
                Maybe name: "*" takes every VM.
                plan.yaml at /migrations/1/to/host (line 9): Here stands nothing; expected a text.
                Maybe leave the key out where nothing is meant.
                plan.yaml at /waiver (line 10): The key "waiver" is not known here; expected format, $schema, name, \
                defaults, migrations, waivers, assumptions or will-fix.
                Maybe "waivers" is meant.""");
    }

    @Test
    void devicesAreNamedByTheirKeysOnce() {
        assertThat(mistake(
                        entry("{ vm: a, to: { host: b, nics: [ { portGroup: c } ], disks: [ { format: thin } ] } }")))
                .contains("/migrations/0/to/nics/0 (line 3): The key \"key\" is missing.")
                .contains("/migrations/0/to/disks/0 (line 3): The key \"key\" is missing.");
        assertThat(mistake(entry("{ vm: a, to: { host: b, nics: [ { key: 4000 } ] } }")))
                .contains("The key \"portGroup\" is missing.");
        assertThat(mistake(entry("""
                { vm: a, to: { host: b, nics: [ { key: 4000, portGroup: c }, { key: 4000, portGroup: d } ],
                  disks: [ { key: 2000 }, { key: 2001 }, { key: 2001 } ] } }""")))
                .contains("/migrations/0/to/nics (line 3): The device key 4000 is named twice.")
                .contains("/migrations/0/to/disks (line 4): The device key 2001 is named twice.");
    }

    @Test
    void ofManyMistakesTheFirstTenAreTold() {
        var plan = new StringBuilder("format: premotion/plan/1\nmigrations:\n");
        for (int i = 0; i < 25; i++) {
            plan.append("  - { vm: web, to: { hots: a } }\n");
        }
        assertThat(mistake(plan.toString()))
                .contains("/migrations/9/to/hots")
                .doesNotContain("/migrations/10/to/hots")
                .endsWith("\nThere are 15 more mistakes.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { vm: a }                                       | The key "to" is missing.
            { to: { host: b } }                             | This entry has neither "vm" nor "select"
            { vm: a, to: {} }                               | "to" is empty, so nothing would move.
            { vm: {}, to: { host: b } }                     | This names no VM; expected name, id or path.
            { vm: [a], to: { host: b } }                    | Here stands a list; expected a text.
            { vm: a, exclude: { name: b }, to: { host: b } }| "exclude" stands without "select".
            { vm: a, to: { datastore: b, datastoreCluster: c } } | Both "datastore" and "datastoreCluster" are given
            { vm: a, to: { resourcePool: b, vApp: c } }     | Both "resourcePool" and "vApp" are given
            { vm: a, to: { networks: [b] } }                | Here stands a list; expected a mapping of names.
            { vm: a, to: { networks: { b: } } }             | Here stands nothing; expected a name.
            { vm: a, to: { nics: [ { key: 4000 } ] } }      | The key "portGroup" is missing.
            { vm: a, to: { nics: [ b ] } }                  | Here stands "b"; expected a mapping with key, switch
            { vm: a, to: { nics: { key: 1 } } }             | Here stands a mapping; expected a list.
            { vm: a, to: { disks: [ { key: x } ] } }        | "x" is not a whole number from 0 up.
            { vm: a, to: { disks: [ { key: 1, format: thn } ] } } | "thn" is not known here; expected thin, thick
            { vm: a, to: { disks: [ { key: 1 }, { key: 1 } ] } }  | The device key 1 is named twice.
            { select: { power: of }, to: { host: b } }      | "of" is not known here; expected on, off or suspended.
            { vm: a, to: { host: b }, wave: 0 }             | "0" is not a whole number from 1 up.
            { vm: a, to: { host: b }, wave: 99999999999 }   | is not a whole number
            { vm: a, to: { host: b }, after: c }            | Here stands "c"; expected a list.
            { vm: a, to: { host: b }, after: [c] }          | No entry has the id "c".
            { vm: a, to: { host: b }, together: [c] }       | No entry has the id "c".
            { id: c, vm: a, to: { host: b }, after: [c] }   | "c" waits for itself.
            """)
    void aMalformedEntryIsTold(String entry, String problem) {
        assertThat(mistake(entry(entry)))
                .startsWith("plan.yaml at /migrations/0")
                .contains("(line 3)")
                .contains(problem)
                .contains("\nMaybe ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule: A, because: c, by: d, until: 2027-01-01             | The key "subject" is missing.
            subject: b, because: c, by: d, until: 2027-01-01          | The key "rule" is missing.
            rule: A, subject: b, because: c, by: d                    | The key "until" is missing.
            rule: A, subject: b, because: c, by: d, until: 31.3.2027  | "31.3.2027" is not a date
            rule: A, subject: b, because: c, by: d, until: 2027-02-30 | "2027-02-30" is not a date
            rule: A, subject: b, because: "", by: d, until: 2027-01-01| Here stands nothing; expected a text.
            rule: A, subject: b, because: c, by: d, until: 2027-01-01, before-wave: 1| The key "before-wave" is not
            """)
    void aMalformedWaiverIsTold(String waiver, String problem) {
        assertThat(mistake(entry("{ vm: a, to: { host: b } }") + "waivers: [ { " + waiver + " } ]"))
                .startsWith("plan.yaml at /waivers/0")
                .contains(problem);
    }

    @Test
    void orderThatContradictsItselfIsTold() {
        assertThat(mistake("""
                format: premotion/plan/1
                migrations:
                  - { id: a, vm: a, to: { host: x }, after: [b] }
                  - { id: b, vm: b, to: { host: x }, together: [c] }
                  - { id: c, vm: c, to: { host: x }, after: [d] }
                  - { id: d, vm: d, to: { host: x }, after: [a] }
                  - { id: e, vm: e, to: { host: x }, after: [d] }
                """)).contains("\"a\", \"b\" and \"d\" wait for one another in a circle.");
        assertThat(mistake("""
                format: premotion/plan/1
                migrations:
                  - { id: web-a, vm: a, to: { host: x }, after: [web-b] }
                  - { id: web-b, vm: b, to: { host: x }, wave: 2, together: [web-a, web-d] }
                  - { id: web-a, vm: a, to: { host: x } }
                """))
                .contains("This entry (wave 1) comes after web-b, which is of the later wave 2.")
                .contains("This entry (wave 2) starts together with web-a, which is of wave 1.")
                .contains("No entry has the id \"web-d\".\nMaybe \"web-a\" is meant.")
                .contains("/migrations/2/id (line 5): The id \"web-a\" is that of /migrations/0 (line 3) too");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                         | The file is empty.
            'just text'                                | Here stands "just text"; expected a mapping
            '[1, 2]'                                   | Here stands a list; expected a mapping
            'name: x'                                  | The key "format" is missing; expected premotion/plan/1.
            'format: premotion/plan/2'                 | The format is "premotion/plan/2"; expected premotion/plan/1.
            'format: premotion/inventory/1'            | this is another file than you meant.
            'format: premotion/plan/1'                 | The key "migrations" is missing.
            'format: premotion/plan/1\\nmigrations: []' | The plan lists no migration.
            'format: premotion/plan/1\\nname: a\\nname: b' | The key "name" is written twice.
            'format: premotion/plan/1\\nname: *a'       | The alias *a has no list or mapping with the anchor &a before it.
            'format: premotion/plan/1\\n---\\na: b'      | A second document begins here; expected one.
            'format: premotion/plan/1\\n  name: x'      | This is not well-formed YAML: mapping values are not allowed
            'format: premotion/plan/1\\n\\tname: x'      | This is not well-formed YAML: found character
            'format: "premotion'                       | This is not well-formed YAML: found unexpected end of stream
            """)
    void aFileThatIsNoPlanIsTold(String text, String problem) {
        var message = mistake(text.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(message).startsWith("plan.yaml").contains(problem).contains("\nMaybe ");
        assertThat(message.split("\n")).as("one mistake").hasSize(2);
    }

    @Test
    void brokenJsonIsToldWithItsLine() {
        assertThat(mistake(
                        "p.json", "{\n\"format\": \"premotion/plan/1\"\n\"name\": 1}".getBytes(StandardCharsets.UTF_8)))
                .startsWith("p.json at line 3, column")
                .contains("This is not well-formed JSON");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(mistake("format: premotion/plan/1\na: " + "[".repeat(100_000)))
                .contains("Values are nested deeper than 32 levels.");
        assertThat(mistake("p.json", ("{\"a\": " + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))
                .contains("Values are nested deeper than 32 levels.");
    }

    @Test
    void aFileInAnotherEncodingIsTold() {
        assertThat(mistake("plan.yaml", "format: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)))
                .contains("The file is not text in UTF-8.");
        assertThat(mistake("plan.yaml", "format: x".getBytes(StandardCharsets.UTF_16)))
                .contains("The file is not text in UTF-8.");
        assertThat(read(
                                "plan.yaml",
                                ("\uFEFF" + entry("{ vm: caf\u00e9, to: { host: b } }"))
                                        .getBytes(StandardCharsets.UTF_8))
                        .entries())
                .as("a byte order mark is no matter")
                .hasSize(1);
    }

    @Test
    void aMissingFileIsTold() {
        var gone = catchThrowableOfType(BadInput.class, () -> PlanFile.read(folder.resolve("x.yaml"), "x.yaml"));
        assertThat(gone).hasMessage("x.yaml: The file cannot be read: no such file.\nMaybe the path is mistyped.");
        var directory = catchThrowableOfType(BadInput.class, () -> PlanFile.read(folder, "here"));
        assertThat(directory).hasMessageContaining("it is a folder");
    }

    @Test
    void waiversFromAFileOfTheirOwnJoinThoseOfThePlan() throws IOException {
        var file = Files.writeString(folder.resolve("waivers.yaml"), """
                format: premotion/waivers/1
                waivers:
                  - { rule: A, subject: b, because: c, by: d, until: 2027-01-01 }
                """);
        var more = PlanFile.readPermits(file, "waivers.yaml");
        assertThat(more.waivers())
                .singleElement()
                .satisfies(waiver -> assertThat(waiver.place()).isEqualTo("/waivers/0 (line 3)"));
        assertThat(read(FULL).with(more).waivers())
                .extracting(PlanDocument.Permit::rule)
                .containsExactly("NET-BW-250", "A");
        var plan = Files.writeString(folder.resolve("plan.yaml"), FULL);
        var confused = catchThrowableOfType(BadInput.class, () -> PlanFile.readPermits(plan, "plan.yaml"));
        assertThat(confused).hasMessageContaining("expected premotion/waivers/1");
    }

    @Test
    void aRepeatedReadingGivesTheSame() {
        assertThat(read(FULL)).isEqualTo(read(FULL));
    }
}
