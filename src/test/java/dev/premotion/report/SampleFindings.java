package dev.premotion.report;

import dev.premotion.report.Result.Evidence;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings as the rules write them, for reports to be tried on; {@code migrations} is counted by {@link SampleTally}. */
final class SampleFindings {

    private static final String SITES = "vcsa-01a.site-a.example -> vcsa-02a.site-b.example";

    private SampleFindings() {}

    static Finding clocks() {
        return finding("TIME-SKEW-SSO", "The clocks of both vCenters agree within the SSO token tolerance", "time")
                .blocker("no", "vcenter")
                .on("vcenter-pair", SITES, "6f0c-01a 6f0c-02a")
                .message("The clocks differ by 11 min 40 s; an SSO token is accepted within 10 min.")
                .evidence("pair.clockSkew", "700", "s", "at most 600 s", "vcsa-01a.json#/vcenters/0/clock (line 14)")
                .remedy("Point both appliances at the same NTP servers, then capture again.")
                .from("SSO-CLOCK")
                .build();
    }

    static Finding evc(String vm, String cluster) {
        return finding("CPU-EVC-CLUSTER", "The destination offers the EVC mode that the VM was started with", "cpu")
                .blocker("no", "vcenter")
                .on("vm-arrival", vm + " at " + cluster, vm + " " + cluster)
                .message(vm + " runs with intel-icelake; " + cluster + " offers intel-skylake.")
                .evidence("vm.minEvcMode", "intel-icelake", null, null, "vm-101:runtime.minRequiredEVCModeKey")
                .evidence(
                        "host.cluster.evcMode",
                        "intel-skylake",
                        null,
                        "at least intel-icelake",
                        "domain-c8:summary.currentEVCModeKey")
                .remedy("Power the VM off before the move, or raise the EVC mode of the destination cluster.")
                .from("D80-EVC")
                .fault("FeatureRequirementsNotMet")
                .fault("CPUIncompatible")
                .build();
    }

    static Finding rdm(String vm, String host) {
        return finding("STOR-RDM-LUN", "The LUN behind a raw device mapping is visible to the destination", "storage")
                .blocker("no", "host")
                .on("vm-arrival", vm + " at " + host, vm + " " + host)
                .message("Hard disk 2 of " + vm + " maps LUN naa.60003ff44dc75adc, which " + host + " does not see.")
                .evidence("rdm.lunUuid", "naa.60003ff44dc75adc", null, null, "RVTools_export.xlsx, vDisk!M118")
                .evidence(
                        "host.lunUuids",
                        "naa.60003ff44dc70001, naa.60003ff44dc70002",
                        null,
                        "contains it",
                        "host-31:config.storageDevice")
                .remedy("Present the LUN to the destination host and rescan, or move the mapping with the disk.")
                .from("D80-RDM")
                .fault("RDMPointsToInaccessibleDisk")
                .build();
    }

    static Finding space(String datastore) {
        return finding("STOR-FREE-SPACE", "The destination datastore has room for what arrives", "storage")
                .blocker("no", "host")
                .on("datastore-load", datastore, datastore)
                .message(datastore + " has 412 GiB free; the migrations of wave 2 bring 655 GiB.")
                .evidence(
                        "datastore.freeBytes",
                        "442381631488",
                        "bytes",
                        "at least 703300894720 bytes",
                        "datastore-41:summary.freeSpace")
                .remedy("Free 243 GiB, or send some of the disks to another datastore.")
                .from("D80-SVREQ")
                .fault("NoDiskSpace")
                .build();
    }

    static Finding passthrough(String vm) {
        return finding("VM-PCI-PASSTHROUGH", "The VM has no fixed passthrough device", "vm")
                .blocker("no", "vcenter")
                .on("vm", vm, vm)
                .message(vm + " holds PCI device 0000:3b:00.0, which cannot leave its host while powered on.")
                .evidence(
                        "vm.devices[13000].backing",
                        "VirtualPCIPassthroughDeviceBackingInfo",
                        null,
                        "absent",
                        "vm-207:config.hardware.device[13000]")
                .remedy("Power the VM off for the move and give it a device of the destination host afterwards.")
                .from("D80-REQ")
                .fault("VMotionNotSupported")
                .build();
    }

    static Finding cdrom(String vm) {
        return finding("VM-CD-HOST", "No CD drive is connected to a device of the host", "vm")
                .blocker("no", "vcenter")
                .on("vm", vm, vm)
                .message(vm + " has CD/DVD drive 1 connected to the host's drive.")
                .evidence("vm.devices[3000].connected", "true", null, "false", "RVTools_export.xlsx, vCD!D44")
                .remedy("Disconnect the drive (Edit settings, CD/DVD drive 1, Connected).")
                .from("D80-REQ")
                .fault("RemoteDeviceNotSupported")
                .build();
    }

    static Finding portGroup(String vm, String network) {
        return finding("NET-PG-EXISTS", "The destination network exists where the VM goes", "network")
                .blocker("no", "vcenter")
                .on("nic-move", vm + " Network adapter 1", vm + " 4000")
                .message("No port group \"" + network
                        + "\" in vcsa-02a.site-b.example.\nMaybe \"VM-B-Prod\" or \"VM-B-Prod-2\"?")
                .evidence(
                        "destination.portGroup",
                        network,
                        null,
                        "one of 14 port groups",
                        "plan.yaml#/migrations/7/to/networks (line 41)")
                .remedy("Correct the name in the plan, or create the port group.")
                .from("D80-NET")
                .fault("CannotAccessNetwork")
                .build();
    }

    static Finding entry(String name) {
        return finding("PLAN-VM-FOUND", "The plan's entry names exactly one VM", "plan")
                .blocker("no", "vcenter")
                .on("plan-entry", name, name)
                .message("No VM is called \"" + name + "\".\nMaybe acct-web01 or acct-web10?")
                .evidence("entry.vm", name, null, "one VM", "plan.yaml#/migrations/19/vm (line 96)")
                .remedy("Correct the entry in the plan.")
                .from("design")
                .build();
    }

    static Finding vmotionAdapter(String host) {
        return finding("NET-VMK-EXISTS", "Both hosts have a VMkernel adapter for vMotion", "network")
                .blocker("unknown", "vcenter")
                .on("host", host, host)
                .message("The snapshot does not say whether " + host + " has a vMotion adapter.")
                .evidence("host.vmotionAdapter", null, null, "true", null)
                .remedy("Look at Configure, VMkernel adapters of the host, and answer in facts.yaml.")
                .from("D80-VMK")
                .fault("VMotionNotConfigured")
                .build();
    }

    static Finding rtt() {
        return finding("NET-RTT-150", "The round trip between the sites is at most 150 ms", "network")
                .blocker("unknown", "support")
                .on("host-pair", "site-a -> site-b", "site-a site-b")
                .message("Nobody measured the round trip between site-a and site-b.")
                .evidence("link.rttMillis", null, "ms", "at most 150 ms", null)
                .remedy("Run vmkping between the vMotion adapters of both sites and answer in facts.yaml.")
                .from("KB2106949")
                .build();
    }

    static Finding key(String vm) {
        return finding("VM-ENC-DEST-KEY", "The destination vCenter knows the key provider of an encrypted VM", "vm")
                .blocker("unknown", "vcenter")
                .on("vm", vm, vm)
                .message("Key provider kp-site-a of " + vm + " was not looked for at vcsa-02a.site-b.example.")
                .evidence("vm.keyProvider", "kp-site-a", null, null, "vm-311:config.keyId.providerId")
                .evidence("destination.keyProviders", null, null, "contains kp-site-a", null)
                .remedy("List the key providers of the destination vCenter in facts.yaml.")
                .from("D80-ENC")
                .build();
    }

    static Finding snapshots(String vm, int count) {
        return finding("STOR-SNAP-RELAYOUT", "Snapshots keep their layout when disks move", "storage")
                .warning("no", "support")
                .on("vm", vm, vm)
                .message(vm + " has " + count + " snapshots; their disks are copied one by one over NFC.")
                .evidence("vm.snapshots.size", Integer.toString(count), null, "0", "RVTools_export.xlsx, vSnapshot!A12")
                .remedy("Consolidate the snapshots before the move if they are no longer needed.")
                .from("D80-SNAP")
                .build();
    }

    static Finding tools(String vm) {
        return finding("VM-NO-HEARTBEAT", "VMware Tools answer before the move", "vm")
                .warning("no", "nobody")
                .on("vm", vm, vm)
                .message("VMware Tools of " + vm + " are not running, so nothing tells whether the guest survived.")
                .evidence(
                        "vm.toolsRunningStatus",
                        "guestToolsNotRunning",
                        null,
                        "guestToolsRunning",
                        "RVTools_export.xlsx, vTools!F20")
                .remedy("Start VMware Tools, or agree with the owner on another check.")
                .from("D80-TOOLS")
                .fault("NoGuestHeartbeat")
                .build();
    }

    static Finding gigabit(String host) {
        return finding("NET-VMK-1G", "The vMotion network has at least 10 Gbit/s", "network")
                .warning("no", "support")
                .on("host", host, host)
                .message("vmk1 of " + host + " runs over vmnic2 at 1 Gbit/s; four migrations at a time at most.")
                .evidence(
                        "host.vmotionMbit",
                        "1000",
                        "Mbit/s",
                        "at least 10000 Mbit/s",
                        "host-22:config.network.pnic[vmnic2]")
                .remedy("Move vmk1 to a 10 Gbit/s uplink.")
                .from("D80-SIM")
                .build();
    }

    static Finding performance() {
        return finding("VC-PERFDATA-AGE", "Performance statistics are recent", "vcenter")
                .severity("info", "unknown", "nobody")
                .on("vcenter", "vcsa-01a.site-a.example", "6f0c-01a")
                .message("The snapshot has no performance statistics, so dirty rates are guessed.")
                .evidence("vcenter.performance", null, null, null, null)
                .remedy("Capture with --performance to simulate with measured rates.")
                .from("design")
                .build();
    }

    static Builder finding(String rule, String title, String topic) {
        return new Builder(rule, title, topic);
    }

    /** Gathers one finding. */
    static final class Builder {
        private final String rule;
        private final String title;
        private final String topic;
        private String severity = "blocker";
        private String answer = "no";
        private String enforcedBy = "vcenter";
        private Subject subject = new Subject("vm", "", "");
        private String message = "";
        private String remedy = "";
        private final List<Evidence> evidence = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private @Nullable String waiver;

        private Builder(String rule, String title, String topic) {
            this.rule = rule;
            this.title = title;
            this.topic = topic;
        }

        Builder blocker(String itsAnswer, String by) {
            return severity("blocker", itsAnswer, by);
        }

        Builder warning(String itsAnswer, String by) {
            return severity("warning", itsAnswer, by);
        }

        Builder severity(String itsSeverity, String itsAnswer, String by) {
            severity = itsSeverity;
            answer = itsAnswer;
            enforcedBy = by;
            return this;
        }

        Builder on(String kind, String name, String ref) {
            subject = new Subject(kind, name, ref);
            return this;
        }

        Builder message(String text) {
            message = text;
            return this;
        }

        Builder evidence(
                String fact,
                @Nullable String value,
                @Nullable String unit,
                @Nullable String required,
                @Nullable String origin) {
            evidence.add(new Evidence(fact, value, unit, required, origin));
            return this;
        }

        Builder remedy(String text) {
            remedy = text;
            return this;
        }

        Builder from(String source) {
            sources.add(source);
            return this;
        }

        Builder fault(String fault) {
            faults.add(fault);
            return this;
        }

        Builder waived(String by) {
            waiver = by;
            return this;
        }

        Finding build() {
            String id = SampleTally.id(rule + "|" + subject.kind() + "|" + subject.ref());
            return new Finding(
                    id,
                    rule,
                    title,
                    topic,
                    severity,
                    answer,
                    enforcedBy,
                    subject,
                    message,
                    List.copyOf(evidence),
                    remedy,
                    List.copyOf(sources),
                    List.copyOf(faults),
                    waiver,
                    0);
        }
    }
}
