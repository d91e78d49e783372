package dev.premotion.read.rvtools;

import dev.premotion.inventory.Device;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Origin;
import dev.premotion.inventory.Snapshot;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A VM and what other sheets than vInfo say of it. */
final class VmInMaking {

    final Site site;
    final String name;
    final Draft<Vm> draft = new Draft<>(Vm.class);
    final List<Origin> origins = new ArrayList<>(4);
    final List<Part<Disk>> disks = new ArrayList<>(2);
    final List<Part<Nic>> nics = new ArrayList<>(1);
    final List<Part<Device>> devices = new ArrayList<>(1);
    final List<Snapshot> snapshots = new ArrayList<>(0);

    @Nullable
    Integer statedDisks;

    @Nullable
    Integer statedNics;

    /** Whether some drive holds the Tools installer; absent where a drive's medium is unknown. */
    @Nullable
    Boolean toolsInstaller = false;

    private final String standIn;
    private @Nullable String id;

    VmInMaking(Site site, String name, @Nullable String id, String standIn) {
        this.site = site;
        this.name = name;
        this.id = id;
        this.standIn = standIn;
    }

    /** Its managed object id, or what stands for it. */
    String id() {
        return id == null ? standIn : id;
    }

    @Nullable
    String managedId() {
        return id;
    }

    void adopt(String managedId) {
        id = managedId;
    }

    /**
     * One of its devices.
     *
     * @param key device key; negative where no sheet tells it
     * @param draft the record so far
     * @param origin the row it was read from
     */
    record Part<T extends Record>(int key, Draft<T> draft, Origin origin) {}
}
