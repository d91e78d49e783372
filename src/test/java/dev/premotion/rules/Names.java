package dev.premotion.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.premotion.answer.Listing;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.PlanDocument;
import dev.premotion.rules.Cases.Case;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Another name or identity for each, wherever it stands: in paths of files and folders, in what refers to networks and
 * switches, and where identities are other ones too, in whatever refers to a thing.
 */
final class Names {

    /** What tells one thing from another beside its managed object id. */
    private static final Set<String> IDENTITIES =
            Set.of("instanceUuid", "biosUuid", "uuid", "macAddress", "lunUuid", "lunUuids", "stsCertificate");

    private static final Pattern VOLUME = Pattern.compile("/vmfs/volumes/([^/]+)/");

    final Map<String, String> other;
    private final Pattern any;
    private final Map<String, String> seen = new HashMap<>();

    /** @param other what each is called instead */
    Names(Map<String, String> other) {
        this.other = Map.copyOf(other);
        any = Pattern.compile(other.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")(?![\\w*-])")));
    }

    /** Other names at random. */
    static Names random(Estate estate, Random random) {
        var other = new TreeMap<String, String>();
        of(estate).forEach(name -> other.put(name, "n" + random.nextInt(1 << 20) + "-" + other.size()));
        return new Names(other);
    }

    /**
     * Other names, ids, UUIDs and addresses for all that is in an estate, the same for the same prefixes.
     *
     * @param estates two states of one estate, which may have other names
     * @param home prefix of the vCenters
     * @param site prefix of what else is not a VM
     * @param own prefix of the VMs
     */
    static Names other(List<Estate> estates, String home, String site, String own) {
        var other = new TreeMap<String, String>();
        for (var vCenter : estates.stream()
                .flatMap(estate -> estate.inventory().vCenters().stream())
                .toList()) {
            if (vCenter.vms() != null) {
                vCenter.vms().forEach(vm -> add(vm, own, other));
            }
            add(Draft.of(vCenter).set("vms", null).build(), site, other);
            other.put(vCenter.label(), home + vCenter.label());
            other.put(vCenter.ref().id(), alike(vCenter.ref().id(), home));
            other.computeIfPresent(
                    String.valueOf(vCenter.stsCertificate()), (sts, given) -> alike("0".repeat(24) + sts, home + sts));
        }
        return new Names(other);
    }

    private static void add(Record thing, String prefix, Map<String, String> other) {
        names(thing).forEach(name -> other.put(name, prefix + name));
        ids(thing).forEach(id -> other.put(id, prefix + id));
        identities(thing).forEach(id -> other.put(id, alike(id, prefix + id)));
    }

    /** Another identity of the same form: the second half of its hexadecimal digits are other ones. */
    private static String alike(String identity, String seed) {
        var digits = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        var other = new StringBuilder(identity);
        long most = identity.chars().filter(c -> Character.digit(c, 16) >= 0).count() / 2;
        for (int i = identity.length() - 1, digit = 0; digit < most; i--) {
            if (Character.digit(identity.charAt(i), 16) >= 0) {
                other.setCharAt(i, digits.charAt(digit++ % digits.length()));
            }
        }
        return other.toString();
    }

    /** What the things of an estate are called. */
    static Set<String> of(Estate estate) {
        var names = new TreeSet<String>();
        estate.inventory().vCenters().forEach(vCenter -> names.addAll(names(vCenter)));
        return names;
    }

    /** What a thing and the things in it are called. */
    static Set<String> names(Record of) {
        var names = new TreeSet<String>();
        walk(of, (thing, property, text) -> {
            if (property.equals("name") && Draft.has(thing.getClass(), "ref")) {
                names.add(text);
            }
        });
        names.removeAll(Set.of("vm", "Resources")); // roots
        names.removeIf(name -> name.startsWith("vxw-")); // virtual wires of NSX for vSphere, known by their names
        return names;
    }

    /** Managed object ids and, of vCenters, instance UUIDs. */
    static Set<String> ids(Record of) {
        var ids = new TreeSet<String>();
        walk(of, (thing, property, text) -> {
            if (property.equals("ref") && !text.contains("/")) { // devices are named by their VM
                ids.add(text);
            }
        });
        return ids;
    }

    /** UUIDs and addresses by which VMs, disks, volumes, LUNs and switches are known. */
    static Set<String> identities(Record of) {
        var identities = new TreeSet<String>();
        walk(of, (thing, property, text) -> {
            var volume = VOLUME.matcher(text);
            if (IDENTITIES.contains(property)) {
                identities.add(text);
            } else if (property.equals("url") && volume.find()) {
                identities.add(volume.group(1));
            }
        });
        return identities;
    }

    /** Told of each text and identity of a thing, with the property that holds it. */
    private interface Texts {
        void text(Record thing, String property, String text);
    }

    private static void walk(Record thing, Texts into) {
        for (var property : Draft.properties(thing.getClass())) {
            walk(thing, property.getName(), Draft.value(thing, property.getName()), into);
        }
    }

    private static void walk(Record thing, String property, @Nullable Object value, Texts into) {
        if (value instanceof Ref ref) {
            into.text(thing, property, ref.id());
        } else if (value instanceof String text) {
            into.text(thing, property, text);
        } else if (value instanceof Listing<?> list) {
            list.forEach(item -> walk(thing, property, item, into));
        } else if (value instanceof Record inner) {
            walk(inner, into);
        }
    }

    String in(String text) {
        return seen.computeIfAbsent(text, this::renamed);
    }

    private String renamed(String text) {
        return any.matcher(text).replaceAll(found -> Matcher.quoteReplacement(other.get(found.group())));
    }

    /** The plan of a case, written again. */
    PlanDocument inPlan(Case one) throws IOException {
        return Moves.plan(one.move().name(), inWritten(one.move().written()));
    }

    JsonNode inWritten(JsonNode plan) throws IOException {
        return Moves.YAML.readTree(in(Moves.YAML.writeValueAsString(plan)));
    }

    <T extends Record> T inRecord(T record) {
        Draft<T> draft = Draft.of(record);
        for (var property : Draft.properties(record.getClass())) {
            draft.set(property.getName(), in(Draft.value(record, property.getName())));
        }
        return draft.build();
    }

    private @Nullable Object in(@Nullable Object value) {
        if (value instanceof String text) {
            return in(text);
        }
        if (value instanceof Listing<?> list) {
            return new Listing<>(list.stream().map(this::in).toList(), list.complete());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::in).toList();
        }
        return value instanceof Record inner ? inRecord(inner) : value;
    }
}
