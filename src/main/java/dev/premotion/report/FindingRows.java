package dev.premotion.report;

import dev.premotion.answer.Evidence;
import dev.premotion.answer.Listing;
import dev.premotion.assessment.Assessment;
import dev.premotion.assessment.Assessment.Ask;
import dev.premotion.assessment.Assessment.Reliance;
import dev.premotion.assessment.Finding;
import dev.premotion.assessment.Questions;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Basis;
import dev.premotion.plan.FactPath;
import dev.premotion.plan.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Findings, what to fix and what to confirm, as a result shows them. */
final class FindingRows {

    private final Assessment assessment;
    private final Reading reading;
    private final Questions questions;
    private final Map<String, String> waivers = new HashMap<>();

    FindingRows(Assessment assessment, Reading reading, Questions questions) {
        this.assessment = assessment;
        this.reading = reading;
        this.questions = questions;
        for (var judged : assessment.migrations()) {
            judged.candidates().forEach(candidate -> candidate.relies().forEach(this::remember));
        }
    }

    private void remember(Reliance reliance) {
        if (reliance.lift().what().equals("waiver")) {
            var permit = reliance.lift().permit();
            waivers.put(
                    reliance.finding().id(),
                    permit.because() + " (" + permit.approvedBy() + ", until " + permit.until() + ")");
        }
    }

    List<Result.Finding> findings() {
        return assessment.findings().stream().map(this::row).toList();
    }

    private Result.Finding row(Finding finding) {
        var card = finding.card();
        return new Result.Finding(
                finding.id(),
                card.id(),
                card.title(),
                card.topic(),
                card.severity().toString(),
                finding.answer().no() ? "no" : "unknown",
                card.enforcedBy().toString(),
                subject(finding),
                finding.message() + alike(finding),
                finding.answer().because().stream()
                        .map(evidence -> evidence(reading.origins(), finding.subject(), evidence))
                        .toList(),
                finding.remedy(),
                card.sources(),
                card.faults().stream().map(fault -> fault.replace("~", "")).toList(),
                waivers.get(finding.id()),
                assessment.concerns().getOrDefault(finding.id(), 0));
    }

    private String alike(Finding finding) {
        int others = assessment.subjects().getOrDefault(finding.id(), 1) - 1;
        return others == 0 ? "" : String.format(Locale.ROOT, " The same holds for %,d more.", others);
    }

    /** What a finding is about; the first of them where several share it. */
    private Result.Subject subject(Finding finding) {
        var one = subject(finding.subject());
        int others = assessment.subjects().getOrDefault(finding.id(), 1) - 1;
        return others == 0
                ? one
                : new Result.Subject(
                        one.kind(),
                        one.name() + " and " + String.format(Locale.ROOT, "%,d", others) + " more",
                        one.ref());
    }

    static Result.Subject subject(Subject subject) {
        return new Result.Subject(
                subject.kind(),
                subject.name(),
                subject.refs().stream().map(Ref::toString).collect(Collectors.joining(" ")));
    }

    static Result.Evidence evidence(Origins origins, Subject subject, Evidence evidence) {
        var path = FactPath.of(subject, evidence.fact());
        var origin = path.owner() == null ? null : origins.of(path.owner(), path.property());
        boolean concluded = evidence.value() instanceof Boolean && path.value() != null;
        if (concluded && !(path.value() instanceof Boolean)) { // what a rule makes of a value is not the value
            var met = String.valueOf(evidence.value()).equals(evidence.required())
                    ? "condition met"
                    : "condition not met";
            return new Result.Evidence(
                    evidence.fact(), ValueWords.of(path.value()), unit(evidence.fact()), met, origin);
        }
        return new Result.Evidence(
                evidence.fact(),
                ValueWords.of(evidence.value()),
                unit(evidence.fact()),
                evidence.required().isEmpty() ? null : evidence.required(),
                origin);
    }

    /** What a value that is worked out rests on, as far as that was read somewhere. */
    static List<Result.Evidence> basis(Origins origins, Subject subject, Evidence evidence) {
        return Basis.of(subject, evidence.fact()).stream()
                .map(input -> new Result.Evidence(
                        input.property() + " of " + input.ownerName(),
                        brief(input.value()),
                        unit(input.property()),
                        null,
                        origins.of(Objects.requireNonNull(input.owner()), input.property())))
                .filter(input -> input.origin() != null)
                .toList();
    }

    /** Whole things are too much to show. */
    private static @Nullable String brief(@Nullable Object value) {
        return value instanceof Listing<?> listing && listing.stream().anyMatch(Record.class::isInstance)
                ? listing.size() + " listed"
                : ValueWords.of(value);
    }

    private static @Nullable String unit(String fact) {
        for (var unit : List.of("KiB", "MiB", "Bytes", "Millis", "Seconds", "Mbps", "Mhz")) {
            if (fact.endsWith(unit)) {
                return switch (unit) {
                    case "Bytes" -> "bytes";
                    case "Millis" -> "ms";
                    case "Seconds" -> "s";
                    case "Mbps" -> "Mbit/s";
                    case "Mhz" -> "MHz";
                    default -> unit;
                };
            }
        }
        return null;
    }

    /** In the order of what is to be done, so that every report lists it alike. */
    List<Result.Fix> fixes() {
        var fixes = assessment.fixes().stream()
                .map(fix -> new Result.Fix(
                        fix.finding().card().id(),
                        fix.finding().message(),
                        fix.finding().remedy(),
                        subject(fix.finding()),
                        fix.finding().id(),
                        fix.unblocks(),
                        fix.concerns(),
                        fix.together()))
                .toList();
        return FixGroup.of(fixes).stream()
                .flatMap(group -> group.fixes().stream())
                .toList();
    }

    List<Result.Confirm> confirmations() {
        return assessment.confirmations().stream()
                .map(c -> new Result.Confirm(
                        c.ask().properties().stream()
                                .map(property -> c.ask().kind() + "." + property)
                                .collect(Collectors.joining(", ")),
                        questions.together(c.ask().kind(), c.ask().properties()),
                        scope(c.ask()),
                        c.ask().subjects().size(),
                        c.migrations(),
                        c.decides(),
                        c.hosts() ? true : null))
                .toList();
    }

    private static final Map<String, String> WORDS =
            Map.of(Kind.VM, "VM", Kind.VCENTER, "vCenter", Kind.POOL, "resource pool", Kind.NIC, "network adapter");

    /** Where to ask it, such as {@code hosts of cluster CL-A} or {@code datastore ds-1}. */
    static String scope(Ask ask) {
        var things = WORDS.getOrDefault(ask.kind(), ask.kind());
        return switch (ask.scopeKind()) {
            case "cluster" -> things + "s of cluster " + ask.scope();
            case "vcenter" -> things + "s of vCenter " + ask.scope();
            case "link" -> ask.scope();
            default -> things + " " + ask.scope();
        };
    }
}
