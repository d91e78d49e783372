package dev.premotion.plan;

import java.util.List;

/** The keys of the plan, waivers and rule policy formats, level by level; a test holds them against the JSON Schemas. */
final class PlanKeys {

    /** {@code $schema} is for editors and says nothing to us. */
    static final List<String> PLAN =
            List.of("format", "$schema", "name", "defaults", "migrations", "waivers", "assumptions", "will-fix");

    static final List<String> WAIVERS = List.of("format", "$schema", "waivers", "assumptions", "will-fix");
    static final List<String> DEFAULTS = List.of("power", "method", "initiator", "priority");
    static final List<String> ENTRY = List.of(
            "id",
            "vm",
            "select",
            "exclude",
            "to",
            "power",
            "method",
            "initiator",
            "priority",
            "wave",
            "after",
            "together");
    static final List<String> VM = List.of("name", "vcenter", "id", "path");
    static final List<String> SELECT = List.of(
            "vcenter",
            "datacenter",
            "cluster",
            "host",
            "resourcePool",
            "folder",
            "name",
            "datastore",
            "network",
            "tag",
            "power");
    static final List<String> TO = List.of(
            "vcenter",
            "datacenter",
            "cluster",
            "host",
            "resourcePool",
            "vApp",
            "folder",
            "datastore",
            "datastoreCluster",
            "storagePolicy",
            "networks",
            "nics",
            "disks");
    static final List<String> NIC = List.of("key", "switch", "portGroup");
    static final List<String> DISK = List.of("key", "datastore", "format", "storagePolicy");
    static final List<String> PERMIT = List.of("rule", "subject", "because", "by", "until");
    static final List<String> FIX = List.of("rule", "subject", "because", "by", "until", "before-wave");

    static final List<String> POLICY = List.of("format", "$schema", "rules", "limits", "ages");
    static final List<String> POLICY_RULE = List.of("rule", "severity", "because", "by");
    static final List<String> POLICY_LIMIT = List.of("limit", "value", "because", "by");
    static final List<String> POLICY_AGE = List.of("facts", "most", "because", "by");

    private PlanKeys() {}
}
