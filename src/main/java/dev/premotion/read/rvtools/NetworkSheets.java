package dev.premotion.read.rvtools;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.PhysicalNic;
import dev.premotion.inventory.StandardSwitch;
import dev.premotion.inventory.VmkernelAdapter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Networking of hosts: vNIC, vSwitch, vPort, vSC_VMK, dvSwitch and dvPort. */
final class NetworkSheets {

    private final Estate estate;

    /** What dvSwitch says of the VMs on each distributed switch. */
    final Map<Thing<DistributedSwitch>, Integer> statedVms = new HashMap<>();

    NetworkSheets(Estate estate) {
        this.estate = estate;
    }

    void read() {
        var workbook = estate.workbook;
        workbook.read(Tables.NIC_CARD, this::card);
        workbook.read(Tables.SWITCH, this::standardSwitch);
        workbook.read(Tables.VMKERNEL, this::vmkernelAdapter);
        workbook.read(Tables.PORT, this::portGroup);
        estate.sites().forEach(site -> site.networks.finishStandard(estate.notes, workbook.sheet(Tables.PORT)));
        workbook.read(Tables.DV_SWITCH, this::distributedSwitch);
        workbook.read(Tables.DV_PORT, this::distributedPortGroup);
        estate.sites().forEach(this::members);
    }

    private @Nullable HostInMaking host(Line line) {
        return estate.host(estate.site(line), line.text("Host"), line, "Host");
    }

    /** A card without link has no speed, and says so where its duplex should be. */
    private void card(Line line) {
        var host = host(line);
        if (host == null) {
            return;
        }
        var draft = new Draft<>(PhysicalNic.class).set("device", line.text("Network Device"));
        line.fill(draft);
        var duplex = line.text("Duplex");
        if (duplex != null && duplex.toLowerCase(java.util.Locale.ROOT).contains("down")) {
            draft.set("linkSpeedMbps", 0);
        } else if (duplex != null) {
            draft.set("fullDuplex", Form.TRUTH.reading().apply(duplex));
        }
        host.physicalNics.add(draft.build());
    }

    private void standardSwitch(Line line) {
        var host = host(line);
        if (host == null) {
            return;
        }
        var draft = new Draft<>(StandardSwitch.class).set("name", line.text("Switch"));
        line.fill(draft);
        var cards = estate.workbook.sheet(Tables.NIC_CARD);
        if (cards != null && cards.has("Switch") && !cards.broken && !host.physicalNics.isEmpty()) {
            var uplinks = new ArrayList<String>();
            for (var card : host.physicalNics) {
                if (draft.get("name") instanceof String name && name.equals(card.switchName())) {
                    uplinks.add(card.device());
                }
            }
            draft.set("uplinks", Listing.complete(uplinks));
        }
        host.standardSwitches.add(draft.build());
    }

    /** Which services an adapter carries, and on which stack, no column tells. */
    private void vmkernelAdapter(Line line) {
        var host = host(line);
        if (host != null) {
            var draft = new Draft<>(VmkernelAdapter.class).set("device", line.text("Device"));
            line.fill(draft);
            host.vmkernelAdapters.add(draft.build());
        }
    }

    private void portGroup(Line line) {
        var name = line.text("Port Group");
        if (name != null) {
            var site = estate.site(line);
            site.networks.addStandard(name, line, estate.datacenter(site, line), host(line), estate.file);
        }
    }

    private void distributedSwitch(Line line) {
        var site = estate.site(line);
        var name = line.text("Switch");
        var id = name == null ? null : estate.id(site.switches, line, "switch:" + name);
        if (name == null || id == null) {
            return;
        }
        var made = Thing.of(Kind.SWITCH, id, DistributedSwitch.class);
        made.draft().set("name", name).set("datacenter", estate.datacenter(site, line));
        line.fill(made.draft());
        var members = line.text("Host members");
        if (members != null) {
            made.draft().set("hosts", hosts(site, line, HostSheets.list(members)));
        }
        var vms = line.count("# VMs");
        if (vms != null) {
            statedVms.put(made, vms);
        }
        made.origins().add(line.origin(estate.file));
        site.switches.put(id, name, made);
    }

    private Listing<String> hosts(Site site, Line line, List<String> names) {
        var ids = new ArrayList<String>();
        for (var name : names) {
            var host = estate.host(site, name, line, "Host members");
            if (host != null) {
                ids.add(host.id());
            }
        }
        return new Listing<>(ids, ids.size() == names.size());
    }

    private void distributedPortGroup(Line line) {
        var site = estate.site(line);
        var name = line.text("Port");
        var onSwitch = line.text("Switch");
        if (name == null || onSwitch == null) {
            return;
        }
        var network = site.networks.addDistributed(line.text("Object ID"), onSwitch, name);
        line.fill(network.draft());
        var itsSwitch = site.switches.byName(onSwitch);
        if (itsSwitch != null) {
            network.draft()
                    .set("distributedSwitch", itsSwitch.id())
                    .set("datacenter", itsSwitch.draft().get("datacenter"));
        } else if (estate.workbook.has(Tables.DV_SWITCH)) {
            site.lacksSome("switches");
            estate.notes.odd(line.place("Switch"), "a switch that dvSwitch does not list; taken as unknown", onSwitch);
        }
        network.origins().add(line.origin(estate.file));
    }

    /** A host offers the port groups of the distributed switches it is a member of. */
    private void members(Site site) {
        for (var made : site.switches.all()) {
            var hosts = made.draft().get("hosts") instanceof Listing<?> ids ? ids : Listing.of();
            if (!hosts.complete() || made.draft().get("hosts") == null) {
                site.lacksSome("members");
            }
            for (var id : hosts) {
                var host = site.hosts.byId((String) id);
                if (host != null) {
                    site.networks.of(made.id()).forEach(host.networks::add);
                }
            }
        }
    }
}
