package dev.premotion.plan;

import dev.premotion.inventory.Datastore;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.FilesMoved.Arriving;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The space that a plan takes and frees on each storage while it runs; a storage that two vCenters share is one. */
final class StorageAccounts {

    private final SameStorage storages;
    private final SharedFiles files;
    private final SpaceFactors factors;
    private final Map<Ref, Storage> accounts = new LinkedHashMap<>();
    private final Map<String, List<Adrift>> adrift = new LinkedHashMap<>();
    private final Map<String, List<Lacking>> unlisted = new HashMap<>();

    /** Its first datastore stands for it. */
    private record Storage(Datastore first, Account account) {}

    /** Files that go to a datastore of the vCenter that the inventory does not tell. */
    private record Adrift(@Nullable String name, Amount bytes, Booking by) {

        boolean mayBe(Datastore datastore) {
            return name == null || datastore.name() == null || datastore.name().equals(name);
        }
    }

    StorageAccounts(Inventory inventory, Tables tables) {
        this.storages = new SameStorage(inventory);
        this.files = new SharedFiles(inventory);
        this.factors = new SpaceFactors(inventory, tables);
        inventory.vCenters().forEach(vCenter -> unlisted.put(vCenter.ref().id(), Lacking.of(vCenter, "datastores")));
    }

    /** Every datastore that files come to, once they have. */
    List<DatastoreLoad> loads(Migration migration, Candidate candidate, When when) {
        var vm = Objects.requireNonNull(migration.vm());
        var arriving = new LinkedHashMap<Ref, Arriving>();
        for (var one : FilesMoved.of(vm, candidate, files, factors).comes().values()) {
            var storage = storage(one.datastore());
            arriving.merge(
                    storage.ref(),
                    new Arriving(storage, one.bytes()),
                    (a, b) -> new Arriving(storage, a.bytes().plus(b.bytes())));
        }
        var loads = new ArrayList<DatastoreLoad>();
        for (var one : arriving.values()) {
            var bytes = account(one.datastore()).at(when);
            bytes.add(one.bytes());
            storages.perhaps(one.datastore()).forEach(other -> bytes.add(less(one.datastore(), other)));
            loads.add(
                    new DatastoreLoad(one.datastore(), storages.as(one.datastore()), vm, bytes.sum(), bytes.lacking()));
        }
        return loads;
    }

    void book(Candidate candidate, Booking by) {
        var moved = FilesMoved.of(Objects.requireNonNull(by.migration().vm()), candidate, files, factors);
        for (var one : moved.comes().values()) {
            account(one.datastore()).comes(one.bytes(), by);
            for (var other : storages.perhaps(one.datastore())) {
                account(other).comes(one.bytes().perhaps(url(one.datastore())), by);
            }
        }
        for (var one : moved.goes().values()) {
            account(one.datastore()).goes(one.bytes(), by);
            storages.perhaps(one.datastore())
                    .forEach(other -> account(other).goes(one.bytes().perhaps(url(one.datastore())), by));
        }
        var vCenter = by.migration().destinationVCenter();
        if (vCenter != null) {
            var id = vCenter.ref().id();
            moved.adrift().forEach(one -> drifts(id, new Adrift(one.name(), told(one.bytes(), id), by)));
        }
    }

    /** Where nothing else would tell how much comes, the list that lacks the datastore would. */
    private Amount told(Amount bytes, String vCenter) {
        var list = unlisted.getOrDefault(vCenter, List.of());
        return bytes.exact() || bytes.lacking() != null || list.isEmpty()
                ? bytes
                : new Amount(bytes.least(), bytes.most(), list.get(0));
    }

    /** How much less is free where another datastore, which may be the same storage, is the fuller one. */
    private static Amount less(Datastore datastore, Datastore other) {
        var free = datastore.freeSpaceBytes();
        var there = other.freeSpaceBytes();
        if (free == null || there != null && there >= free) {
            return Amount.NONE;
        }
        var open = url(datastore.url() == null ? datastore : other);
        return new Amount(0, there == null ? null : Long.valueOf(free - there), open);
    }

    private static Lacking url(Datastore datastore) {
        return new Lacking(datastore.ref(), datastore.label(), "url");
    }

    private void drifts(String vCenter, Adrift files) {
        adrift.computeIfAbsent(vCenter, id -> new ArrayList<>()).add(files);
        accounts.values().stream()
                .filter(storage -> may(files, vCenter, storage.first))
                .forEach(storage -> storage.account.comes(files.bytes, files.by));
    }

    /**
     * Whether the files may lie on a storage: on one that their vCenter lists where the name fits, on any that others list
     * where it may have datastores that its list lacks.
     */
    private boolean may(Adrift files, String vCenter, Datastore storage) {
        var there = storages.as(storage).stream()
                .filter(datastore -> datastore.ref().vCenter().equals(vCenter))
                .toList();
        if (!there.isEmpty()) {
            return there.stream().anyMatch(files::mayBe);
        }
        return !unlisted.getOrDefault(vCenter, List.of()).isEmpty()
                || storages.perhaps(storage).stream()
                        .anyMatch(datastore -> datastore.ref().vCenter().equals(vCenter) && files.mayBe(datastore));
    }

    void forget(Migration migration) {
        adrift.values().forEach(list -> list.removeIf(one -> one.by.of(migration)));
        accounts.values().forEach(storage -> storage.account.forget(migration));
    }

    private Datastore storage(Datastore datastore) {
        return storages.as(datastore).get(0);
    }

    private Account account(Datastore datastore) {
        var first = storage(datastore);
        var known = accounts.get(first.ref());
        if (known != null) {
            return known.account;
        }
        var own = new Account(Map.of());
        accounts.put(first.ref(), new Storage(first, own));
        adrift.forEach((vCenter, files) ->
                files.stream().filter(one -> may(one, vCenter, first)).forEach(one -> own.comes(one.bytes, one.by)));
        return own;
    }
}
