package dev.premotion.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it is written ({@code premotion/plan/1}), with the defaults filled in: what a vSphere RelocateSpec can say,
 * by names.
 *
 * @param file as the user named it
 * @param name the plan's name; the file's where the plan has none
 * @param entries in the order written
 * @param waivers blockers that somebody answers for
 * @param assumptions unknowns that somebody answers for
 * @param fixes what will be mended before the move
 */
public record PlanDocument(
        String file,
        String name,
        List<Entry> entries,
        List<Permit> waivers,
        List<Permit> assumptions,
        List<Permit> fixes) {

    public PlanDocument {
        entries = List.copyOf(entries);
        waivers = List.copyOf(waivers);
        assumptions = List.copyOf(assumptions);
        fixes = List.copyOf(fixes);
    }

    /** The plan with the permits of a file of their own added to its own. */
    public PlanDocument with(Permits more) {
        var all = new Permits(waivers, assumptions, fixes).and(more);
        return new PlanDocument(file, name, entries, all.waivers, all.assumptions, all.fixes);
    }

    /**
     * One entry: a single VM ({@code vm}) or a selection ({@code select}); exactly one of the two is there.
     *
     * @param pointer JSON pointer, such as {@code /migrations/3}
     * @param lines the lines of its keys, such as {@code to/host}; the empty key is the entry itself
     * @param id given by the author; absent where not
     * @param wave absent where the plan names none; such an entry runs with the first
     * @param after ids of entries that must be done before
     * @param together ids of entries that must start with it
     */
    public record Entry(
            String pointer,
            Map<String, Integer> lines,
            @Nullable String id,
            @Nullable VmName vm,
            @Nullable Selection select,
            @Nullable Selection exclude,
            Destination to,
            PlannedPower power,
            Method method,
            Initiator initiator,
            boolean highPriority,
            @Nullable Integer wave,
            List<String> after,
            List<String> together) {

        /** JSON pointer and line, such as {@code /migrations/3 (line 17)}. */
        public String place() {
            return placeOf("");
        }

        /** Place of a key of the entry, such as {@code to/host}; that of the entry where it does not write the key. */
        public String placeOf(String key) {
            return NodeReader.place(pointerOf(key), lineOf(key));
        }

        String pointerOf(String key) {
            return key.isEmpty() || !lines.containsKey(key) ? pointer : pointer + "/" + key;
        }

        int lineOf(String key) {
            Integer line = lines.get(key);
            return line == null ? Objects.requireNonNullElse(lines.get(""), 1) : line;
        }
    }

    /** A VM by name, or by vCenter and managed object id or inventory path where the name is not unique. */
    public record VmName(
            @Nullable String name,
            @Nullable String vcenter,
            @Nullable String id,
            @Nullable String path) {}

    /** Which VMs: every given pattern must match; {@code *} and {@code ?} are wildcards. */
    public record Selection(
            @Nullable String vcenter,
            @Nullable String datacenter,
            @Nullable String cluster,
            @Nullable String host,
            @Nullable String resourcePool,
            @Nullable String folder,
            @Nullable String name,
            @Nullable String datastore,
            @Nullable String network,
            @Nullable String tag,
            @Nullable String power) {}

    /**
     * Where to, as written; everything absent stays.
     *
     * @param networks network name at the source to network name at the destination, in the order written
     */
    public record Destination(
            @Nullable String vcenter,
            @Nullable String datacenter,
            @Nullable String cluster,
            @Nullable String host,
            @Nullable String resourcePool,
            @Nullable String vApp,
            @Nullable String folder,
            @Nullable String datastore,
            @Nullable String datastoreCluster,
            @Nullable String storagePolicy,
            Map<String, String> networks,
            List<NicChange> nics,
            List<DiskChange> disks) {}

    /** @param portGroup the network's name; {@code switchName} where names repeat */
    public record NicChange(int key, @Nullable String switchName, String portGroup) {}

    /** @param format thin, thick, eager-zeroed or absent to keep it */
    public record DiskChange(
            int key,
            @Nullable String datastore,
            @Nullable String format,
            @Nullable String storagePolicy) {}

    /** The power state planned for the move. */
    public enum PlannedPower {
        AS_IS,
        SHUT_DOWN,
        SUSPEND
    }

    /** How to cross vCenters: as the SSO domains allow, or only in one way. */
    public enum Method {
        AUTO,
        LINKED,
        ADVANCED
    }

    /** Which vCenter starts a cross-vCenter move: the source exports, the destination imports. */
    public enum Initiator {
        SOURCE,
        DESTINATION
    }

    /** What somebody answers for, by what it is. */
    public record Permits(List<Permit> waivers, List<Permit> assumptions, List<Permit> fixes) {

        /** Nothing permitted. */
        public static final Permits NONE = new Permits(List.of(), List.of(), List.of());

        public Permits {
            waivers = List.copyOf(waivers);
            assumptions = List.copyOf(assumptions);
            fixes = List.copyOf(fixes);
        }

        private Permits and(Permits more) {
            return new Permits(
                    join(waivers, more.waivers), join(assumptions, more.assumptions), join(fixes, more.fixes));
        }

        private static List<Permit> join(List<Permit> first, List<Permit> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }

    /**
     * A waiver, an assumption or a promised fix.
     *
     * @param rule id of the rule, {@code *} for any
     * @param subject pattern over the subject's name
     * @param because why
     * @param approvedBy who answers for it
     * @param until the last day it holds
     * @param beforeWave a fix is done before this wave; absent for the first
     * @param file as the user named it: the plan, or a file of waivers
     * @param place JSON pointer and line, such as {@code /waivers/0 (line 40)}
     */
    public record Permit(
            String rule,
            String subject,
            String because,
            String approvedBy,
            LocalDate until,
            @Nullable Integer beforeWave,
            String file,
            String place) {}
}
