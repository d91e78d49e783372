package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.ClusterRule;
import dev.premotion.inventory.HostGroup;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.ResourcePool;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes clusters and resource pools. */
final class ClusterMapper {

    private static final List<String> SUMMARY =
            List.of("summary.numHosts", "summary.numVmotions", "summary.overallStatus");
    private static final List<String> CONFIG = List.of("configurationEx.dasConfig", "configurationEx.drsConfig");

    private static final String POLICY = "configurationEx.dasConfig.admissionControlPolicy";
    private static final Set<String> SLOT = Set.of("das.slotcpuinmhz", "das.slotmeminmb");
    private static final Set<String> LEAST = Set.of("das.vmcpuminmhz", "das.vmmemoryminmb");
    /** VMs and vCPUs with Fault Tolerance that a host may have unless an option says otherwise (D80-FT). */
    private static final int FT_VMS = 4;

    private static final int FT_VCPUS = 8;

    private final Estate estate;
    private final Extras extras;

    ClusterMapper(Estate estate, Extras extras) {
        this.extras = extras;
        this.estate = estate;
    }

    Cluster cluster(Managed source) {
        var evc = source.text("summary.currentEVCModeKey");
        return new Filler<>(Cluster.class, source)
                .put("ref", new Ref(Kind.CLUSTER, estate.id, source.id()))
                .put("name", estate.name(source.id()))
                .put("datacenter", estate.datacenter(source))
                .put(
                        "evcEnabled",
                        evc != null
                                ? Boolean.TRUE
                                : source.unset("summary.currentEVCModeKey", SUMMARY) ? Boolean.FALSE : null)
                .put("evcMode", evc)
                .truth("drsEnabled", "configurationEx.drsConfig.enabled")
                .text("drsBehavior", "configurationEx.drsConfig.defaultVmBehavior")
                .truth("haEnabled", "configurationEx.dasConfig.enabled")
                .truth("haAdmissionControlEnabled", "configurationEx.dasConfig.admissionControlEnabled")
                .put("haAdmissionControlPolicy", policy(source))
                .put("failoverHosts", failoverHosts(source))
                .text("swapPlacement", "configurationEx.vmSwapPlacement")
                .put("rules", rules(source))
                .put("tags", extras.beside().rest().of(source.id()))
                .count("failoverCpuPercent", POLICY + ".cpuFailoverResourcesPercent")
                .count("failoverMemoryPercent", POLICY + ".memoryFailoverResourcesPercent")
                .count("failoverLevel", POLICY + ".failoverLevel")
                .amount("effectiveCpuMhz", "summary.effectiveCpu")
                .amount("effectiveMemoryMiB", "summary.effectiveMemory")
                .put("maxFtVmsPerHost", option(source, "das.maxftvmsperhost", FT_VMS))
                .put("maxFtVcpusPerHost", option(source, "das.maxftvcpusperhost", FT_VCPUS))
                .put("hostGroups", hostGroups(source))
                .build();
    }

    /** Absent where somebody set what a VM without a reservation counts, since nobody knows that number here. */
    private static @Nullable String policy(Managed source) {
        return switch (source.type(POLICY)) {
            case "ClusterFailoverHostAdmissionControlPolicy" -> "failoverHosts";
            case "ClusterFailoverResourcesAdmissionControlPolicy" -> option(source, LEAST) ? null : "percentage";
            case "ClusterFailoverLevelAdmissionControlPolicy" ->
                source.has(POLICY + ".slotPolicy") || option(source, SLOT)
                        ? "fixedSlots"
                        : option(source, LEAST) ? null : "slots";
            default -> null;
        };
    }

    private static boolean option(Managed source, Set<String> names) {
        return source.parts("configurationEx.dasConfig.option").stream()
                .map(option -> String.valueOf(option.text("key")).toLowerCase(Locale.ROOT))
                .anyMatch(names::contains);
    }

    /** Only one kind of admission control sets hosts aside. */
    private static @Nullable Listing<String> failoverHosts(Managed source) {
        return source.has(POLICY)
                ? Listing.complete(source.texts(POLICY + ".failoverHosts"))
                : source.unset(POLICY, CONFIG) ? Listing.complete(List.of()) : null;
    }

    /** An advanced option of HA; what nobody has set has its default. */
    private static @Nullable Integer option(Managed source, String name, int otherwise) {
        var options = "configurationEx.dasConfig.option";
        for (var option : source.parts(options)) {
            if (name.equalsIgnoreCase(option.text("key"))) {
                return option.count("value");
            }
        }
        return source.has(options) || source.unset(options, CONFIG) ? Integer.valueOf(otherwise) : null;
    }

    private static @Nullable Listing<HostGroup> hostGroups(Managed source) {
        if (!source.has("configurationEx.group") && !source.unset("configurationEx.group", CONFIG)) {
            return null;
        }
        var groups = new ArrayList<HostGroup>();
        for (var group : source.parts("configurationEx.group")) {
            var name = group.text("name");
            if (name != null && group.type().equals("ClusterHostGroup")) {
                groups.add(new HostGroup(name, Listing.complete(group.texts("host"))));
            }
        }
        return Listing.complete(groups);
    }

    private static @Nullable Listing<ClusterRule> rules(Managed source) {
        if (!source.has("configurationEx.rule") && !source.unset("configurationEx.rule", CONFIG)) {
            return null;
        }
        var rules = new ArrayList<ClusterRule>();
        boolean complete = true;
        for (var rule : source.parts("configurationEx.rule")) {
            var name = rule.text("name");
            complete &= name != null;
            var made = name == null ? null : rule(source, rule, name);
            if (made != null) {
                rules.add(made);
            }
        }
        return new Listing<>(rules, complete);
    }

    private static @Nullable ClusterRule rule(Managed cluster, Part rule, String name) {
        var filler = new Filler<>(ClusterRule.class, rule)
                .put("name", name)
                .truth("enabled", "enabled")
                .truth("mandatory", "mandatory");
        return switch (rule.type()) {
            case "ClusterAffinityRuleSpec" ->
                filler.put("type", "affinity")
                        .put("vms", Listing.complete(rule.texts("vm")))
                        .build();
            case "ClusterAntiAffinityRuleSpec" ->
                filler.put("type", "antiAffinity")
                        .put("vms", Listing.complete(rule.texts("vm")))
                        .build();
            case "ClusterVmHostRuleInfo" -> {
                var with = rule.text("affineHostGroupName");
                var without = rule.text("antiAffineHostGroupName");
                yield filler.put(
                                "type", with != null ? "vmHostAffinity" : without != null ? "vmHostAntiAffinity" : null)
                        .put("vms", group(cluster, rule.text("vmGroupName"), "vm"))
                        .put("hosts", group(cluster, with != null ? with : without, "host"))
                        .build();
            }
            case "ClusterDependencyRuleInfo" -> null; // an order of starting, which no migration changes
            default -> filler.build();
        };
    }

    private static @Nullable Listing<String> group(Managed cluster, @Nullable String name, String members) {
        for (var group : cluster.parts("configurationEx.group")) {
            if (name != null && name.equals(group.text("name"))) {
                return Listing.complete(group.texts(members));
            }
        }
        return null;
    }

    ResourcePool pool(Managed source) {
        return new Filler<>(ResourcePool.class, source)
                .put("ref", new Ref(Kind.POOL, estate.id, source.id()))
                .put("name", estate.name(source.id()))
                .put("path", path(source))
                .put("parent", source.kind("parent").matches("ResourcePool|VirtualApp") ? source.text("parent") : null)
                .put("owner", owner(source))
                .put("vApp", source.type().equals("VirtualApp"))
                .amount("memoryReservationMiB", "config.memoryAllocation.reservation")
                .put("memoryUnreservedForVmMiB", source.mebibytes("runtime.memory.unreservedForVm"))
                .put("tags", extras.beside().rest().of(source.id()))
                .truth("memoryExpandable", "config.memoryAllocation.expandableReservation")
                .amount("cpuReservationMhz", "config.cpuAllocation.reservation")
                .amount("cpuUnreservedForVmMhz", "runtime.cpu.unreservedForVm")
                .truth("cpuExpandable", "config.cpuAllocation.expandableReservation")
                .build();
    }

    /** A stand-alone host is known by its own id and not by that of the compute resource around it. */
    private @Nullable String owner(Managed source) {
        var owner = source.text("owner");
        var compute = estate.get(owner);
        if (compute == null || compute.type().equals("ClusterComputeResource")) {
            return owner;
        }
        var hosts = compute.texts("host");
        return hosts.size() == 1 ? hosts.get(0) : null;
    }

    private @Nullable String path(Managed source) {
        var path = new StringBuilder("/" + estate.name(source.id()));
        for (var other : estate.around(source)) {
            path.insert(0, "/" + estate.name(other.id()));
            if (other.type().endsWith("ComputeResource")) {
                return path.toString();
            }
        }
        return null;
    }
}
