package dev.premotion.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.VCenterCheck.CheckFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlayTest {

    private static final Ref VC = Ref.vCenter("uuid-a");

    // Facts.

    @Test
    void aFactFillsWhatIsAbsentForAllThingsItsPatternMatches() {
        var with = with(estate(), fact(Kind.HOST, Map.of("name", "esx-*"), Map.of("vmotionAdapter", true)));

        assertThat(host(with, 0).vmotionAdapter()).isTrue();
        assertThat(host(with, 1).vmotionAdapter()).isTrue();
        assertThat(host(with, 2).vmotionAdapter()).isNull();
        assertThat(with.quality()).isEmpty();
    }

    @Test
    void allPatternsOfAFactHaveToMatch() {
        var with =
                with(estate(), fact(Kind.HOST, Map.of("name", "*", "cluster", "CL-B"), Map.of("vmotionAdapter", true)));

        assertThat(host(with, 0).vmotionAdapter()).isNull();
        assertThat(host(with, 1).vmotionAdapter()).isTrue();
        assertThat(host(with, 2).vmotionAdapter())
                .as("in no cluster that is known")
                .isNull();
    }

    @Test
    void aFactCorrectsASnapshotAndBothValuesAreNoted() {
        var with = with(estate(), fact(Kind.HOST, Map.of("name", "esx-01a"), Map.of("evcMode", "intel-haswell")));

        assertThat(host(with, 0).evcMode()).isEqualTo("intel-haswell");
        assertThat(with.quality())
                .containsExactly(new QualityNote(
                        "facts.yaml",
                        "/facts/0/evcMode (line 3, column 1)",
                        "evcMode is intel-haswell here, but was intel-broadwell for host esx-01a (a.json#evcMode); the fact is used\n"
                                + "Maybe one of the two is out of date"));
    }

    @Test
    void aPatternOnlyFillsWhatIsMissing() {
        var with = with(estate(), fact(Kind.HOST, Map.of("name", "esx-*"), Map.of("evcMode", "intel-haswell")));

        assertThat(host(with, 0).evcMode()).isEqualTo("intel-broadwell");
        assertThat(with.quality())
                .extracting(QualityNote::message)
                .containsExactly("evcMode is intel-haswell here, but was intel-broadwell for host esx-01a"
                        + " (a.json#evcMode); the snapshot is believed, since a pattern only fills what is missing\n"
                        + "Maybe an entry of its own, by its name, should correct it");
    }

    @Test
    void aFactByNameWinsOverAPatternWhicheverComesFirst() {
        var all = fact(Kind.HOST, Map.of("name", "esx-*"), Map.of("vmotionAdapter", true));
        var one = fact(Kind.HOST, Map.of("name", "esx-01b"), Map.of("vmotionAdapter", false));
        for (var with : List.of(with(estate(), all, one), with(estate(), one, all))) {
            assertThat(host(with, 0).vmotionAdapter()).isTrue();
            assertThat(host(with, 1).vmotionAdapter()).isFalse();
        }
        var with = with(estate(), all, one);
        assertThat(with.quality())
                .singleElement()
                .extracting(QualityNote::message)
                .asString()
                .contains("but was true for host esx-01b (facts.yaml#/facts/0/vmotionAdapter (line 3))");
    }

    @Test
    void factsThatContradictEachOtherAreRefusedWithBothPlaces() {
        var yes = fact(Kind.HOST, Map.of("name", "esx-*"), Map.of("vmotionAdapter", true));
        var no = fact(Kind.HOST, Map.of("name", "*-01b"), Map.of("vmotionAdapter", false));
        assertThatThrownBy(() -> with(estate(), yes, no))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "facts.yaml at /facts/1/vmotionAdapter (line 3, column 1): vmotionAdapter is false here, and true for"
                                + " the same host esx-01b at /facts/0/vmotionAdapter (line 3, column 1), and both are patterns\n"
                                + "Maybe an entry of its own, by its name, should say which holds");

        var settled = fact(Kind.HOST, Map.of("name", "esx-01b"), Map.of("vmotionAdapter", false));
        assertThat(host(with(estate(), yes, no, settled), 1).vmotionAdapter()).isFalse();
        var other = fact(Kind.HOST, Map.of("id", "host-2"), Map.of("vmotionAdapter", true));
        for (var both : List.of(List.of(settled, other), List.of(other, settled))) {
            assertThatThrownBy(() -> with(estate(), both.toArray(GivenFact[]::new)))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("/facts/0/vmotionAdapter")
                    .hasMessageContaining("\nMaybe one of the two is out of date");
        }
        assertThat(with(estate(), settled, settled).quality())
                .as("the same twice is no contradiction")
                .isEmpty();
    }

    @Test
    void nestedPropertiesAreReachedByDots() {
        var with = with(
                estate(), fact(Kind.HOST, Map.of("name", "*"), Map.of("capability.suspendedRelocateSupported", true)));

        assertThat(host(with, 0).capability().suspendedRelocateSupported()).isTrue();
        assertThat(host(with, 0).capability().vmotionSupported())
                .as("was there before")
                .isTrue();
        assertThat(host(with, 2).capability().vmotionSupported()).isNull();
    }

    @Test
    void aFactThatMatchesNothingIsNotedWithTheNearestName() {
        var with = with(estate(), fact(Kind.HOST, Map.of("name", "esx-01x"), Map.of("vmotionAdapter", true)));

        assertThat(with.quality())
                .containsExactly(new QualityNote(
                        "facts.yaml",
                        "/facts/0 (line 3, column 1)",
                        "no host has name \"esx-01x\", so this changes nothing\nMaybe esx-01a or esx-01b"));
        assertThat(with.inventory()).isEqualTo(estate().inventory());
    }

    @Test
    void devicesAreFoundByTheirVm() {
        var with = with(
                estate(),
                fact(Kind.DISK, Map.of("vm", "db-*", "name", "Hard disk 2"), Map.of("sharing", "sharingNone")),
                fact(Kind.NIC, Map.of("vm", "db-*", "name", "*"), Map.of("connected", false)));

        assertThat(disks(with).get(0).sharing()).isNull();
        assertThat(disks(with).get(1).sharing()).isEqualTo("sharingNone");
        assertThat(with.quality())
                .singleElement()
                .extracting(QualityNote::message)
                .asString()
                .isEqualTo("no nic has vm \"db-*\" and name \"*\", so this changes nothing\n"
                        + "Maybe the snapshots list no nic at all");
    }

    @Test
    void aVmIsInTheClusterOfItsHost() {
        var with = with(
                estate(), fact(Kind.VM, Map.of("cluster", "CL-A", "datacenter", "DC"), Map.of("encrypted", false)));

        assertThat(vm(with).encrypted()).isFalse();
    }

    @Test
    void theOriginOfAFactIsItsLine() {
        var with = with(estate(), fact(Kind.HOST, Map.of("name", "esx-01a"), Map.of("vmotionAdapter", true)));
        var ref = host(with, 0).ref();

        assertThat(with.origins().of(ref, "vmotionAdapter")).isEqualTo("facts.yaml#/facts/0/vmotionAdapter (line 3)");
        assertThat(with.origins().of(ref, "evcMode")).isEqualTo("a.json#evcMode");
        assertThat(estate().origins().of(ref, "vmotionAdapter"))
                .as("what was read is left alone")
                .isEqualTo("a.json#vmotionAdapter");
    }

    @Test
    void aListingThatCompletesAPartialOneContradictsNothing() {
        var partial = Listing.partial(List.of("10.0.0.1"));
        var read = reading("a.json", vCenter(null).set("timeSources", partial).build());

        var same = with(
                read,
                fact(
                        Kind.VCENTER,
                        Map.of("name", "vcsa-01a"),
                        Map.of("timeSources", Listing.of("10.0.0.1", "10.0.0.2"))));
        assertThat(same.quality()).isEmpty();

        var other =
                with(read, fact(Kind.VCENTER, Map.of("name", "uuid-a"), Map.of("timeSources", Listing.of("10.0.0.2"))));
        assertThat(other.quality()).hasSize(1);
    }

    // Links.

    @Test
    void aLinkIsMadeOrCompletedWhateverItsEndsAreCalled() {
        var with = with(
                twoSites(),
                link(List.of("site-b", "vcsa-01a"), Map.of("rttMillis", 12.0)),
                link(List.of("uuid-a", "vcsa-02a"), Map.of("vmotionRouted", true)),
                link(List.of("site-a", "site-c"), Map.of("rttMillis", 1.0)));

        assertThat(with.inventory().links().items()).hasSize(1);
        var link = with.inventory().links().items().get(0);
        assertThat(link.rttMillis()).isEqualTo(12.0);
        assertThat(link.vmotionRouted()).isTrue();
        assertThat(with.quality())
                .extracting(QualityNote::message)
                .containsExactly(
                        "no vCenter or site is called \"site-c\", so this changes nothing\nMaybe site-a or site-b");
        assertThatThrownBy(() -> with(
                        twoSites(),
                        link(List.of("site-b", "vcsa-01a"), Map.of("rttMillis", 12.0)),
                        link(List.of("site-a", "site-b"), Map.of("rttMillis", 13.0))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("rttMillis is 13.0 here, and 12.0 for the same link");
    }

    @Test
    void whatIsSaidOfTwoVCentersComesBeforeWhatIsSaidOfTheirSites() {
        var sites = siteLink(List.of("site-a", "site-b"), 20.0, true);
        var vCenters = siteLink(List.of("vcsa-02a", "vcsa-01a"), 12.0, null);
        var inventory = new Inventory(twoSites().inventory().vCenters(), Listing.of(vCenters, sites));

        var known = Links.between(
                inventory, inventory.vCenters().get(0), inventory.vCenters().get(1));
        assertThat(known.rttMillis()).isEqualTo(12.0);
        assertThat(known.vmotionRouted()).isTrue();
        assertThat(known.ref()).isEqualTo(vCenters.ref());
        assertThat(Links.between(
                        inventory,
                        inventory.vCenters().get(0),
                        inventory.vCenters().get(0)))
                .isNull();
    }

    @Test
    void twoLinksOfOneNearnessThatDifferLeaveItUnknown() {
        var one = siteLink(List.of("site-a", "site-b"), 20.0, true);
        var other = siteLink(List.of("site-b", "site-a"), 30.0, true);
        var inventory = new Inventory(twoSites().inventory().vCenters(), Listing.of(one, other));

        var known = Links.between(
                inventory, inventory.vCenters().get(0), inventory.vCenters().get(1));
        assertThat(known.rttMillis()).isNull();
        assertThat(known.vmotionRouted()).isTrue();
    }

    // Snapshots.

    @Test
    void theNewerSnapshotWinsAndTheOlderShowsThrough() {
        var old = host("host-1", "esx-01a")
                .set("evcMode", "intel-haswell")
                .set("build", "1")
                .build();
        var recent = host("host-1", "esx-01a").set("evcMode", "intel-broadwell").build();

        for (var order : List.of(true, false)) {
            var a = snapshot("old.json", "2026-11-19T00:00:00Z", Listing.of(old));
            var b = snapshot("new.json", "2026-11-20T00:00:00Z", Listing.of(recent));
            var merged = Overlay.merged(order ? List.of(a, b) : List.of(b, a));

            assertThat(host(merged, 0).evcMode()).isEqualTo("intel-broadwell");
            assertThat(host(merged, 0).build()).isEqualTo("1");
            assertThat(merged.origins().of(old.ref(), "evcMode")).isEqualTo("new.json#evcMode");
            assertThat(merged.inventory().vCenters().get(0).capturedAt())
                    .as("no fact looks younger than it is")
                    .isEqualTo(Instant.parse("2026-11-19T00:00:00Z"));
            assertThat(merged.quality())
                    .containsExactly(new QualityNote(
                            "new.json",
                            "",
                            "vCenter vcsa-01a differs from old.json in Host.evcMode (1); the newer snapshot is used\n"
                                    + "Maybe the older one can go"));
        }
    }

    @Test
    void aNewerCompleteListSaysWhatThereIsAndAPartialOneAdds() {
        var a = host("host-1", "esx-01a").build();
        var b = host("host-2", "esx-02a").build();
        var old = snapshot("old.json", "2026-11-19T00:00:00Z", Listing.of(a, b));

        var complete = Overlay.merged(List.of(old, snapshot("new.json", "2026-11-20T00:00:00Z", Listing.of(b))));
        assertThat(complete.inventory().vCenters().get(0).hosts()).isEqualTo(Listing.of(b));
        assertThat(complete.inventory().vCenters().get(0).capturedAt())
                .isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));

        var partial =
                Overlay.merged(List.of(old, snapshot("new.json", "2026-11-20T00:00:00Z", Listing.partial(List.of(b)))));
        assertThat(partial.inventory().vCenters().get(0).hosts()).isEqualTo(Listing.partial(List.of(a, b)));
        assertThat(partial.inventory().vCenters().get(0).capturedAt()).isEqualTo(Instant.parse("2026-11-19T00:00:00Z"));
    }

    @Test
    void ofSnapshotsWhoseOrderCannotBeToldNeitherIsBelieved() {
        var one = host("host-1", "esx-01a")
                .set("inMaintenanceMode", false)
                .set("build", "1")
                .build();
        var other = host("host-1", "esx-01a")
                .set("inMaintenanceMode", true)
                .set("build", "1")
                .build();
        var merged = Overlay.merged(
                List.of(snapshot("a.json", null, Listing.of(one)), snapshot("b.json", null, Listing.of(other))));

        assertThat(host(merged, 0).inMaintenanceMode()).isNull();
        assertThat(host(merged, 0).build()).isEqualTo("1");
        assertThat(merged.quality())
                .singleElement()
                .extracting(QualityNote::message)
                .asString()
                .contains("which snapshot is newer cannot be told, so these stay unknown");
    }

    @Test
    void whatVCentersCheckSaidBeforeTheNewerSnapshotNoLongerCounts() {
        var refused = check("vm-1", Listing.of(new CheckFault("CannotAccessNetwork", null)));
        var asked = checked("old.json", "2026-11-19T00:00:00Z", Listing.of(refused));
        var fine = check("vm-1", Listing.of());

        var unasked = Overlay.merged(List.of(checked("new.json", "2026-11-20T00:00:00Z", null), asked));
        assertThat(checks(unasked)).isNull();
        assertThat(unasked.inventory().vCenters().get(0).capturedAt())
                .as("nothing of the older one shows through")
                .isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(unasked.quality())
                .containsExactly(new QualityNote(
                        "old.json",
                        "",
                        "what vCenter vcsa-01a's own check answered (1) is older than new.json and no longer counts\n"
                                + "Maybe capture again with --check"));

        var again = checked("new.json", "2026-11-20T00:00:00Z", Listing.of(fine));
        assertThat(checks(Overlay.merged(List.of(asked, again)))).isEqualTo(Listing.of(fine));
        assertThat(checks(Overlay.merged(List.of(again, checked("old.json", "2026-11-19T00:00:00Z", null)))))
                .as("the newer one was asked")
                .isEqualTo(Listing.of(fine));
    }

    @Test
    void whatVCentersCheckRefusedCountsAsLongAsTheNewerSnapshotDoesNotListTheVms() {
        var refused = check("vm-1", Listing.of(new CheckFault("CannotAccessNetwork", null)));
        var asked = checked("old.json", "2026-11-19T00:00:00Z", Listing.of(refused));
        var captured = Instant.parse("2026-11-20T00:00:00Z");
        var nameOnly = new Reading(
                reading("new.json", vCenter(null).set("capturedAt", captured).build())
                        .inventory(),
                new Origins(),
                List.of(),
                List.of(new SourceFile("new.json", "", captured)));

        assertThat(checks(Overlay.merged(List.of(asked, nameOnly)))).isEqualTo(Listing.of(refused));
    }

    @Test
    void whateverVCentersCheckRefusedCountsWhereNobodyKnowsWhichIsNewer() {
        var fault = new CheckFault("CannotAccessNetwork", null);
        var refused = checked("a.json", null, Listing.of(check("vm-1", Listing.of(fault))));
        var other = checked("b.json", null, Listing.of(check("vm-1", Listing.of()), check("vm-2", Listing.of())));

        assertThat(checks(Overlay.merged(List.of(refused, checked("b.json", null, null)))))
                .isEqualTo(Listing.of(check("vm-1", Listing.of(fault))));
        for (var order : List.of(List.of(refused, other), List.of(other, refused))) {
            assertThat(checks(Overlay.merged(order)).items())
                    .containsExactly(
                            check("vm-1", Listing.of()).answered(Listing.partial(List.of(fault)), Listing.of()),
                            check("vm-2", Listing.of()));
        }
    }

    private static VCenterCheck check(String vm, Listing<CheckFault> errors) {
        return new VCenterCheck(vm, null, "host-2", null, null, null, null, null, errors, Listing.of());
    }

    private static Reading checked(String file, @Nullable String at, @Nullable Listing<VCenterCheck> checks) {
        var captured = at == null ? null : Instant.parse(at);
        var vCenter = vCenter(null)
                .set("vCenterChecks", checks)
                .set("capturedAt", captured)
                .set("vms", Listing.of());
        var sources = List.of(new SourceFile(file, "", captured));
        return new Reading(reading(file, vCenter.build()).inventory(), new Origins(), List.of(), sources);
    }

    private static @Nullable Listing<VCenterCheck> checks(Reading merged) {
        return merged.inventory().vCenters().get(0).vCenterChecks();
    }

    @Property(seed = "20261125", tries = 100)
    void aSnapshotMergedWithItselfIsItself(@ForAll long seed) {
        var inventory = new RandomEstate(seed).inventory();
        var reading = new Reading(inventory, new Origins(), List.of(), List.of());
        var merged = Overlay.merged(List.of(reading, reading));

        assertThat(merged.inventory().vCenters()).isEqualTo(inventory.vCenters());
        assertThat(merged.quality()).isEmpty();
    }

    @Property(seed = "20261126", tries = 100)
    void anEmptyFactsFileChangesNothing(@ForAll long seed) {
        var inventory = new RandomEstate(seed).inventory();
        var reading = new Reading(inventory, new Origins(), List.of(), List.of());

        assertThat(with(reading).inventory()).isEqualTo(inventory);
    }

    // What the tests are made of.

    private static Reading with(Reading reading, GivenFact... facts) {
        var numbered = new ArrayList<GivenFact>();
        for (int i = 0; i < facts.length; i++) {
            var place = Place.start("facts.yaml").at("facts", 2, 1).at(Integer.toString(i), 3, 1);
            var values = new java.util.TreeMap<String, GivenValue>();
            facts[i].values()
                    .forEach((name, value) -> values.put(name, new GivenValue(value.value(), place.at(name, 3, 1))));
            numbered.add(
                    Draft.of(facts[i]).set("place", place).set("values", values).build());
        }
        return Overlay.with(reading, new Facts(new SourceFile("facts.yaml", "", null), numbered));
    }

    private static GivenFact fact(String kind, Map<String, String> where, Map<String, Object> values) {
        var globs = new java.util.TreeMap<String, Glob>(java.util.Comparator.reverseOrder());
        where.forEach((word, pattern) -> globs.put(word, Glob.of(pattern)));
        return new GivenFact(kind, globs, List.of(), given(values), "checked", "jk", Place.start(""));
    }

    private static GivenFact link(List<String> between, Map<String, Object> values) {
        return new GivenFact(Kind.LINK, Map.of(), between, given(values), "measured", "jk", Place.start(""));
    }

    private static Map<String, GivenValue> given(Map<String, Object> values) {
        var given = new java.util.TreeMap<String, GivenValue>();
        values.forEach((name, value) -> given.put(name, new GivenValue(value, Place.start(""))));
        return given;
    }

    private static SiteLink siteLink(List<String> between, Double rtt, @Nullable Boolean routed) {
        return new SiteLink(Ref.link(between), between, rtt, null, null, null, routed, null, null, null);
    }

    private static Reading estate() {
        var vm = new Draft<>(Vm.class)
                .set("ref", new Ref(Kind.VM, "uuid-a", "vm-1"))
                .set("name", "db-01")
                .set("host", "host-1");
        var ref = (Ref) vm.get("ref");
        vm.set("disks", Listing.of(disk(ref, 2000, "Hard disk 1"), disk(ref, 2001, "Hard disk 2")));
        var hosts = Listing.of(
                host("host-1", "esx-01a")
                        .set("cluster", "c-1")
                        .set("evcMode", "intel-broadwell")
                        .set(
                                "capability",
                                new Draft<>(HostCapability.class)
                                        .set("vmotionSupported", true)
                                        .build())
                        .build(),
                host("host-2", "esx-01b").set("cluster", "c-2").build(),
                host("host-3", "other").build());
        var clusters = Listing.of(cluster("c-1", "CL-A"), cluster("c-2", "CL-B"));
        var datacenters = Listing.of(new Datacenter(new Ref(Kind.DATACENTER, "uuid-a", "dc-1"), "DC"));
        return reading(
                "a.json",
                vCenter(hosts)
                        .set("clusters", clusters)
                        .set("datacenters", datacenters)
                        .set("vms", Listing.of(vm.build()))
                        .build());
    }

    private static Reading twoSites() {
        var a = vCenter(null).set("site", "site-a").build();
        var b = new Draft<>(VCenter.class)
                .set("ref", Ref.vCenter("uuid-b"))
                .set("name", "vcsa-02a")
                .set("site", "site-b")
                .build();
        return reading("a.json", a, b);
    }

    private static Reading snapshot(String file, @Nullable String capturedAt, Listing<Host> hosts) {
        var at = capturedAt == null ? null : Instant.parse(capturedAt);
        var read = reading(file, vCenter(hosts).set("capturedAt", at).build());
        return new Reading(read.inventory(), read.origins(), List.of(), List.of(new SourceFile(file, "", at)));
    }

    private static Reading reading(String file, VCenter... vCenters) {
        var origins = new Origins();
        for (var vCenter : vCenters) {
            for (var host :
                    vCenter.hosts() == null ? List.<Host>of() : vCenter.hosts().items()) {
                origins.read(host.ref(), property -> file + "#" + property);
            }
        }
        return new Reading(new Inventory(List.of(vCenters), Listing.partial(List.of())), origins, List.of(), List.of());
    }

    private static Draft<VCenter> vCenter(@Nullable Listing<Host> hosts) {
        return new Draft<>(VCenter.class).set("ref", VC).set("name", "vcsa-01a").set("hosts", hosts);
    }

    private static Draft<Host> host(String id, String name) {
        return new Draft<>(Host.class)
                .set("ref", new Ref(Kind.HOST, "uuid-a", id))
                .set("name", name);
    }

    private static Cluster cluster(String id, String name) {
        return new Draft<>(Cluster.class)
                .set("ref", new Ref(Kind.CLUSTER, "uuid-a", id))
                .set("name", name)
                .set("datacenter", "dc-1")
                .build();
    }

    private static Disk disk(Ref vm, int key, String label) {
        return new Draft<>(Disk.class)
                .set("ref", vm.device(Kind.DISK, key))
                .set("key", key)
                .set("label", label)
                .build();
    }

    private static Host host(Reading reading, int index) {
        return Objects.requireNonNull(reading.inventory().vCenters().get(0).hosts())
                .items()
                .get(index);
    }

    private static Vm vm(Reading reading) {
        return Objects.requireNonNull(reading.inventory().vCenters().get(0).vms())
                .items()
                .get(0);
    }

    private static List<Disk> disks(Reading reading) {
        return Objects.requireNonNull(vm(reading).disks()).items();
    }
}
