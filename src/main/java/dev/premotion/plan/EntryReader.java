package dev.premotion.plan;

import dev.premotion.plan.PlanDocument.Destination;
import dev.premotion.plan.PlanDocument.DiskChange;
import dev.premotion.plan.PlanDocument.Entry;
import dev.premotion.plan.PlanDocument.Initiator;
import dev.premotion.plan.PlanDocument.Method;
import dev.premotion.plan.PlanDocument.NicChange;
import dev.premotion.plan.PlanDocument.PlannedPower;
import dev.premotion.plan.PlanDocument.Selection;
import dev.premotion.plan.PlanDocument.VmName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a plan, with the plan's defaults filled in. */
final class EntryReader {

    static final Map<String, PlannedPower> POWER =
            words("as-is", PlannedPower.AS_IS, "shut-down", PlannedPower.SHUT_DOWN, "suspend", PlannedPower.SUSPEND);
    static final Map<String, Method> METHOD =
            words("auto", Method.AUTO, "linked", Method.LINKED, "advanced", Method.ADVANCED);
    static final Map<String, Initiator> INITIATOR =
            words("source", Initiator.SOURCE, "destination", Initiator.DESTINATION);
    static final Map<String, Boolean> PRIORITY = words("high", true, "default", false);
    static final Map<String, String> FORMAT = words("thin", "thin", "thick", "thick", "eager-zeroed", "eager-zeroed");

    /** Power states as a selection writes them. */
    static final Map<String, String> POWER_STATE = words("on", "on", "off", "off", "suspended", "suspended");

    private final Defaults defaults;

    private record Defaults(PlannedPower power, Method method, Initiator initiator, boolean highPriority) {}

    EntryReader(@Nullable Fields defaults) {
        var none = new Defaults(PlannedPower.AS_IS, Method.AUTO, Initiator.SOURCE, false);
        this.defaults = defaults == null ? none : over(none, defaults);
    }

    private static Defaults over(Defaults otherwise, Fields fields) {
        return new Defaults(
                or(fields.word("power", POWER), otherwise.power),
                or(fields.word("method", METHOD), otherwise.method),
                or(fields.word("initiator", INITIATOR), otherwise.initiator),
                or(fields.word("priority", PRIORITY), otherwise.highPriority));
    }

    List<Entry> read(Fields plan) {
        var entries = new ArrayList<Entry>();
        for (var fields : plan.objects("migrations", PlanKeys.ENTRY)) {
            var to = fields.object("to", PlanKeys.TO);
            fields.require("to", "to: { host: esx-05a.site-b.example }");
            oneOfVmAndSelect(fields);
            if (to != null) {
                entries.add(entry(fields, to));
            }
        }
        return entries;
    }

    private static void oneOfVmAndSelect(Fields fields) {
        if (fields.has("vm") == fields.has("select")) {
            fields.mistake(
                    "",
                    fields.has("vm")
                            ? "This entry has both \"vm\" and \"select\"; expected one of them."
                            : "This entry has neither \"vm\" nor \"select\"; expected one of them.",
                    "\"vm: acct-web01\" for one VM, \"select: { name: acct-* }\" for several.");
        }
        if (fields.has("exclude") && !fields.has("select")) {
            fields.mistake("exclude", "\"exclude\" stands without \"select\".", "remove it, or select VMs by pattern.");
        }
    }

    private Entry entry(Fields fields, Fields to) {
        var own = over(defaults, fields);
        return new Entry(
                fields.pointer(),
                lines(fields, to),
                fields.text("id"),
                vm(fields),
                selection(fields, "select"),
                selection(fields, "exclude"),
                destination(to),
                own.power,
                own.method,
                own.initiator,
                own.highPriority,
                fields.whole("wave", 1),
                fields.texts("after"),
                fields.texts("together"));
    }

    private static Map<String, Integer> lines(Fields fields, Fields to) {
        var lines = new HashMap<>(fields.lines());
        lines.put("", fields.line());
        to.lines().forEach((key, line) -> lines.put("to/" + key, line));
        return Map.copyOf(lines);
    }

    private @Nullable VmName vm(Fields entry) {
        var fields = entry.get("vm") instanceof Node.Entries ? entry.object("vm", PlanKeys.VM) : null;
        if (fields == null) {
            var name = entry.text("vm");
            return name == null ? null : new VmName(name, null, null, null);
        }
        if (!fields.has("name") && !fields.has("id") && !fields.has("path")) {
            fields.mistake("", "This names no VM; expected name, id or path.", "\"id: vm-42\" beside the vcenter.");
        }
        return new VmName(fields.text("name"), fields.text("vcenter"), fields.text("id"), fields.text("path"));
    }

    private @Nullable Selection selection(Fields entry, String key) {
        var fields = entry.object(key, PlanKeys.SELECT);
        if (fields == null) {
            return null;
        }
        if (fields.isEmpty()) {
            fields.mistake("", "\"" + key + "\" names no VMs; expected a pattern.", "name: \"*\" takes every VM.");
        }
        return new Selection(
                fields.text("vcenter"),
                fields.text("datacenter"),
                fields.text("cluster"),
                fields.text("host"),
                fields.text("resourcePool"),
                fields.text("folder"),
                fields.text("name"),
                fields.text("datastore"),
                fields.text("network"),
                fields.text("tag"),
                fields.word("power", POWER_STATE));
    }

    private Destination destination(Fields to) {
        if (to.isEmpty()) {
            to.mistake("", "\"to\" is empty, so nothing would move.", "name a host, cluster or datastore.");
        }
        both(to, "datastore", "datastoreCluster");
        both(to, "resourcePool", "vApp");
        return new Destination(
                to.text("vcenter"),
                to.text("datacenter"),
                to.text("cluster"),
                to.text("host"),
                to.text("resourcePool"),
                to.text("vApp"),
                to.text("folder"),
                to.text("datastore"),
                to.text("datastoreCluster"),
                to.text("storagePolicy"),
                to.pairs("networks"),
                nics(to),
                disks(to));
    }

    private static void both(Fields to, String one, String other) {
        if (to.has(one) && to.has(other)) {
            to.mistake(
                    other,
                    "Both \"" + one + "\" and \"" + other + "\" are given; expected one of them.",
                    "remove the less exact one.");
        }
    }

    private static List<NicChange> nics(Fields to) {
        var nics = new ArrayList<NicChange>();
        for (var fields : to.objects("nics", PlanKeys.NIC)) {
            fields.require("key", "key: 4000");
            fields.require("portGroup", "portGroup: VM-B");
            var key = fields.whole("key", 0);
            var portGroup = fields.text("portGroup");
            var switchName = fields.text("switch");
            if (key != null && portGroup != null) {
                nics.add(new NicChange(key, switchName, portGroup));
            }
        }
        once(to, "nics", nics.stream().map(NicChange::key).toList());
        return nics;
    }

    private static List<DiskChange> disks(Fields to) {
        var disks = new ArrayList<DiskChange>();
        for (var fields : to.objects("disks", PlanKeys.DISK)) {
            fields.require("key", "key: 2000");
            var key = fields.whole("key", 0);
            var datastore = fields.text("datastore");
            var format = fields.word("format", FORMAT);
            var policy = fields.text("storagePolicy");
            if (key != null) {
                disks.add(new DiskChange(key, datastore, format, policy));
            }
        }
        once(to, "disks", disks.stream().map(DiskChange::key).toList());
        return disks;
    }

    private static void once(Fields to, String key, List<Integer> keys) {
        var seen = new HashSet<Integer>();
        for (var one : keys) {
            if (!seen.add(one)) {
                to.mistake(key, "The device key " + one + " is named twice.", "the second one has another key.");
            }
        }
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static <T> Map<String, T> words(String first, T one, String second, T two) {
        var words = new LinkedHashMap<String, T>();
        words.put(first, one);
        words.put(second, two);
        return Collections.unmodifiableMap(words);
    }

    /** In the order in which messages list them. */
    private static <T> Map<String, T> words(String first, T one, String second, T two, String third, T three) {
        var words = new LinkedHashMap<String, T>(words(first, one, second, two));
        words.put(third, three);
        return Collections.unmodifiableMap(words);
    }
}
