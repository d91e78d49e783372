package dev.premotion.plan;

import dev.premotion.inventory.Host;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Plan.NicTarget;
import dev.premotion.reference.Tables;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The subjects of a plan, each made once: migrations that share a host pair share the very same subject, so that it is
 * judged once and told once.
 */
public final class Subjects {

    private final Tables tables;
    private final WwnTable wwns;
    private final HostSubjects hosts;
    private final VCenterSubjects vCenters;
    private final NicSubjects nics;
    private final DeviceSubjects devices;
    private final FileSubjects files;
    private final Map<Key, Subject> known = new LinkedHashMap<>();
    private @Nullable Together last;

    /** What depends on the VM and its destination but not on its files: candidates that differ by files alone follow one another. */
    private record Together(Migration migration, @Nullable Host host, List<NicTarget> nics, List<Subject> subjects) {

        boolean fits(CandidateMove move) {
            return migration == move.migration()
                    && host == move.candidate().host()
                    && nics == move.candidate().nics();
        }
    }

    /** Kind and identities, to find a subject that is there already without writing them out. */
    private record Key(String kind, List<Ref> refs, String within) {}

    /** @param plan whose subjects are made */
    public Subjects(Plan plan, Inventory inventory, Tables tables) {
        this.tables = tables;
        this.wwns = WwnTable.of(inventory);
        this.hosts = new HostSubjects(inventory, tables);
        this.vCenters = new VCenterSubjects(inventory, tables, Leavers.of(plan));
        this.nics = new NicSubjects(tables);
        this.devices = new DeviceSubjects(tables);
        this.files = new FileSubjects(tables);
    }

    /** Every subject made so far, in the order in which the plan first needed it. */
    public Collection<Subject> all() {
        return known.values();
    }

    /** What a candidate of a migration depends on. */
    public List<Subject> of(Migration migration, Candidate candidate) {
        var move = CandidateMove.of(migration, candidate);
        return Stream.of(
                        apartFromFiles(move).stream(),
                        candidate.doubts().stream()
                                .<Subject>map(OpenQuestion::new)
                                .map(this::once),
                        files.of(move).stream().map(this::once))
                .flatMap(subjects -> subjects)
                .filter(notYetSeen())
                .toList();
    }

    private List<Subject> apartFromFiles(CandidateMove move) {
        if (last == null || !last.fits(move)) {
            var migration = move.migration();
            var vm = new MovingVm(
                    move.vm(), migration.source(), migration.sourceVCenter(), wwns.shared(move.vm()), tables);
            var subjects = Stream.of(
                            List.<Subject>of(vm), hosts.of(move), vCenters.of(move), nics.of(move), devices.of(move))
                    .flatMap(List::stream)
                    .map(this::once)
                    .toList();
            last = new Together(
                    migration, move.candidate().host(), move.candidate().nics(), subjects);
        }
        return last.subjects;
    }

    /** By identity: records would compare whole estates. */
    private static Predicate<Subject> notYetSeen() {
        return Collections.<Subject>newSetFromMap(new IdentityHashMap<>())::add;
    }

    /** The one subject of its identity. */
    public Subject once(Subject subject) {
        return known.computeIfAbsent(new Key(subject.kind(), subject.refs(), subject.within()), key -> subject);
    }
}
