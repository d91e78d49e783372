package dev.premotion.plan;

import dev.premotion.inventory.Estate;
import dev.premotion.reference.Tables;
import java.util.List;

/** What a plan of one entry makes of the network adapters of its VM. */
record Nics(List<Subject> subjects) {

    static final Tables TABLES = Tables.load();

    static final String INSIDE = "{ vm: { vcenter: vcsa-a, id: vm-1 }, to: { host: host-2 } }";
    static final String LEAVES = "{ vm: { vcenter: vcsa-a, id: vm-1 }, to: { host: host-4 } }";
    static final String ACROSS = "{ vm: { vcenter: vcsa-a, id: vm-1 }, to: { vcenter: vcsa-b, host: host-1,"
            + " datastore: ds-b1, folder: group-v2 } }";

    /** The same with the network that the plan names for the one that the adapter is on. */
    static String mapped(String entry, String network) {
        return entry.replace(" } }", ", networks: { VM-A: " + network + " } } }");
    }

    /** The same with the network that the plan names for the adapter. */
    static String keyed(String entry, String network) {
        return entry.replace(" } }", ", nics: [{ key: 4000, portGroup: " + network + " }] } }");
    }

    static Nics of(Estate estate, String entry) {
        var migration = Plans.one(estate, entry);
        var move = CandidateMove.of(migration, migration.candidates().get(0));
        return new Nics(new NicSubjects(TABLES).of(move));
    }

    static NetworkAtHost at(Estate estate, String entry) {
        return of(estate, entry).only(NetworkAtHost.class);
    }

    static NicMove move(Estate estate, String entry) {
        return of(estate, entry).only(NicMove.class);
    }

    static NetworkChange change(Estate estate, String entry) {
        return of(estate, entry).only(NetworkChange.class);
    }

    <T extends Subject> List<T> all(Class<T> type) {
        return subjects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private <T extends Subject> T only(Class<T> type) {
        var all = all(type);
        if (all.size() != 1) {
            throw new IllegalArgumentException("not one: " + all);
        }
        return all.get(0);
    }

    /** What a fact of a subject waits for, each as its thing and property. */
    static List<String> lacking(Subject subject, String path) {
        return told(subject.lacking(path));
    }

    static List<String> told(List<Lacking> lacking) {
        return lacking.stream()
                .map(lacks -> lacks.thingName() + ": " + lacks.property())
                .toList();
    }
}
