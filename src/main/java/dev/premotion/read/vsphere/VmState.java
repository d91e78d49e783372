package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.PowerState;
import dev.premotion.inventory.Snapshot;
import dev.premotion.inventory.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells how a VM is doing of a {@code VirtualMachine}: power, tools, what is under way, snapshots. */
final class VmState {

    private static final List<String> RUNTIME = List.of(
            "runtime.connectionState",
            "runtime.powerState",
            "runtime.toolsInstallerMounted",
            "runtime.numMksConnections");

    private static final List<String> WHOLE =
            List.of("environmentBrowser", "guestHeartbeatStatus", "runtime.connectionState");

    private static final Map<String, PowerState> POWER = Map.of(
            "poweredOn", PowerState.POWERED_ON,
            "poweredOff", PowerState.POWERED_OFF,
            "suspended", PowerState.SUSPENDED);

    private final Estate estate;
    private final Managed source;

    VmState(Estate estate, Managed source) {
        this.estate = estate;
        this.source = source;
    }

    void fill(Filler<Vm> vm) {
        var power = source.text("runtime.powerState");
        var question = source.has("runtime.question") ? Boolean.TRUE : source.none("runtime.question", RUNTIME);
        vm.put("powerState", power == null ? null : POWER.get(power))
                .text("connectionState", "runtime.connectionState")
                .text("faultToleranceState", "runtime.faultToleranceState")
                .put("faultToleranceRole", ftRole())
                .put("faultTolerancePartner", ftPartner())
                .put("instantClone", instantClone())
                .put(
                        "replicated",
                        source.has("config.repConfig")
                                ? Boolean.TRUE
                                : source.none("config.repConfig", VmMapper.CONFIG))
                .put(
                        "vmOpNotificationToAppEnabled",
                        estate.since(source, "config.vmOpNotificationToAppEnabled", "7.0.3.0", VmMapper.CONFIG))
                .put("toolsStatus", tools())
                .truth("toolsInstallerMounted", "runtime.toolsInstallerMounted")
                .text("heartbeat", "guestHeartbeatStatus")
                .truth("consolidationNeeded", "runtime.consolidationNeeded")
                .put("questionPending", question)
                .put("disabledMethods", words("disabledMethod"))
                .put("recentTasks", noTasks())
                .put("suspendedToMemory", suspendedToMemory())
                .put("snapshots", snapshots())
                .amount("usedBytes", "summary.storage.committed")
                .put("provisionedBytes", provisioned());
    }

    private @Nullable String ftRole() {
        var role = source.count("config.ftInfo.role");
        return role == null ? null : role == 1 ? "primary" : "secondary";
    }

    /** Of the instance UUIDs of a pair the one that is not its own. */
    private @Nullable String ftPartner() {
        var own = source.text("config.instanceUuid");
        var others = source.texts("config.ftInfo.instanceUuids").stream()
                .filter(uuid -> !uuid.equals(own))
                .toList();
        return own == null || others.size() != 1 ? null : others.get(0);
    }

    /** A frozen parent, or a VM of a fork group. */
    private @Nullable Boolean instantClone() {
        if (Boolean.TRUE.equals(source.truth("runtime.instantCloneFrozen"))
                || Boolean.TRUE.equals(source.truth("runtime.quiescedForkParent"))
                || source.has("config.forkConfigInfo.childForkGroupId")
                || source.has("config.forkConfigInfo.parentForkGroupId")) {
            return true;
        }
        return source.has("config.forkConfigInfo")
                ? Boolean.FALSE
                : source.none("config.forkConfigInfo", VmMapper.CONFIG);
    }

    private @Nullable String tools() {
        var version = source.text("guest.toolsVersionStatus2");
        var running = source.text("guest.toolsRunningStatus");
        if ("guestToolsNotInstalled".equals(version)) {
            return "toolsNotInstalled";
        }
        if (running == null || version == null) {
            return null;
        }
        if (!running.equals("guestToolsRunning")) {
            return running.equals("guestToolsNotRunning") ? "toolsNotRunning" : null;
        }
        return switch (version) {
            case "guestToolsNeedUpgrade", "guestToolsSupportedOld", "guestToolsTooOld", "guestToolsBlacklisted" ->
                "toolsOld";
            case "guestToolsCurrent", "guestToolsUnmanaged", "guestToolsSupportedNew", "guestToolsTooNew" -> "toolsOk";
            default -> null;
        };
    }

    /** Words of a property that is left out where there are none. */
    private @Nullable Listing<String> words(String path) {
        return source.has(path)
                ? Listing.complete(source.texts(path))
                : source.unset(path, WHOLE) ? Listing.complete(List.of()) : null;
    }

    /** Recent tasks may be over, which a reference to one does not tell; that there are none, it does. */
    private @Nullable Listing<String> noTasks() {
        var tasks = words("recentTask");
        return tasks == null || tasks.size() > 0 ? null : tasks;
    }

    private @Nullable Boolean suspendedToMemory() {
        var said = source.truth("runtime.suspendedToMemory");
        if (said != null || "suspended".equals(source.text("runtime.powerState"))) {
            return said != null ? said : estate.before("7.0.2.0") ? Boolean.FALSE : null;
        }
        return source.none("runtime.suspendedToMemory", RUNTIME);
    }

    private @Nullable Long provisioned() {
        var committed = source.amount("summary.storage.committed");
        var uncommitted = source.amount("summary.storage.uncommitted");
        return committed == null || uncommitted == null ? null : Long.valueOf(committed + uncommitted);
    }

    private @Nullable Listing<Snapshot> snapshots() {
        if (!source.has("snapshot")) {
            return source.unset("snapshot", WHOLE) ? Listing.complete(List.of()) : null;
        }
        var snapshots = new ArrayList<Snapshot>();
        source.parts("snapshot.rootSnapshotList").forEach(root -> tree(root, snapshots));
        return Listing.complete(snapshots);
    }

    private void tree(Part node, List<Snapshot> into) {
        into.add(new Filler<>(Snapshot.class, node)
                .text("name", "name")
                .put("created", node.time("createTime"))
                .put("memory", memory(node.text("snapshot")))
                .truth("quiesced", "quiesced")
                .build());
        node.parts("childSnapshotList").forEach(child -> tree(child, into));
    }

    /** {@code memoryKey} is -1 where a snapshot holds no memory. */
    private @Nullable Boolean memory(@Nullable String snapshot) {
        for (var layout : source.parts("layoutEx.snapshot")) {
            var key = layout.number("memoryKey");
            if (snapshot != null && snapshot.equals(layout.text("key")) && key != null) {
                return key >= 0;
            }
        }
        return null;
    }
}
