package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import java.util.List;

/**
 * A thing that rules judge, once, however many migrations have it. Subjects expose what rules need as flat leaves: an
 * accessor gives the value or {@code null} where the inventory does not say; DRL never navigates through an absent thing.
 */
public sealed interface Subject
        permits PlannedEntry,
                OpenQuestion,
                VCenterPair,
                HostPair,
                InvolvedHost,
                SourceHost,
                DestinationHost,
                MovingVm,
                VmArrival,
                VmTransfer,
                DiskMove,
                NicMove,
                NetworkAtHost,
                DeviceMove,
                StayingDatastore,
                TargetDatastore,
                HostLoad,
                DatastoreLoad,
                MacUse {

    /** What it is, in the words of a report: {@code vcenter-pair}, {@code vm at a host} and so on. */
    String kind();

    /** Its name for people: names, never ids where a name is known. */
    String name();

    /** The identities it stands for, always in the same order. */
    List<Ref> refs();

    /** Kind and identities as one text: equal for the same thing, the same from run to run. */
    default String key() {
        return kind() + refs();
    }
}
