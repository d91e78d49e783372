package dev.premotion.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.premotion.report.Result.Candidate;
import dev.premotion.report.Result.Finding;
import dev.premotion.report.Result.Migration;
import dev.premotion.report.Result.Place;
import dev.premotion.report.Result.Placement;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of the page's table, for its script: migrations, or the placements of a survey. */
final class PageRows {

    private final ObjectMapper mapper;
    private final PagePool pool;
    private final Map<String, Integer> numbers;
    private final Map<String, Finding> known;

    /** @param numbers where each finding stands in the page's list, by id */
    PageRows(ObjectMapper mapper, PagePool pool, Map<String, Integer> numbers, Map<String, Finding> known) {
        this.mapper = mapper;
        this.pool = pool;
        this.numbers = numbers;
        this.known = known;
    }

    ArrayNode of(Result result) {
        ArrayNode nodes = mapper.createArrayNode();
        List<PageRow> rows = PageRow.of(result);
        List<Placement> placements = result.placements();
        for (int i = 0; i < rows.size(); i++) {
            ObjectNode node = nodes.addObject();
            common(node, rows.get(i));
            if (placements == null) {
                migration(node, result.migrations().get(i));
            } else {
                placement(node, placements.get(i));
            }
        }
        return nodes;
    }

    private void common(ObjectNode node, PageRow row) {
        put(node, "id", row.id());
        put(node, "vm", row.vm());
        put(node, "verdict", row.verdict().key());
        put(node, "because", row.because());
        Finding decisive = row.decisive(known);
        if (decisive != null) {
            node.put("why", numbers.get(decisive.id()));
        }
        Set<String> shared = shared(row.candidates());
        Set<String> all = new LinkedHashSet<>(row.findings());
        all.addAll(shared);
        list(node, "findings", findings(all));
        list(node, "relies", pool.numbers(row.relies()));
        list(node, "candidates", candidates(row.candidates(), shared));
    }

    private void migration(ObjectNode node, Migration m) {
        put(node, "ref", m.ref());
        node.put("type", pool.number(m.type()));
        node.put("kinds", pool.number(m.kinds()));
        if (m.wave() != null) {
            node.put("wave", m.wave());
        }
        place(node, "from", m.from());
        place(node, "to", m.to());
        list(node, "consequences", pool.numbers(m.consequences()));
    }

    private void placement(ObjectNode node, Placement p) {
        put(node, "ref", p.ref());
        Place place = new Place(p.vcenter(), null, p.cluster(), p.host(), null, null, List.of(), List.of());
        node.put("from", pool.number(place));
        node.put("canTake", p.canTake());
        node.put("undetermined", p.undetermined());
        node.put("blocked", p.blocked());
    }

    /** A place and, apart from it because they repeat on their own, its disks and NICs. */
    private void place(ObjectNode node, String name, @Nullable Place place) {
        if (place == null) {
            return;
        }
        node.put(name, pool.number(alone(place)));
        list(node, name + "Disks", pool.numbers(place.disks()));
        list(node, name + "Nics", pool.numbers(place.nics()));
    }

    private static Place alone(Place p) {
        return new Place(
                p.vcenter(), p.datacenter(), p.cluster(), p.host(), p.pool(), p.folder(), List.of(), List.of());
    }

    /** What all candidates have in common stands once, with the row. */
    private static Set<String> shared(List<Candidate> candidates) {
        Set<String> shared = new LinkedHashSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (i == 0) {
                shared.addAll(candidates.get(i).findings());
            } else {
                shared.retainAll(new HashSet<>(candidates.get(i).findings()));
            }
        }
        return candidates.size() > 1 ? shared : Set.of();
    }

    private ArrayNode candidates(List<Candidate> candidates, Set<String> shared) {
        ArrayNode nodes = mapper.createArrayNode();
        for (Candidate candidate : candidates) {
            ObjectNode node = mapper.createObjectNode();
            put(node, "host", candidate.host());
            put(node, "verdict", Verdict.of(candidate.verdict()).key());
            if (candidate.chosen()) {
                node.put("chosen", true);
            }
            List<String> own = candidate.findings().stream()
                    .filter(id -> !shared.contains(id))
                    .toList();
            list(node, "findings", findings(own));
            nodes.add(pool.number(node));
        }
        return nodes;
    }

    /** Numbers of findings; an id that the result does not explain is left out. */
    private ArrayNode findings(Collection<String> ids) {
        ArrayNode nodes = mapper.createArrayNode();
        ids.stream().map(numbers::get).filter(number -> number != null).forEach(nodes::add);
        return nodes;
    }

    private static void put(ObjectNode node, String name, @Nullable String text) {
        if (text != null) {
            node.put(name, Untrusted.visible(text));
        }
    }

    private static void list(ObjectNode node, String name, ArrayNode list) {
        if (!list.isEmpty()) {
            node.set(name, list);
        }
    }
}
