package dev.premotion.plan;

import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the destinations of a plan have to carry.
 *
 * @param hosts by the host's identity
 * @param datastores by the datastore's identity
 */
public record Loads(Map<Ref, HostLoad> hosts, Map<Ref, DatastoreLoad> datastores) {

    /** A migration that nothing but a load could still block, and the candidate it takes. */
    public record Arrival(Migration migration, Candidate candidate) {}

    /**
     * Adds up.
     *
     * @param arrivals all of them count
     * @param gone ids of the migrations whose departure counts: those that are approved
     */
    public static Loads of(Inventory inventory, List<Arrival> arrivals, Set<String> gone) {
        var leaving = new HashMap<Ref, List<Migration>>();
        for (var arrival : arrivals) {
            var source = arrival.migration().source();
            var host = arrival.candidate().host();
            if (source != null
                    && host != null
                    && !source.ref().equals(host.ref())
                    && gone.contains(arrival.migration().id())) {
                leaving.computeIfAbsent(source.ref(), ref -> new ArrayList<>()).add(arrival.migration());
            }
        }
        return new Loads(HostLoads.of(inventory, arrivals, leaving), DatastoreLoads.of(arrivals));
    }

    public List<Subject> subjects() {
        var subjects = new ArrayList<Subject>(hosts.values());
        subjects.addAll(datastores.values());
        return subjects;
    }

    /** The loads that a candidate depends on. */
    public List<Subject> of(Candidate candidate) {
        var own = new LinkedHashMap<Ref, Subject>();
        if (candidate.host() != null && hosts.containsKey(candidate.host().ref())) {
            own.put(candidate.host().ref(), hosts.get(candidate.host().ref()));
        }
        var targets = new ArrayList<>(candidate.disks());
        targets.add(candidate.home());
        for (var target : targets) {
            var datastore = target.target();
            if (target.mayMove() && datastore != null && datastores.containsKey(datastore.ref())) {
                own.put(datastore.ref(), datastores.get(datastore.ref()));
            }
        }
        return List.copyOf(own.values());
    }
}
