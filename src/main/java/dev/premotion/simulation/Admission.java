package dev.premotion.simulation;

import dev.premotion.simulation.WaitingLine.Needs;
import dev.premotion.simulation.WaitingLine.Take;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * vCenter's queue: an operation starts when every resource it is charged to has room, else it waits; high priority goes
 * before default, earlier before later, and one that does not fit keeps none behind it from starting.
 *
 * <p>Looking through the whole queue at each release would cost as much as the plan is long. So operations with the same
 * needs stand in one line; a line rests with the pair of hosts it is for, or, if those have room, with the datastore
 * that has none. A release makes only the lines worth a look that rest with what was released: for a host, the foremost
 * of each of its pairs whose other host has room.
 */
final class Admission {
    /** The foremost line that something released offers, as last looked at; until the next release it only gets later. */
    private record Offer(@Nullable HostRoom host, @Nullable DatastoreRoom datastore, WaitingLine line, long rank) {}

    /** Added to a rank, puts it behind every operation of high priority. */
    private static final long DEFAULT_PRIORITY = 1L << 62;

    private final Map<String, HostRoom> hosts = new HashMap<>();
    private final Map<String, DatastoreRoom> datastores = new HashMap<>();
    private final Map<Needs, WaitingLine> lines = new HashMap<>();
    private final Map<Execution, WaitingLine> running = new HashMap<>();
    private final PriorityQueue<WaitingLine> candidates = new PriorityQueue<>(WaitingLine.FOREMOST);
    private final PriorityQueue<Offer> offers = new PriorityQueue<>(Comparator.comparingLong(Offer::rank));
    private final List<WaitingLine> released = new ArrayList<>();
    private long queued;

    /** Makes a host known. */
    void host(String name, int budget, int adapterBudget) {
        hosts.put(name, new HostRoom(name, budget, adapterBudget));
    }

    /** Makes a datastore known; naming it again changes nothing. */
    void datastore(String name, int budget) {
        datastores.computeIfAbsent(name, each -> new DatastoreRoom(each, budget));
    }

    /** Why an operation can never start; absent if it can. */
    @Nullable
    String impossible(Needs needs) {
        return line(needs).impossible();
    }

    private WaitingLine line(Needs needs) {
        return lines.computeIfAbsent(needs, each -> {
            var takes = new ArrayList<Take>();
            each.datastores().forEach((name, points) -> takes.add(new Take(known(datastores, name), points)));
            return new WaitingLine(
                    each, each.hosts().stream().map(name -> known(hosts, name)).toList(), takes);
        });
    }

    private static <T> T known(Map<String, T> things, String name) {
        T thing = things.get(name);
        if (thing == null) {
            throw new IllegalStateException("Admission does not know " + name);
        }
        return thing;
    }

    /** An operation queues, behind those of its priority that queue already. */
    void offer(Execution operation) {
        operation.rank(operation.needs().high() ? queued : DEFAULT_PRIORITY + queued);
        queued++;
        WaitingLine line = line(operation.needs());
        line.waiting.add(operation);
        if (line.waiting.size() == 1) {
            candidates.add(line);
        }
    }

    /** An operation gives back what it was charged. */
    void release(Execution operation) {
        WaitingLine line = running.remove(operation);
        if (line != null) {
            line.charge(-1);
            released.add(line);
        }
    }

    /** Starts everything that fits, in order; what gives back its points at once makes room for others. */
    void start(Consumer<Execution> starter) {
        do {
            offerReleased();
            for (WaitingLine line = next(); line != null; line = next()) {
                if (!line.rests()) {
                    start(line, starter);
                }
            }
        } while (!released.isEmpty());
    }

    private void offerReleased() {
        released.stream().flatMap(line -> line.hosts().stream()).distinct().forEach(this::offer);
        released.stream()
                .flatMap(line -> line.takes().stream())
                .map(Take::datastore)
                .distinct()
                .forEach(this::offer);
        released.clear();
    }

    private void start(WaitingLine line, Consumer<Execution> starter) {
        line.charge(1);
        Execution first = line.waiting.removeFirst();
        running.put(first, line);
        if (!line.waiting.isEmpty()) {
            candidates.add(line);
        }
        starter.accept(first);
    }

    private void offer(HostRoom host) {
        WaitingLine line = host.foremost();
        if (line != null) {
            offers.add(new Offer(host, null, line, line.rank()));
        }
    }

    private void offer(DatastoreRoom datastore) {
        WaitingLine line = datastore.foremost();
        if (line != null) {
            offers.add(new Offer(null, datastore, line, line.rank()));
        }
    }

    /** The foremost line that is new, goes on, or rests where something was released and would fit there now. */
    private @Nullable WaitingLine next() {
        while (true) {
            Offer offer = offers.peek();
            WaitingLine candidate = candidates.peek();
            if (offer == null || (candidate != null && candidate.rank() <= offer.rank())) {
                return candidates.poll();
            }
            offers.poll();
            if (taken(offer)) {
                return offer.line();
            }
        }
    }

    /** Takes an offer's line if it is still the foremost there; in any case what released it offers its next. */
    private boolean taken(Offer offer) {
        if (offer.datastore() != null) {
            boolean still = offer.datastore().foremost() == offer.line();
            if (still) {
                offer.datastore().resting.poll();
            }
            offer(offer.datastore());
            return still;
        }
        if (offer.host() != null) {
            boolean still = offer.host().foremost() == offer.line();
            if (still) {
                offer.line().rise();
            }
            offer(offer.host());
            return still;
        }
        return false;
    }
}
