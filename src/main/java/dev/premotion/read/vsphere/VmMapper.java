package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import dev.premotion.read.EscapedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a VM, with its devices, of a {@code VirtualMachine}. */
final class VmMapper {

    /** The API never leaves these out, so that with them an absent property is one that is not set. */
    static final List<String> CONFIG = List.of(
            "config.uuid", "config.template", "config.guestId", "config.files", "config.flags", "config.hardware");

    private final Estate estate;
    private final Origins origins;
    private final Beside beside;

    VmMapper(Estate estate, Origins origins, Beside beside) {
        this.beside = beside;
        this.estate = estate;
        this.origins = origins;
    }

    Vm vm(Managed source) {
        var ref = new Ref(Kind.VM, estate.id, source.id());
        var filler = new Filler<>(Vm.class, source).put("ref", ref);
        where(source, filler);
        new VmState(estate, source).fill(filler);
        new VmHardware(estate, source).fill(filler);
        devices(source, ref, filler);
        var vm = filler.build();
        origins.read(ref, new ManagedOrigin(source.file(), source.place(""), vm));
        return vm;
    }

    private void where(Managed source, Filler<Vm> vm) {
        var host = estate.get(source.text("runtime.host"));
        var around = host == null ? null : estate.get(host.text("parent"));
        var folder = estate.get(source.text("parent"));
        var name = source.text("name");
        var datacenter = estate.datacenter(source);
        vm.put("name", name == null ? null : EscapedName.unescape(name))
                .text("instanceUuid", "config.instanceUuid")
                .text("biosUuid", "config.uuid")
                .put("datacenter", datacenter != null || host == null ? datacenter : estate.datacenter(host))
                .put("cluster", around == null || !around.type().equals("ClusterComputeResource") ? null : around.id())
                .text("host", "runtime.host")
                .text("resourcePool", "resourcePool")
                .put("folder", folder == null ? null : estate.path(folder))
                .text("vApp", "parentVApp")
                .put("tags", beside.rest().of(source.id()))
                .text("vmPathName", "config.files.vmPathName")
                .text("snapshotDirectory", "config.files.snapshotDirectory")
                .put("homeDatastore", datastore(source, "config.files.vmPathName"))
                .put("homeStoragePolicy", beside.policies().homes().of(source.id()))
                .put("homeStoragePolicyAssigned", beside.policies().homes().any(source.id()))
                .put("ftMetadataDatastore", datastore(source, "config.files.ftMetadataDirectory"))
                .put("metroFtEnabled", estate.since(source, "config.metroFtEnabled", "8.0.3.0", VmMapper.CONFIG))
                .text("metroFtHostGroup", "config.metroFtHostGroup");
    }

    /** The datastore that a path names, among those it uses. */
    private @Nullable String datastore(Managed source, String at) {
        var path = source.text(at);
        if (path == null || !path.startsWith("[") || path.indexOf(']') < 2) {
            return null;
        }
        var name = EscapedName.unescape(path.substring(1, path.indexOf(']')));
        var found = source.texts("datastore").stream()
                .filter(id -> name.equals(estate.name(id)))
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private void devices(Managed source, Ref ref, Filler<Vm> vm) {
        var devices = source.parts("config.hardware.device");
        if (devices.isEmpty()) {
            return; // even a VM that was given nothing has its controllers
        }
        var diskMapper = new DiskMapper(estate, ref, source, devices, beside);
        var nicMapper = new NicMapper(estate, ref, source.text("runtime.host"), beside.ports());
        var disks = new ArrayList<@Nullable Disk>();
        var nics = new ArrayList<@Nullable Nic>();
        var others = new ArrayList<Device>();
        for (var device : devices) {
            if (DiskMapper.maps(device)) {
                disks.add(diskMapper.disk(device));
            } else if (NicMapper.maps(device)) {
                nics.add(nicMapper.nic(device));
            } else {
                var other = DeviceMapper.device(device, ref);
                if (other != null) {
                    others.add(other);
                }
            }
        }
        boolean typed = devices.stream().noneMatch(device -> device.type().isEmpty() || !device.has("key"));
        vm.put("disks", listing(source, disks, typed))
                .put("nics", listing(source, nics, typed))
                .put("devices", listing(source, new ArrayList<@Nullable Device>(others), typed));
    }

    private <T extends Record> Listing<T> listing(Managed source, List<@Nullable T> made, boolean complete) {
        var kept = new ArrayList<T>();
        for (var thing : made) {
            if (thing != null) {
                kept.add(thing);
                var ref = (Ref) Objects.requireNonNull(Draft.value(thing, "ref"));
                origins.read(ref, new ManagedOrigin(source.file(), source.place(""), thing));
            }
        }
        return new Listing<>(kept, complete && kept.size() == made.size());
    }
}
