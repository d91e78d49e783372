package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.util.List;

/**
 * A thing that rules judge, once, however many migrations have it. Subjects expose what rules need as flat leaves: an
 * accessor gives the value or {@code null} where the inventory does not say; DRL never navigates through an absent thing.
 */
public sealed interface Subject
        permits PlannedEntry,
                GivenPermit,
                OpenQuestion,
                VCenterPair,
                HostPair,
                InvolvedHost,
                SourceHost,
                DestinationHost,
                MovingVm,
                VmArrival,
                VmTransfer,
                NameUse,
                HardwareArrival,
                FtArrival,
                SwapMove,
                VmFiles,
                SourceDatastore,
                DiskMove,
                NicMove,
                NetworkAtHost,
                NetworkChange,
                DeviceMove,
                StayingDatastore,
                FurtherDatastore,
                TargetDatastore,
                HostLoad,
                ClusterLoad,
                DatastoreLoad,
                Predecessor,
                Companion,
                MacArrival,
                NameArrival,
                HostRule,
                AffinityGroup,
                BandwidthLoad,
                VmGroup,
                PoolLoad,
                PortLoad,
                MacUse,
                NodeArrival,
                GuestCluster,
                VCenterFault,
                VCenterSilence {

    /** What it is, in the words of a report: {@code vcenter-pair}, {@code vm at a host} and so on. */
    String kind();

    /** Its name for people: names, never ids where a name is known. */
    String name();

    /** The identities it stands for, always in the same order. */
    List<Ref> refs();

    /**
     * What a fact of this subject waits for, where the path does not lead to it: facts that are worked out from others, and
     * things that the inventory does not list.
     *
     * @param path of the fact, as the rule has it
     * @return empty where the path itself leads to what is missing
     */
    default List<Lacking> lacking(String path) {
        return List.of();
    }

    /** What tells two of the same identities apart that are judged differently; empty for most. */
    default String within() {
        return "";
    }

    /** Kind and identities as one text: equal for the same thing, the same from run to run. */
    default String key() {
        return kind() + refs();
    }
}
