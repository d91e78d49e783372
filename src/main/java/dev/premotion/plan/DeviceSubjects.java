package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Host;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subjects of a VM's other devices. */
record DeviceSubjects(Tables tables) {

    List<Subject> of(CandidateMove move) {
        var devices = move.vm().devices();
        var subjects = new ArrayList<Subject>();
        if (!(devices != null && devices.complete()
                || Boolean.TRUE.equals(move.vm().devicesConfirmed()))) {
            subjects.add(deviceMove(move, null, null, true)); // one that is not listed
        }
        if (devices != null) {
            var from = move.migration().sourceVCenter();
            for (var device : devices) {
                var datastore = from == null ? null : from.datastore(device.datastore());
                subjects.add(deviceMove(move, device, datastore, dependsOnHost(device)));
            }
        }
        return subjects;
    }

    /** One subject for all hosts where it asks nothing of them. */
    private DeviceMove deviceMove(
            CandidateMove move, @Nullable Device device, @Nullable Datastore datastore, boolean asks) {
        var migration = move.migration();
        @Nullable Host source = asks ? migration.source() : null;
        @Nullable Host host = asks ? move.candidate().host() : null;
        return new DeviceMove(move.vm(), device, datastore, source, host, migration.sourceVCenter(), move.to(), tables);
    }

    /** An image on a datastore, a client's device, a virtual GPU and a clock ask something of the destination host. */
    private static boolean dependsOnHost(Device device) {
        return device.backing() == null
                || List.of("iso", "client", "file").contains(device.backing())
                || List.of("vgpu", "precisionClock").contains(device.type());
    }
}
