package dev.premotion.plan;

import dev.premotion.inventory.Folder;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name and the instance UUID that a VM brings to another vCenter.
 *
 * @param folder path of the destination folder; absent where unknown
 * @param nameTaken whether a VM of its name is in the destination folder
 * @param uuidTaken whether a VM with its instance UUID is at the destination
 * @param leaving whether it is about the VMs that leave the destination within the plan, and not about those that stay
 * @param open what would tell whether those leave
 */
public record NameUse(
        Vm vm,
        VCenter destination,
        @Nullable String folder,
        @Nullable Boolean nameTaken,
        @Nullable Boolean uuidTaken,
        boolean leaving,
        List<Lacking> open)
        implements Subject {

    /** A list of which most names are missing says so by a few. */
    private static final int NAMELESS = 3;

    @Override
    public String kind() {
        return leaving ? "name-leaving" : "name";
    }

    @Override
    public String name() {
        return vm.label() + " to " + destination.label();
    }

    @Override
    public List<Ref> refs() {
        return List.of(vm.ref(), destination.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        if (leaving) {
            return open;
        }
        return switch (path) {
            case "nameTaken" -> Folder.isPath(folder) ? names() : folders();
            case "uuidTaken" -> with("instanceUuid");
            default -> List.of();
        };
    }

    /** What would tell the path of the folder that the plan calls by its name or id. */
    private List<Lacking> folders() {
        var listed = destination.folders();
        var pathless = listed == null
                ? Stream.<Lacking>empty()
                : listed.stream().flatMap(folder -> Lacking.of(folder, "path").stream());
        return Stream.concat(pathless, Lacking.of(destination, "folders").stream())
                .toList();
    }

    /** What would tell whether one of the VMs there is of its name and in the folder. */
    private List<Lacking> names() {
        var there =
                destination.vms() == null ? List.<Vm>of() : destination.vms().items();
        var nameless = there.stream()
                .filter(other -> other.name() == null)
                .limit(NAMELESS)
                .map(other -> new Lacking(other.ref(), other.label(), "name"));
        var anywhere = there.stream()
                .filter(other -> vm.name() != null && vm.name().equalsIgnoreCase(other.name()))
                .filter(other -> !Folder.isPath(other.folder()))
                .map(other -> new Lacking(other.ref(), other.label(), "folder"));
        return Stream.of(with("name").stream(), nameless, anywhere)
                .flatMap(all -> all)
                .toList();
    }

    private List<Lacking> with(String own) {
        return Stream.concat(Lacking.of(vm, own).stream(), Lacking.of(destination, "vms").stream())
                .toList();
    }
}
