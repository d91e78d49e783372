package dev.premotion.read.rvtools;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the records of VMs, and says of each listing whether it is all there is. */
final class VmAssembly {

    private final Workbook workbook;
    private final Origins places;
    private final PlaceOrigin listings;

    VmAssembly(Workbook workbook, Origins places) {
        this.workbook = workbook;
        this.places = places;
        var sheets = new TreeMap<String, String>();
        listing(sheets, "disks", Tables.DISK);
        listing(sheets, "nics", Tables.NETWORK);
        listing(sheets, "devices", Tables.CD);
        listing(sheets, "snapshots", Tables.SNAPSHOT);
        listing(sheets, "toolsInstallerMounted", Tables.CD);
        this.listings = new PlaceOrigin(sheets);
    }

    private void listing(TreeMap<String, String> sheets, String property, Table table) {
        var sheet = workbook.sheet(table);
        if (sheet != null) {
            sheets.put(property, workbook.file + " " + sheet.name());
        }
    }

    Vm build(VmInMaking vm) {
        var ref = new Ref(Kind.VM, vm.site.id, vm.id());
        vm.origins.forEach(origin -> places.read(ref, origin));
        places.read(ref, listings);
        return vm.draft
                .set("ref", ref)
                .set("disks", counted(Tables.DISK, vm, this.<Disk>parts(Kind.DISK, ref, vm.disks), vm.statedDisks))
                .set("nics", counted(Tables.NETWORK, vm, this.<Nic>parts(Kind.NIC, ref, vm.nics), vm.statedNics))
                .set("devices", devices(vm, ref))
                .set("snapshots", listing(Tables.SNAPSHOT, vm, vm.snapshots))
                .set("toolsInstallerMounted", toolsInstaller(vm))
                .build();
    }

    private <T extends Record> List<T> parts(String kind, Ref vm, List<VmInMaking.Part<T>> parts) {
        var made = new ArrayList<T>(parts.size());
        for (var part : parts) {
            var ref = new Ref(kind, vm.vCenter(), vm.id() + "/" + part.key());
            places.read(ref, part.origin());
            made.add(part.draft().set("ref", ref).build());
        }
        return made;
    }

    /** Devices whose number vInfo states: all, if as many were read, or if none is stated and some were read. */
    private <T> @Nullable Listing<T> counted(Table table, VmInMaking vm, List<T> read, @Nullable Integer stated) {
        var listing = listing(table, vm, read);
        boolean agrees = stated == null ? !read.isEmpty() : stated == read.size();
        return listing == null ? null : new Listing<>(listing.items(), listing.complete() && agrees);
    }

    private <T> @Nullable Listing<T> listing(Table table, VmInMaking vm, List<T> read) {
        return workbook.has(table) ? new Listing<>(read, whole(table, vm)) : null;
    }

    /** Whether each row of the sheet that is about this VM was read. */
    private boolean whole(Table table, VmInMaking vm) {
        var sheet = workbook.sheet(table);
        return sheet != null && !sheet.broken && !sheet.unattributed.contains(vm.name);
    }

    /** Never all: no sheet lists PCI devices, ports or a TPM, nor since RVTools 4.1.2 floppy drives. */
    private @Nullable Listing<?> devices(VmInMaking vm, Ref ref) {
        boolean some = workbook.has(Tables.CD) || workbook.has(Tables.USB) || workbook.has(Tables.FLOPPY);
        return some ? Listing.partial(parts(Kind.DEVICE, ref, vm.devices)) : null;
    }

    private @Nullable Boolean toolsInstaller(VmInMaking vm) {
        return Boolean.TRUE.equals(vm.toolsInstaller) || whole(Tables.CD, vm) ? vm.toolsInstaller : null;
    }
}
