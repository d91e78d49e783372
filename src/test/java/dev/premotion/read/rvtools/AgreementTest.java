package dev.premotion.read.rvtools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.ClusterRule;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One estate as a workbook of RVTools and as it is: fact by fact the same, but for what RVTools lacks. */
class AgreementTest {

    /**
     * What RVTools says otherwise: a device has no key there, and a host on a distributed switch is taken to have all of its
     * port groups, the one of its uplinks too.
     */
    private static final Pattern OTHERWISE = Pattern.compile(".*#Device[.]key|.*#Host[.]networks/dvportgroup-5");

    @TempDir
    Path folder;

    @Test
    void aWorkbookSaysTheSameFactByFact() {
        var whole = Estates.oneSite().inventory().vCenters().get(0);
        var read = EstateBook.of(whole)
                .read(folder)
                .reading()
                .inventory()
                .vCenters()
                .get(0);
        var facts = facts(whole);
        var told = facts(read);

        var wrong = told.entrySet().stream()
                .filter(fact -> !OTHERWISE.matcher(fact.getKey()).matches())
                .filter(fact -> !Objects.equals(facts.get(fact.getKey()), fact.getValue()))
                .map(fact -> fact.getKey() + ": " + fact.getValue() + " instead of " + facts.get(fact.getKey()))
                .toList();
        var lacking = facts.keySet().stream()
                .filter(fact -> !told.containsKey(fact))
                .filter(AgreementTest::hasColumn)
                .toList();
        assertThat(told).hasSizeGreaterThan(800);
        assertThat(wrong).isEmpty();
        assertThat(lacking).isEmpty();
    }

    /** The page on sources goes by it. */
    @Test
    void theseListsAreNeverWhole() {
        var estate = Estates.oneSite();
        var vm = estate.inventory().vCenters().get(0).vms().items().get(0);
        var rule = new ClusterRule(
                "alone", "antiAffinity", true, true, Listing.of(vm.ref().id()), null);
        var ruled = estate.change(
                new Ref(Kind.CLUSTER, vm.ref().vCenter(), Objects.requireNonNull(vm.cluster())),
                "rules",
                Listing.of(rule));
        var whole = new TreeSet<String>();
        var partial = new TreeSet<String>();
        lists(
                EstateBook.of(ruled.inventory().vCenters().get(0))
                        .read(folder)
                        .reading()
                        .inventory()
                        .vCenters()
                        .get(0),
                whole,
                partial);

        partial.removeAll(whole);
        assertThat(partial).isEqualTo(PartialLists.OF_RVTOOLS);
        assertThat(whole).contains("VCenter.vms", "Vm.disks", "Host.networks");
    }

    private static void lists(Record of, Set<String> whole, Set<String> partial) {
        for (var property : Draft.properties(of.getClass())) {
            var name = of.getClass().getSimpleName() + "." + property.getName();
            if (Draft.value(of, property.getName()) instanceof Listing<?> list) {
                (list.complete() ? whole : partial).add(name);
                list.stream().filter(Record.class::isInstance).forEach(item -> lists((Record) item, whole, partial));
            }
        }
    }

    /** Whether, by the catalogue, RVTools has a column for the property at the end of a path. */
    private static boolean hasColumn(String fact) {
        var last = fact.substring(fact.lastIndexOf('#') + 1).split("[.]");
        var name = last[1].replaceAll("/.*", "");
        return Catalogue.bundled().of(TYPES.get(last[0])).stream()
                .anyMatch(property ->
                        property.name().equals(name) && !property.rvtools().isEmpty());
    }

    private static final Map<String, Class<?>> TYPES = new TreeMap<>();
    private static final Map<String, String> NAMES =
            Map.of("datacenter-1", "DC-A", "group-p1", "pod-a", "network-4", "VM Network");

    private static Map<String, Object> facts(VCenter vCenter) {
        var facts = new TreeMap<String, Object>();
        facts("", vCenter, facts);
        return facts;
    }

    private static void facts(String path, Object value, Map<String, Object> into) {
        if (value instanceof Listing<?> list) {
            int at = 0;
            for (var item : list) {
                facts(path + "/" + key(item, at++), item, into);
            }
        } else if (value instanceof Record record && !(value instanceof Ref)) {
            TYPES.put(record.getClass().getSimpleName(), record.getClass());
            for (var property : Draft.properties(record.getClass())) {
                var inner = Draft.value(record, property.getName());
                if (inner != null && !property.getName().equals("ref")) {
                    facts(path + "#" + record.getClass().getSimpleName() + "." + property.getName(), inner, into);
                }
            }
        } else {
            into.put(path, plain(value));
        }
    }

    /** Things without an id in RVTools are named after what they are. */
    private static Object plain(Object value) {
        return value instanceof String text
                ? NAMES.getOrDefault(text, text.replaceFirst("^(datacenter|datastore-cluster|pg):", ""))
                : value;
    }

    /** What tells things of one list apart in both. */
    private static String key(Object item, int at) {
        if (!(item instanceof Record record)) {
            return String.valueOf(plain(String.valueOf(item))).replace('.', '_');
        }
        for (var name : List.of("name", "label", "device", "datastore", "ref")) {
            if (Draft.has(record.getClass(), name) && Draft.value(record, name) != null) {
                var value = Draft.value(record, name);
                return (value instanceof Ref ref ? ref.id() : String.valueOf(value)).replace('.', '_');
            }
        }
        return String.valueOf(at);
    }
}
