package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which datastores of different vCenters are one storage: those of one URL (VMFS UUID), or of one NFS server and path
 * (requirements row STOR-SHARED-XVC). Where one of the two does not tell its URL, they may be. The disk under a VMFS volume
 * (NAA) says no more: the UUID is written in the volume, so every vCenter reads the same, and whoever tells the disk tells
 * the URL too. A raw LUN is the same by its UUID, which holds the NAA; {@link VmGroups} and the hosts' lists compare that.
 */
final class SameStorage {

    private final Map<Ref, List<Datastore>> same = new HashMap<>();
    private final Map<Ref, List<Datastore>> perhaps = new HashMap<>();

    SameStorage(Inventory inventory) {
        var all = new ArrayList<Datastore>();
        for (var vCenter : inventory.vCenters()) {
            var datastores = vCenter.datastores();
            all.addAll(datastores == null ? List.of() : datastores.items());
        }
        var byIdentity = new HashMap<String, List<Datastore>>();
        for (var one : all) {
            var group = new ArrayList<>(List.of(one));
            for (var identity : identities(one)) {
                var known = byIdentity.getOrDefault(identity, List.of());
                known.stream().filter(other -> !group.contains(other)).forEach(group::add);
            }
            group.forEach(member -> {
                same.put(member.ref(), group);
                identities(member).forEach(identity -> byIdentity.put(identity, group));
            });
        }
        same.replaceAll((ref, group) ->
                group.size() < 2 ? group : all.stream().filter(group::contains).toList());
        all.stream()
                .filter(one -> one.url() == null)
                .forEach(one -> all.stream().filter(other -> mayBe(one, other)).forEach(other -> link(one, other)));
    }

    private void link(Datastore one, Datastore other) {
        perhaps.computeIfAbsent(one.ref(), ref -> new ArrayList<>(1)).add(other);
        if (other.url() != null) { // else it finds this one itself
            perhaps.computeIfAbsent(other.ref(), ref -> new ArrayList<>(1)).add(one);
        }
    }

    /** All that are the same storage, itself included, in the order of the inventory. */
    List<Datastore> as(Datastore datastore) {
        return same.getOrDefault(datastore.ref(), List.of(datastore));
    }

    /** Those of which nobody can tell. */
    List<Datastore> perhaps(Datastore datastore) {
        return perhaps.getOrDefault(datastore.ref(), List.of());
    }

    /** Whether two datastores of different vCenters are one storage; absent where a URL that would tell is. */
    static @Nullable Boolean same(Datastore one, Datastore other) {
        var export = export(one);
        if (export != null && export.equals(export(other))) {
            return true;
        }
        var url = url(one);
        var otherUrl = url(other);
        return url == null || otherUrl == null ? null : url.equals(otherUrl);
    }

    private static List<String> identities(Datastore datastore) {
        return Stream.of(url(datastore), export(datastore))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** Whatever the case and the slash at its end; it has the UUID of a VMFS or vSAN datastore. */
    private static @Nullable String url(Datastore datastore) {
        return datastore.url() == null
                ? null
                : datastore.url().toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
    }

    /** Server and path of an NFS export. */
    private static @Nullable String export(Datastore datastore) {
        return datastore.remoteHost() == null || datastore.remotePath() == null
                ? null
                : "nfs " + datastore.remoteHost().toLowerCase(Locale.ROOT) + " " + datastore.remotePath();
    }

    /** Two of which both URLs or both exports are known are known to be one or two, and those that differ in type or size are two. */
    private boolean mayBe(Datastore one, Datastore other) {
        return !one.ref().vCenter().equals(other.ref().vCenter())
                && !as(one).contains(other)
                && (export(one) == null || export(other) == null)
                && !differ(one.type(), other.type())
                && !differ(one.capacityBytes(), other.capacityBytes());
    }

    private static boolean differ(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !Objects.equals(one, other);
    }
}
