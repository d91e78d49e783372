package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.VsanPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the storage policy service of a vCenter tells (storage policy API, {@code /pbm/sdk}). It is asked by policy, which
 * takes as many calls as there are policies and not as there are VMs.
 *
 * @param policies names of the policies for VMs and disks; absent where they could not be read
 * @param vsan those with rules for vSAN; absent where they could not be read
 * @param homes which policy the homes of VMs have, by VM id
 * @param disks which policy disks have, by VM id, colon and device key
 * @param defaults name of the policy that what has none gets on a datastore, by datastore id; of vSAN datastores only
 */
record StoragePolicies(
        @Nullable Listing<String> policies,
        @Nullable Listing<VsanPolicy> vsan,
        Assigned homes,
        Assigned disks,
        Map<String, String> defaults) {

    static final StoragePolicies NONE = new StoragePolicies(null, null, Assigned.UNKNOWN, Assigned.UNKNOWN, Map.of());

    private static final String PATH = "/pbm/sdk";
    private static final Value INSTANCE = new Value("", "", "PbmServiceInstance", "ServiceInstance", List.of());

    /** The policies that people make for VMs; others describe what an array can do. */
    private static final String STORAGE = "<resourceType>" + Soap.element("resourceType", "STORAGE") + "</resourceType>"
            + Soap.element("profileCategory", "REQUIREMENT");

    /**
     * Which policy things have.
     *
     * @param names name of the policy by the thing's key
     * @param complete whether what is not in there has none
     */
    record Assigned(Map<String, String> names, boolean complete) {

        static final Assigned UNKNOWN = new Assigned(Map.of(), false);

        /** The policy of a thing; absent where it has none or where that is not known. */
        @Nullable
        String of(String key) {
            return names.get(key);
        }

        /** Whether a thing has a policy; absent where that is not known. */
        @Nullable
        Boolean any(String key) {
            return names.containsKey(key) ? Boolean.TRUE : complete ? Boolean.FALSE : null;
        }
    }

    /** The service in a session. */
    private record Service(Soap soap, Value profiles, Oddities oddities) {

        List<Value> list(String method, String parameters) throws VimFault {
            return soap.list(profiles, method, parameters);
        }
    }

    /**
     * Asks the service; what it does not tell stays unknown and is noted.
     *
     * @param datastores ids of the vSAN datastores
     */
    static StoragePolicies read(Session session, List<String> datastores, Oddities oddities) {
        try {
            var soap = session.beside(PATH, Api.POLICIES);
            var profiles = soap.call(INSTANCE, "PbmRetrieveServiceContent", "").find("profileManager");
            if (profiles == null) {
                throw new VimFault("", "it names no profile manager", "");
            }
            return read(new Service(soap, profiles, oddities), datastores);
        } catch (VimFault e) {
            return refused(oddities, e.words(), e.type());
        } catch (BadInput e) {
            return refused(
                    oddities, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), "");
        }
    }

    private static StoragePolicies refused(Oddities oddities, String why, String fault) {
        oddities.add(
                PATH,
                "storage policies could not be read (" + why
                        + "); which there are and which disks have them is unknown\n" + "Maybe " + help(fault),
                "");
        return NONE;
    }

    private static String help(String fault) {
        return fault.endsWith("NoPermission")
                ? "the account needs the privilege StorageProfile.View"
                : fault.equals("NotAuthenticated")
                        ? "the session ended meanwhile, or its account may not use this service"
                        : "the service is stopped, or a firewall lets only the vSphere API through";
    }

    private static StoragePolicies read(Service service, List<String> datastores) throws VimFault {
        var ids = new StringBuilder();
        int asked = 0;
        for (var id : service.list("PbmQueryProfile", STORAGE)) {
            asked++;
            ids.append("<profileIds>").append(uniqueId(text(id, "uniqueId"))).append("</profileIds>");
        }
        var names = new LinkedHashMap<String, String>();
        var vsan = new TreeMap<String, VsanPolicy>();
        boolean complete = true;
        for (var profile : ids.isEmpty() ? List.<Value>of() : service.list("PbmRetrieveContent", ids.toString())) {
            var name = text(profile, "name");
            var id = text(profile, "profileId.uniqueId");
            complete &= !name.isEmpty() && !id.isEmpty();
            if (!name.isEmpty() && !id.isEmpty()) {
                names.put(id, name);
                var rules = VsanRules.of(profile);
                if (rules != null) {
                    vsan.put(name, new VsanPolicy(name, rules.spaceFactor()));
                }
            }
        }
        if (names.size() < asked) {
            complete = false;
            service.oddities.add(
                    "PbmRetrieveContent",
                    "some storage policies were not told, so that things without one are unknown\nMaybe the account may not"
                            + " see them all",
                    asked - names.size() + " of " + asked);
        }
        return new StoragePolicies(
                new Listing<>(names.values().stream().sorted().toList(), complete),
                new Listing<>(List.copyOf(vsan.values()), complete),
                assigned(service, names, "virtualMachine", complete),
                assigned(service, names, "virtualDiskId", complete),
                defaults(service, names, datastores));
    }

    /** The keys are {@code vm-12} for a VM's home and {@code vm-12:2000} for its disk (PbmServerObjectRef). */
    private static Assigned assigned(Service service, Map<String, String> names, String kind, boolean all) {
        var assigned = new HashMap<String, String>();
        var doubtful = new ArrayList<String>();
        boolean complete = all;
        for (var policy : names.entrySet()) {
            try {
                var which = "<profile>" + uniqueId(policy.getKey()) + "</profile>" + Soap.element("entityType", kind);
                for (var each : service.list("PbmQueryAssociatedEntity", which)) {
                    if (assigned.put(text(each, "key"), policy.getValue()) != null) {
                        doubtful.add(text(each, "key")); // a thing has one policy or none
                    }
                }
            } catch (VimFault e) {
                complete = false;
                service.oddities.add(
                        "PbmQueryAssociatedEntity",
                        "which things have a storage policy could not be read (" + e.words()
                                + "); those without one are unknown\nMaybe " + help(e.type()),
                        policy.getValue());
            }
        }
        doubtful.forEach(assigned::remove);
        return new Assigned(assigned, complete && doubtful.isEmpty());
    }

    private static Map<String, String> defaults(Service service, Map<String, String> names, List<String> datastores) {
        var defaults = new HashMap<String, String>();
        for (var datastore : datastores) {
            try {
                var hub = "<hub>" + Soap.element("hubType", "Datastore") + Soap.element("hubId", datastore) + "</hub>";
                for (var found : service.list("PbmQueryDefaultRequirementProfile", hub)) {
                    var name = names.get(text(found, "uniqueId"));
                    if (name != null) {
                        defaults.put(datastore, name);
                    }
                }
            } catch (VimFault e) {
                service.oddities.add(
                        "PbmQueryDefaultRequirementProfile",
                        "the default storage policy of a vSAN datastore could not be read (" + e.words()
                                + "); how often it stores what has no policy is unknown\nMaybe " + help(e.type()),
                        datastore);
            }
        }
        return defaults;
    }

    private static String uniqueId(String id) {
        return Soap.element("uniqueId", id);
    }

    private static String text(Value value, String path) {
        var found = value.find(path);
        return found == null ? "" : found.text().strip();
    }
}
