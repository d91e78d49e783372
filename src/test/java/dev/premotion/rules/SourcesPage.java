package dev.premotion.rules;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Property;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.Resolver;
import dev.premotion.read.rvtools.PartialLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which source decides which rules. The estates of the cards' cases, in which everything is known, are taken down to what a
 * source fills by the catalogue; the rules that then no longer know are those it cannot decide. Whether the catalogue is
 * right is tested beside the readers.
 */
final class SourcesPage {

    static final Path FILE = Path.of("docs/sources.md");

    /** What only a live vCenter tells: methods and services that no dump of its objects holds. */
    private static final Pattern LIVE = Pattern.compile("EnvironmentBrowser .*|LookupServiceRegistration .*"
            + "|PbmProfileProfileManager .*"
            + "|SigningCertificate .*|TagAssociation .*|VirtualMachineProvisioningChecker .*|.*QueryAssignedLicenses.*"
            + "|.* CurrentTime");

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 16);

    /**
     * A source.
     *
     * @param fills whether it has a property
     * @param partly lists that it never gives whole, by type and property
     */
    private record Source(String name, Predicate<Property> fills, Set<String> partly) {}

    private static final Source NATIVE = new Source("native", property -> true, Set.of());

    private static final List<Source> SOURCES = List.of(
            NATIVE,
            new Source("live", property -> !property.vsphere().isEmpty(), Set.of()),
            new Source(
                    "dump",
                    property -> property.vsphere().stream()
                            .anyMatch(path -> !LIVE.matcher(path).matches()),
                    Set.of()),
            new Source("RVTools", property -> !property.rvtools().isEmpty(), PartialLists.OF_RVTOOLS));

    /** What these find hangs on other migrations and entries alone, whichever source there is. */
    private static final Set<String> ABOUT_OTHERS = Set.of("PLAN-AFTER", "PLAN-KNOWN", "PLAN-TOGETHER");

    private SourcesPage() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, text());
    }

    static String text() {
        var undecided = new LinkedHashMap<Source, Set<String>>();
        SOURCES.forEach(source -> undecided.put(source, undecided(source)));
        var cards = new TreeMap<String, List<String>>();
        Cases.PREFLIGHT
                .rulebook()
                .cards()
                .values()
                .forEach(card -> cards.computeIfAbsent(card.topic(), topic -> new ArrayList<>())
                        .add(card.id()));
        var page = new StringBuilder("""
                # Which source decides which rules

                How many rules of each topic every fact is there for, by source; written by
                `mvn test-compile exec:java@sources-page` from what the readers fill in (the catalogue
                `inventories/inventory.schema.json`, and which lists a reader never gives whole), so it is what they do and not what
                they should.
                A rule that a source cannot decide leaves the migration undetermined where it is a blocker, and Premotion asks
                for the fact: `facts.yaml` answers it once for a cluster or a vCenter.

                * **native**: `premotion/inventory/1`, written by hand, by `convert` or by `capture`
                * **live**: `premotion capture`
                * **dump**: `govc object.save`
                * **RVTools**: a workbook or CSV export with every sheet and column of 4.7

                | topic | rules | native | live | dump | RVTools |
                | --- | --- | --- | --- | --- | --- |
                """);
        cards.forEach((topic, rules) -> page.append("| " + topic + " | " + rules.size() + " | "
                + SOURCES.stream()
                        .map(source -> String.valueOf(rules.stream()
                                .filter(rule -> !undecided.get(source).contains(rule))
                                .count()))
                        .collect(Collectors.joining(" | "))
                + " |\n"));
        int all = cards.values().stream().mapToInt(List::size).sum();
        page.append("| **all** | " + all + " | "
                + SOURCES.stream()
                        .map(source ->
                                String.valueOf(all - undecided.get(source).size()))
                        .collect(Collectors.joining(" | "))
                + " |\n");
        for (var source : SOURCES.subList(1, SOURCES.size())) {
            page.append("\n## What " + source.name() + " cannot decide\n\n");
            cards.forEach((topic, rules) -> {
                var open = rules.stream()
                        .filter(undecided.get(source)::contains)
                        .sorted()
                        .toList();
                if (!open.isEmpty()) {
                    page.append("* " + topic + ": " + String.join(", ", open) + "\n");
                }
            });
        }
        return page.toString();
    }

    /** The rules that do not know for some move of the cards' cases, though they know it where all is filled. */
    private static Set<String> undecided(Source source) {
        var undecided = new TreeSet<String>();
        for (var move : Moves.all().values()) {
            var known = unknown(move, move.clean());
            var rest = unknown(move, new Estate(reduced(move.clean().inventory(), source)));
            rest.removeAll(known);
            undecided.addAll(rest);
        }
        return undecided;
    }

    private static Set<String> unknown(Moves.Move move, Estate estate) {
        var plan = Resolver.resolve(move.plan(), estate.inventory());
        return Cases.PREFLIGHT.check(plan, estate.inventory(), TODAY).findings().stream()
                .filter(finding -> finding.answer().unknown())
                .map(finding -> finding.card().id())
                .filter(rule -> !ABOUT_OTHERS.contains(rule))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Inventory reduced(Inventory whole, Source source) {
        return source == NATIVE
                ? whole
                : new Inventory(
                        whole.vCenters().stream()
                                .map(vCenter -> (VCenter) reduced(vCenter, source))
                                .toList(),
                        Listing.partial(List.of()));
    }

    private static Record reduced(Record whole, Source source) {
        var draft = Draft.of(whole);
        for (var component : Draft.properties(whole.getClass())) {
            var name = component.getName();
            var value = draft.get(name);
            var property = Catalogue.bundled().of(whole.getClass(), name);
            if (value == null || value instanceof Ref || property == null) {
                continue;
            }
            if (!Draft.needed(component) && !source.fills().test(property)) {
                draft.set(name, null);
            } else if (value instanceof Record record && !(value instanceof Listing<?>)) {
                draft.set(name, reduced(record, source));
            } else if (value instanceof Listing<?> list) {
                draft.set(name, reduced(list, whole.getClass().getSimpleName() + "." + name, source));
            }
        }
        return draft.build();
    }

    private static Listing<?> reduced(Listing<?> list, String name, Source source) {
        var items = list.stream()
                .map(item -> item instanceof Record record ? reduced(record, source) : item)
                .toList();
        return new Listing<>(items, list.complete() && !source.partly().contains(name));
    }
}
