package dev.premotion.read.vsphere;

import dev.premotion.inventory.Datacenter;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Folder;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a vCenter of its managed objects: VMs are handed over one by one when all else is known. */
final class VCenterMapper {

    private final Estate estate;
    private final Origins origins = new Origins();
    private final VmMapper vmMapper;
    private final NetworkMapper networks;
    private final List<@Nullable Vm> vms = new ArrayList<>();

    VCenterMapper(Estate estate) {
        this(estate, Beside.NONE);
    }

    VCenterMapper(Estate estate, Beside beside) {
        this.estate = estate;
        this.vmMapper = new VmMapper(estate, origins, beside);
        this.networks = new NetworkMapper(estate);
    }

    /** Where everything was read. */
    Origins origins() {
        return origins;
    }

    void vm(Managed source) {
        if (!estate.seen(source)) {
            return;
        }
        if (!source.refused().isEmpty()) {
            refused(source);
        }
        var vm = vmMapper.vm(source);
        vms.add(vm);
        if (vm.nics() == null || !vm.nics().complete()) {
            networks.usesUnknown();
        } else {
            vm.nics().forEach(nic -> networks.uses(nic.network()));
        }
    }

    private void refused(Managed source) {
        source.refused()
                .forEach((path, fault) -> estate.oddities.add(
                        source.place(path),
                        "vCenter did not give " + source.type() + " " + path + " ("
                                + (fault.isEmpty() ? "no reason" : fault)
                                + "); what it would tell is unknown"
                                + (fault.equals("NoPermission")
                                        ? "\nMaybe the account needs the privileges System.View and System.Read there"
                                        : ""),
                        source.id()));
    }

    /** The vCenter with all that was handed over. */
    VCenter vCenter(Managed top, Extras extras) {
        estate.all().stream().filter(object -> !object.refused().isEmpty()).forEach(this::refused);
        missing();
        var hosts = new HostMapper(estate, extras);
        var clusters = new ClusterMapper(estate, extras);
        var storage = new StorageMapper(estate, extras);
        var filler = new CentreMapper(estate).centre(top, extras);
        filler.put("datacenters", made(this::datacenter, "Datacenter"))
                .put("clusters", made(clusters::cluster, "ClusterComputeResource"))
                .put("hosts", made(hosts::host, "HostSystem"))
                .put("resourcePools", made(clusters::pool, "ResourcePool", "VirtualApp"))
                .put("folders", made(this::folder, "Folder"))
                .put("datastores", made(storage::datastore, "Datastore"))
                .put("datastoreClusters", made(storage::cluster, "StoragePod"))
                .put("networks", made(networks::network, "Network", "DistributedVirtualPortgroup", "OpaqueNetwork"))
                .put(
                        "distributedSwitches",
                        made(networks::distributedSwitch, "DistributedVirtualSwitch", "VmwareDistributedVirtualSwitch"))
                .put("vms", sized(vms, Wanted.VM));
        var vCenter = filler.build();
        origins.read(vCenter.ref(), new ManagedOrigin(top.file(), top.place(""), vCenter));
        return vCenter;
    }

    /** Things made of the objects of some types; absent where there is none and it is not known that there is none. */
    private <T extends Record> @Nullable Object made(Function<Managed, @Nullable T> make, String... types) {
        var made = new LinkedHashMap<String, @Nullable T>();
        for (var source : estate.all()) {
            if (List.of(types).contains(source.type())) {
                var thing = make.apply(source);
                if (thing != null) {
                    made.put(source.id(), thing);
                    var ref = (Ref) Objects.requireNonNull(Draft.value(thing, "ref"));
                    origins.read(ref, new ManagedOrigin(source.file(), source.place(""), thing));
                }
            }
        }
        return sized(new ArrayList<>(made.values()), types);
    }

    private @Nullable Object sized(List<?> things, String... types) {
        var listing = estate.listing(things, types);
        return listing.size() == 0 && !listing.complete() ? null : listing;
    }

    private Datacenter datacenter(Managed source) {
        return new Filler<>(Datacenter.class, source)
                .put("ref", new Ref(Kind.DATACENTER, estate.id, source.id()))
                .put("name", estate.name(source.id()))
                .build();
    }

    /** Only folders of VMs are of interest; absent for others. */
    private @Nullable Folder folder(Managed source) {
        if (!source.texts("childType").contains(Wanted.VM)) {
            return null;
        }
        return new Filler<>(Folder.class, source)
                .put("ref", new Ref(Kind.FOLDER, estate.id, source.id()))
                .put("name", estate.name(source.id()))
                .text("parent", "parent")
                .put("path", estate.path(source))
                .put("datacenter", estate.datacenter(source))
                .build();
    }

    private void missing() {
        var kinds = new LinkedHashMap<String, Long>();
        var types = new ArrayList<>(Wanted.INFRASTRUCTURE);
        types.add("VmwareDistributedVirtualSwitch");
        types.add(Wanted.VM);
        for (var type : types) {
            var absent = estate.absent(type);
            if (absent > 0) {
                kinds.put(type, absent);
            }
        }
        for (Map.Entry<String, Long> kind : kinds.entrySet()) {
            estate.oddities.add(
                    "",
                    "objects of type " + kind.getKey() + " that others refer to are not here: " + kind.getValue()
                            + "; lists of them count as partial\nMaybe the account may not see them, or somebody took"
                            + " them out",
                    "");
        }
    }
}
