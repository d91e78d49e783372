package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A cluster.
 *
 * @param ref identity
 * @param name name
 * @param datacenter id of its datacenter
 * @param evcEnabled false where EVC is off, so that {@code evcMode} is absent for good
 * @param evcMode key of its EVC mode, such as {@code intel-broadwell} ({@code summary.currentEVCModeKey})
 * @param drsEnabled whether DRS is on
 * @param drsBehavior manual, partiallyAutomated or fullyAutomated
 * @param haEnabled whether vSphere HA is on
 * @param haAdmissionControlEnabled whether HA admission control is on
 * @param haAdmissionControlPolicy how HA counts what it keeps for failover: percentage, slots, fixedSlots or failoverHosts;
 *     fixedSlots is a slot size that somebody set or bounded
 * @param haAdmissionConfirmed whether somebody confirmed that HA admission control lets in what the plan brings; for
 *     sources that do not tell how it counts
 * @param failoverHosts ids of hosts set aside for failover
 * @param storageConfirmed whether somebody confirmed that each of its hosts reaches every datastore on which files of its
 *     VMs lie, and may write to it; for sources that do not tell
 * @param networksConfirmed whether somebody confirmed that each of its hosts offers every network that its VMs are
 *     connected to; likewise
 * @param swapPlacement vmDirectory or hostLocal
 * @param rules DRS affinity rules
 * @param rulesConfirmed whether somebody confirmed that no rule is in force but those listed; for sources that do not list
 *     rules between VMs and hosts
 * @param failoverCpuPercent share of its CPU that HA keeps free for failover, per cent
 * @param failoverMemoryPercent share of its memory that HA keeps free for failover, per cent
 * @param failoverLevel how many hosts may fail, where HA counts by slots
 * @param effectiveCpuMhz CPU that its running hosts have for VMs, MHz
 * @param effectiveMemoryMiB memory that its running hosts have for VMs, MiB
 * @param maxFtVmsPerHost most VMs with Fault Tolerance on one of its hosts, secondaries included; 0 where not limited
 * @param maxFtVcpusPerHost most vCPUs of VMs with Fault Tolerance on one of its hosts, likewise
 * @param hostGroups groups of its hosts that rules and Fault Tolerance name
 * @param tags names of its tags
 */
public record Cluster(
        Ref ref,
        @Nullable String name,
        @Nullable String datacenter,
        @Nullable Boolean evcEnabled,
        @Nullable String evcMode,
        @Nullable Boolean drsEnabled,
        @Nullable String drsBehavior,
        @Nullable Boolean haEnabled,
        @Nullable Boolean haAdmissionControlEnabled,
        @Nullable String haAdmissionControlPolicy,
        @Nullable Boolean haAdmissionConfirmed,
        @Nullable Listing<String> failoverHosts,
        @Nullable Boolean storageConfirmed,
        @Nullable Boolean networksConfirmed,
        @Nullable String swapPlacement,
        @Nullable Listing<ClusterRule> rules,
        @Nullable Boolean rulesConfirmed,
        @Nullable Integer failoverCpuPercent,
        @Nullable Integer failoverMemoryPercent,
        @Nullable Integer failoverLevel,
        @Nullable Long effectiveCpuMhz,
        @Nullable Long effectiveMemoryMiB,
        @Nullable Integer maxFtVmsPerHost,
        @Nullable Integer maxFtVcpusPerHost,
        @Nullable Listing<HostGroup> hostGroups,
        @Nullable Listing<String> tags) {}
