package dev.premotion.read.rvtools;

import dev.premotion.inventory.Cluster;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import java.util.List;
import java.util.Objects;

/** Finds things in what was read. */
final class Readings {

    private Readings() {}

    static VCenter vCenter(RvToolsExport export) {
        var all = export.reading().inventory().vCenters();
        if (all.size() != 1) {
            throw new AssertionError("one vCenter expected: " + all);
        }
        return all.get(0);
    }

    static Vm vm(RvToolsExport export, String name) {
        return Objects.requireNonNull(vCenter(export).vms()).stream()
                .filter(vm -> name.equals(vm.name()))
                .findFirst()
                .orElseThrow();
    }

    static Host host(RvToolsExport export, String name) {
        return Objects.requireNonNull(vCenter(export).hosts()).stream()
                .filter(host -> name.equals(host.name()))
                .findFirst()
                .orElseThrow();
    }

    static Cluster cluster(RvToolsExport export, String name) {
        return Objects.requireNonNull(vCenter(export).clusters()).stream()
                .filter(cluster -> name.equals(cluster.name()))
                .findFirst()
                .orElseThrow();
    }

    /** Notes but for those on columns that are not there, which every small workbook has. */
    static List<String> notes(RvToolsExport export) {
        return export.reading().quality().stream()
                .filter(note -> !note.message().startsWith("columns that are not there"))
                .map(Readings::words)
                .toList();
    }

    static String words(QualityNote note) {
        return note.place() + ": " + note.message();
    }
}
