package dev.premotion.plan;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Device;
import dev.premotion.inventory.Disk;
import dev.premotion.inventory.GuestSupport;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a VM is made of, at possible destination hosts that offer the same: devices, controllers, guest, memory.
 *
 * @param like the hosts, one or more; they differ in nothing that is asked here
 */
public record HardwareArrival(Vm vm, List<Host> like) implements Subject {

    /** The first of the hosts, which stands for all. */
    public Host host() {
        return like.get(0);
    }

    /** Names of the hosts. */
    public String hosts() {
        return Words.some(like.stream().map(Host::label).toList());
    }

    @Override
    public String kind() {
        return "vm-hardware";
    }

    @Override
    public String name() {
        return vm.label() + " at " + hosts();
    }

    @Override
    public List<Ref> refs() {
        return List.of(vm.ref(), host().ref());
    }

    /** Whether the host offers every class of device and controller that the VM has. */
    public @Nullable Boolean devicesOffered() {
        return DeviceOffer.offered(vm, host());
    }

    /** Classes of devices and controllers that the host is known to lack. */
    public List<String> missingDevices() {
        return DeviceOffer.missing(vm, host());
    }

    /** Whether the host has every I/O filter that is on a disk of the VM. */
    public @Nullable Boolean filtersOffered() {
        return DeviceOffer.filtersOffered(vm, host());
    }

    /** Filters that the host is known to lack. */
    public List<String> missingFilters() {
        return DeviceOffer.missingFilters(vm, host());
    }

    /** Whether it has an NVDIMM or a disk in persistent memory. */
    public @Nullable Boolean persistentMemory() {
        var found = new ArrayList<@Nullable Boolean>();
        var devices = vm.devices();
        var disks = vm.disks();
        found.add(devices == null || !devices.complete() ? null : Boolean.FALSE);
        found.add(disks == null || !disks.complete() ? null : Boolean.FALSE);
        if (devices != null) {
            devices.stream().map(Device::type).forEach(type -> found.add(type.equals("nvdimm")));
        }
        if (disks != null) {
            disks.stream().map(HardwareArrival::inPersistentMemory).forEach(found::add);
        }
        return Kinds.any(found);
    }

    private static @Nullable Boolean inPersistentMemory(Disk disk) {
        return disk.backing() == null ? null : disk.backing().equals("localPMem");
    }

    public @Nullable Boolean pMemSupported() {
        return host().capability() == null ? null : host().capability().pMemSupported();
    }

    public @Nullable Boolean nestedHVSupported() {
        return host().capability() == null ? null : host().capability().nestedHVSupported();
    }

    public @Nullable Boolean vPMCSupported() {
        return host().capability() == null ? null : host().capability().vPMCSupported();
    }

    public @Nullable Boolean cryptoSupported() {
        return host().capability() == null ? null : host().capability().cryptoSupported();
    }

    /** Whether its home files are encrypted, as they are with a virtual TPM. */
    public @Nullable Boolean encrypted() {
        return Encryption.of(vm);
    }

    /** Ids of the guest operating systems that the host knows. */
    public @Nullable Listing<String> guestIds() {
        var guests = host().guests();
        return guests == null
                ? null
                : new Listing<>(guests.stream().map(GuestSupport::id).toList(), guests.complete());
    }

    private @Nullable GuestSupport guest() {
        var guests = host().guests();
        return guests == null
                ? null
                : guests.stream()
                        .filter(guest -> guest.id().equals(vm.guestId()))
                        .findFirst()
                        .orElse(null);
    }

    /** Least memory that the host supports for the VM's guest, MiB. */
    public @Nullable Long guestMinMemoryMiB() {
        var guest = guest();
        return guest == null ? null : guest.minMemoryMiB();
    }

    /** Most memory that the host supports for the VM's guest, MiB. */
    public @Nullable Long guestMaxMemoryMiB() {
        var guest = guest();
        return guest == null ? null : guest.maxMemoryMiB();
    }

    @Override
    public List<Lacking> lacking(String path) {
        return switch (path) {
            case "devicesOffered" -> DeviceOffer.lacking(vm, host());
            case "filtersOffered" -> DeviceOffer.lackingFilters(vm, host());
            case "persistentMemory" -> ofPersistentMemory();
            case "guestIds", "guestMinMemoryMiB", "guestMaxMemoryMiB" -> ofGuests();
            default -> List.of();
        };
    }

    private List<Lacking> ofPersistentMemory() {
        var disks = vm.disks();
        var backings = disks == null
                ? Stream.<Lacking>empty()
                : disks.stream().flatMap(disk -> Lacking.ofDevice(disk, vm, "backing").stream());
        return Stream.concat(Lacking.of(vm, "devices", "disks").stream(), backings)
                .toList();
    }

    private List<Lacking> ofGuests() {
        var lacking = Lacking.of(host(), "guests");
        return lacking.isEmpty() ? List.of(new Lacking(host().ref(), host().label(), "guests")) : lacking;
    }
}
