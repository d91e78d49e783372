package dev.premotion.assessment;

import dev.premotion.answer.Answer;
import dev.premotion.answer.Evidence;
import dev.premotion.answer.Listing;
import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.FactPath;
import dev.premotion.plan.Lacking;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.DiskTarget;
import dev.premotion.plan.Subject;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts that something unknown waits for. */
public final class OpenFacts {

    private OpenFacts() {}

    /** What an answer that is not known waits for; empty where the snapshot says all and the reference tables do not decide. */
    public static List<Lacking> of(Subject subject, Answer answer) {
        var because = answer.because();
        var absent = because.stream().filter(Evidence::missing).toList();
        var open =
                absent.isEmpty() ? because.stream().filter(OpenFacts::partial).toList() : absent;
        return open.stream()
                .flatMap(evidence -> FactPath.lacking(subject, evidence).stream())
                .distinct()
                .toList();
    }

    /** The same by kind of thing and property, sorted: what it has in common with others that wait for facts of their own. */
    public static SortedSet<String> kinds(Subject subject, Answer answer) {
        return of(subject, answer).stream()
                .map(fact -> fact.thing().kind() + "." + fact.property())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean partial(Evidence evidence) {
        return evidence.value() instanceof Listing<?> listing && !listing.complete();
    }

    /** What would tell whether files move. */
    static List<Lacking> ofFiles(Candidate candidate, Vm vm) {
        return Stream.concat(Stream.of(candidate.home()), candidate.disks().stream())
                .filter(target -> target.moves() == null)
                .flatMap(target -> ofFile(target, vm))
                .distinct()
                .toList();
    }

    private static Stream<Lacking> ofFile(DiskTarget target, Vm vm) {
        var source = target.source();
        if (source == null) {
            var disk = target.disk();
            return Stream.of(
                    disk == null
                            ? new Lacking(vm.ref(), vm.label(), "homeDatastore")
                            : new Lacking(disk.ref(), disk.shortLabel() + " of " + vm.label(), "datastore"));
        }
        return Stream.of(source, target.target()).map(OpenFacts::url).filter(Objects::nonNull);
    }

    private static @Nullable Lacking url(@Nullable Datastore datastore) {
        return datastore == null || datastore.url() != null
                ? null
                : new Lacking(datastore.ref(), datastore.label(), "url");
    }
}
