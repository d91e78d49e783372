package dev.premotion.report;

import dev.premotion.report.Result.Candidate;
import dev.premotion.report.Result.Consequence;
import dev.premotion.report.Result.Disk;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Migration;
import dev.premotion.report.Result.Nic;
import dev.premotion.report.Result.Place;
import dev.premotion.report.Result.ReliesOn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The migrations of the samples, and every finding that they mention. */
final class SampleMigrations {

    static final String SCRIPT = "</script><script>alert(1)</script>";
    static final String IMAGE = "\"><img src=x onerror=alert(1)>";
    static final String BIDI = "acct-\u202Egpj.exe\u2066\u0000\u2028";

    private static final String SITE_A = "vcsa-01a.site-a.example";
    private static final String SITE_B = "vcsa-02a.site-b.example";
    private static final String EXPORT = "Cross vCenter Server export";
    private static final String BOTH = "Change both compute resource and storage";
    private static final String COMPUTE = "Change compute resource only";
    private static final String STORAGE = "Change storage only";
    private static final ReliesOn NOTHING = new ReliesOn(List.of(), List.of(), List.of());
    private static final List<Consequence> CROSSING = List.of(
            new Consequence(
                    "The VM gets a new managed object id.", "Backup and DR products that know it by id lose it."),
            new Consequence(
                    "Performance data stays behind.", "The source vCenter keeps it, the destination starts anew."),
            new Consequence(
                    "Tags and custom attributes are not taken along.", "They belong to the SSO domain of the source."));

    private final List<Migration> migrations = new ArrayList<>();
    private final Map<String, Finding> known = new LinkedHashMap<>();

    private SampleMigrations() {}

    List<Migration> migrations() {
        return List.copyOf(migrations);
    }

    Map<String, Finding> known() {
        return known;
    }

    static SampleMigrations none() {
        return new SampleMigrations();
    }

    static SampleMigrations varied() {
        SampleMigrations made = new SampleMigrations();
        made.firstWave();
        made.secondWave();
        made.thirdWave();
        made.withoutWave();
        return made;
    }

    private void firstWave() {
        for (int i = 1; i <= 6; i++) {
            export("acct-web%02d".formatted(i), 1, i == 4 ? List.of(SampleFindings.tools("acct-web04")) : List.of());
        }
        export("acct-db01", 1, List.of(SampleFindings.snapshots("acct-db01", 3), SampleFindings.tools("acct-db01")));
        add(
                "acct-mail01",
                EXPORT,
                "both advanced live",
                site(SITE_A),
                site(SITE_B),
                1,
                relying(),
                List.of(waivedGigabit()));
    }

    private void secondWave() {
        Finding space = SampleFindings.space("ds-iscsi-02");
        Finding clocks = SampleFindings.clocks();
        both("hr-app01", 2, List.of(space));
        both("hr-app02", 2, List.of(space));
        both("hr-db01", 2, List.of(space, SampleFindings.rdm("hr-db01", "esx-05.site-b.example")));
        linked("fin-app01", List.of(clocks));
        linked("fin-app02", List.of(clocks));
        linked("fin-app03", List.of(clocks, SampleFindings.cdrom("fin-app03")));
        both("gpu-render01", 2, List.of(SampleFindings.passthrough("gpu-render01")));
        export("acct-web07", 2, List.of(SampleFindings.portGroup("acct-web07", "VM-B-Pord")));
    }

    private void thirdWave() {
        Finding adapter = SampleFindings.vmotionAdapter("esx-07.site-b.example");
        Finding rtt = SampleFindings.rtt();
        export("vault01", 3, List.of(SampleFindings.key("vault01"), rtt));
        export("vault02", 3, List.of(SampleFindings.key("vault02"), rtt));
        export("log01", 3, List.of(rtt));
        export("log02", 3, List.of(adapter));
        export("log03", 3, List.of(adapter, SampleFindings.snapshots("log03", 1)));
        clustered("ci-runner01", false);
        clustered("ci-runner02", false);
        clustered("ci-runner03", true);
        Place home = site(SITE_A);
        Place beside = place(
                SITE_A, "CL-A", "esx-04.site-a.example", "ds-iscsi-01", "VM-A-Prod", 20 + migrations.size() % 5 * 30);
        add("ntp01", COMPUTE, "compute within live", home, beside, 3, NOTHING, List.of());
        add("archive01", STORAGE, "storage within live", site(SITE_A), otherDatastore(), 3, NOTHING, List.of());
        add("archive02", STORAGE, "storage within cold", site(SITE_A), otherDatastore(), 3, NOTHING, List.of());
    }

    private void withoutWave() {
        entry("acct-web1O");
        excluded("vCLS-4c4c4544", "A vSphere Cluster Services VM; its cluster places it.");
        excluded("acct-db01-shadow", "The secondary of a fault tolerant pair; it follows its primary.");
        add(
                "build-cold01",
                BOTH,
                "both within cold",
                site(SITE_A),
                site(SITE_A),
                null,
                NOTHING,
                List.of(SampleFindings.performance()));
    }

    static SampleMigrations hostile() {
        SampleMigrations made = varied();
        List<String> names = List.of(
                SCRIPT,
                IMAGE,
                BIDI,
                "<!--<script>",
                "{{names}} ${names} $1 \\u003c",
                "javascript:alert(1)",
                "=cmd|'/c calc'!A1",
                "x".repeat(300),
                "\uD800 lone");
        for (String name : names) {
            Finding finding = SampleFindings.finding(name, name, name)
                    .severity("blocker", "no", "vcenter")
                    .on("vm", name, name)
                    .message(name)
                    .evidence(name, name, name, name, name)
                    .remedy(name)
                    .from("javascript:alert(1)")
                    .from("https://evil.example/" + name)
                    .fault(name)
                    .build();
            Place place = new Place(
                    name,
                    name,
                    name,
                    name,
                    name,
                    name,
                    List.of(new Disk(name, name, 1L)),
                    List.of(new Nic(name, name)));
            made.add(
                    name,
                    name,
                    name,
                    place,
                    place,
                    9,
                    new ReliesOn(List.of(name), List.of(name), List.of(name)),
                    List.of(finding));
        }
        return made;
    }

    static SampleMigrations large(int count) {
        SampleMigrations made = new SampleMigrations();
        for (int i = 0; i < count; i++) {
            made.largeOne(i);
        }
        return made;
    }

    private void largeOne(int i) {
        String vm = "app%03d-%s%02d"
                .formatted(i / 40, List.of("web", "db", "cache", "batch").get(i % 4), i % 40);
        List<Finding> findings = new ArrayList<>();
        if (i % 17 == 0) {
            findings.add(SampleFindings.cdrom(vm));
        }
        if (i % 23 == 0) {
            findings.add(SampleFindings.space("ds-%03d".formatted(i % 46)));
        }
        if (i % 5 == 0) {
            findings.add(SampleFindings.vmotionAdapter("esx-%03d.new.example".formatted(i % 200)));
        }
        if (i % 9 == 0) {
            findings.add(SampleFindings.snapshots(vm, i % 7 + 1));
        }
        String host = "esx-%03d.old.example".formatted(i % 320);
        Place from = place(
                SITE_A,
                "CL-OLD-%02d".formatted(i % 12),
                host,
                "ds-old-%03d".formatted(i % 90),
                "VLAN-%d".formatted(100 + i % 60),
                40);
        Place to = place(
                SITE_A,
                "CL-NEW-%02d".formatted(i % 8),
                "esx-%03d.new.example".formatted(i % 200),
                "ds-%03d".formatted(i % 46),
                "VLAN-%d".formatted(100 + i % 60),
                40);
        add(vm, BOTH, "both within live", from, to, i * 20 / 10_000 + 1, NOTHING, findings);
    }

    private void export(String vm, int wave, List<Finding> findings) {
        add(vm, EXPORT, "both advanced live", site(SITE_A), site(SITE_B), wave, NOTHING, findings);
    }

    private void linked(String vm, List<Finding> findings) {
        add(vm, BOTH, "both linked live", site(SITE_A), site(SITE_B), 2, NOTHING, findings);
    }

    private void both(String vm, int wave, List<Finding> findings) {
        add(vm, BOTH, "both within live", site(SITE_A), moved(), wave, NOTHING, findings);
    }

    private static ReliesOn relying() {
        return new ReliesOn(
                List.of("NET-VMK-1G: the window is long enough, says the change board (until 2026-12-31)"),
                List.of("NET-RTT-150: measured 12 ms by hand on 2026-11-20 (until 2026-12-31)"),
                List.of("TIME-SKEW-SSO: NTP is corrected before wave 1"));
    }

    private static Finding waivedGigabit() {
        return SampleFindings.finding("NET-VMK-1G", "The vMotion network has at least 10 Gbit/s", "network")
                .warning("no", "support")
                .on("host", "esx-02.site-a.example", "6f0c-01a/host-22")
                .message(
                        "vmk1 of esx-02.site-a.example runs over vmnic2 at 1 Gbit/s; four migrations at a time at most.")
                .evidence(
                        "host.vmotionMbit",
                        "1000",
                        "Mbit/s",
                        "at least 10000 Mbit/s",
                        "host-22:config.network.pnic[vmnic2]")
                .remedy("Move vmk1 to a 10 Gbit/s uplink.")
                .from("D80-SIM")
                .from("https://techdocs.broadcom.com/us/en/vmware-cis/vsphere.html")
                .waived("the change board: the window is long enough (until 2026-12-31)")
                .build();
    }

    private void clustered(String vm, boolean stuck) {
        Finding evc = SampleFindings.evc(vm, "CL-B");
        Finding adapter = SampleFindings.vmotionAdapter("esx-07.site-b.example");
        Finding slow = SampleFindings.gigabit("esx-06.site-b.example");
        remember(List.of(evc, adapter, slow));
        List<Candidate> candidates = List.of(
                new Candidate("esx-05.site-b.example", "blocked", stuck, List.of(evc.id())),
                new Candidate(
                        "esx-06.site-b.example",
                        stuck ? "blocked" : "approved-with-warnings",
                        !stuck,
                        stuck ? List.of(evc.id(), slow.id()) : List.of(slow.id())),
                new Candidate(
                        "esx-07.site-b.example",
                        stuck ? "blocked" : "undetermined",
                        false,
                        stuck ? List.of(evc.id(), adapter.id()) : List.of(adapter.id())));
        String verdict = stuck ? "blocked" : "approved-with-warnings";
        List<String> own = stuck ? List.of(evc.id()) : List.of(slow.id());
        migrations.add(new Migration(
                SampleTally.id("migration " + vm),
                vm,
                "6f0c-01a/vm-" + (300 + migrations.size()),
                BOTH,
                List.of("both linked live"),
                site(SITE_A),
                place(
                        SITE_B,
                        "CL-B",
                        stuck ? "esx-05.site-b.example" : "esx-06.site-b.example",
                        "ds-iscsi-11",
                        "VM-B-Prod",
                        80),
                3,
                verdict,
                null,
                own,
                NOTHING,
                candidates,
                List.of()));
    }

    private void entry(String name) {
        Finding finding = SampleFindings.entry(name);
        remember(List.of(finding));
        migrations.add(new Migration(
                SampleTally.id("migration " + name),
                name,
                null,
                EXPORT,
                List.of("both advanced live"),
                null,
                null,
                null,
                "blocked",
                null,
                List.of(finding.id()),
                NOTHING,
                List.of(),
                List.of()));
    }

    private void excluded(String vm, String because) {
        migrations.add(new Migration(
                SampleTally.id("migration " + vm),
                vm,
                "6f0c-01a/vm-" + (300 + migrations.size()),
                BOTH,
                List.of("both within live"),
                site(SITE_A),
                null,
                null,
                "excluded",
                because,
                List.of(),
                NOTHING,
                List.of(),
                List.of()));
    }

    private void add(
            String vm,
            String type,
            String kind,
            Place from,
            Place to,
            @Nullable Integer wave,
            ReliesOn relies,
            List<Finding> findings) {
        remember(findings);
        migrations.add(new Migration(
                SampleTally.id("migration " + vm + migrations.size()),
                vm,
                "6f0c-01a/vm-" + (300 + migrations.size()),
                type,
                List.of(kind),
                from,
                to,
                wave,
                SampleTally.verdict(findings),
                null,
                findings.stream().map(Finding::id).toList(),
                relies,
                List.of(),
                type.equals(EXPORT) ? CROSSING : List.of()));
    }

    private void remember(List<Finding> findings) {
        findings.forEach(f -> known.put(f.id(), f));
    }

    private Place site(String vcenter) {
        boolean a = vcenter.equals(SITE_A);
        int host = migrations.size() % 4 + (a ? 1 : 5);
        String name = "esx-%02d.site-%s.example".formatted(host, a ? "a" : "b");
        return place(
                vcenter,
                a ? "CL-A" : "CL-B",
                name,
                a ? "ds-iscsi-01" : "ds-iscsi-11",
                a ? "VM-A-Prod" : "VM-B-Prod",
                20 + migrations.size() % 5 * 30);
    }

    private Place moved() {
        return place(
                SITE_A, "CL-A", "esx-04.site-a.example", "ds-iscsi-02", "VM-A-Prod", 20 + migrations.size() % 5 * 30);
    }

    private Place otherDatastore() {
        Place moved = moved();
        return new Place(null, null, null, null, null, null, moved.disks(), List.of());
    }

    private static Place place(String vcenter, String cluster, String host, String datastore, String network, int gib) {
        String datacenter = vcenter.contains("site-a") ? "DC-A" : "DC-B";
        return new Place(
                vcenter,
                datacenter,
                cluster,
                host,
                "Resources",
                "/" + datacenter + "/vm/prod",
                List.of(
                        new Disk("Hard disk 1", datastore, (long) gib << 30),
                        new Disk("Hard disk 2", datastore, (long) gib << 31)),
                List.of(new Nic("Network adapter 1", network)));
    }
}
