package dev.premotion.plan;

import dev.premotion.inventory.DistributedSwitch;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Network;
import dev.premotion.inventory.Nic;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.Plan.NicTarget;
import dev.premotion.reference.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The subjects of a VM's network adapters and of the networks that they leave and come to. */
final class NicSubjects {

    private final Tables tables;
    private final Map<Ref, OfferedNetworks> offers = new HashMap<>();
    private final Map<Ref, Map<String, String>> networkNames = new HashMap<>();

    NicSubjects(Tables tables) {
        this.tables = tables;
    }

    List<Subject> of(CandidateMove move) {
        var subjects = new ArrayList<Subject>();
        var to = move.to();
        if (to == null) {
            return subjects;
        }
        if (!move.candidate().nicsComplete()) {
            addUnlisted(move, to, subjects);
        }
        var host = move.candidate().host();
        for (var target : move.candidate().nics()) {
            subjects.add(nicMove(move, target, to));
            if (host != null) {
                subjects.add(networkAt(move, target, host, to));
                subjects.add(networkChange(move, target, host, to));
            }
        }
        return subjects;
    }

    /** NICs that are not listed, unless somebody confirmed that inside the cluster none matters. */
    private void addUnlisted(CandidateMove move, VCenter to, List<Subject> subjects) {
        var vm = move.vm();
        var own = move.own();
        var host = move.candidate().host();
        if (own == null || !Boolean.TRUE.equals(vm.nicsConfirmed())) {
            subjects.add(new NicMove(vm, null, move.fromOr(to), null, null, null, null, to, own != null, tables));
        }
        if (host != null && (own == null || !Boolean.TRUE.equals(own.networksConfirmed()))) {
            subjects.add(new NetworkAtHost(vm, null, null, null, null, host, offers(host, to), to, null, own, tables));
        }
    }

    private NicMove nicMove(CandidateMove move, NicTarget target, VCenter to) {
        return new NicMove(
                move.vm(),
                target.nic(),
                move.fromOr(to),
                target.source(),
                distributedSwitch(target.source(), move.migration().sourceVCenter()),
                target.target(),
                distributedSwitch(target.target(), to),
                to,
                move.own() != null && !target.mapped(),
                tables);
    }

    private NetworkAtHost networkAt(CandidateMove move, NicTarget target, Host host, VCenter to) {
        return new NetworkAtHost(
                move.vm(),
                target.nic(),
                target.source(),
                target.targetName(),
                target.target(),
                host,
                offers(host, to),
                to,
                needed(target.nic(), target.source()),
                target.mapped() ? null : move.own(),
                tables);
    }

    private NetworkChange networkChange(CandidateMove move, NicTarget target, Host host, VCenter to) {
        return new NetworkChange(
                move.vm(),
                target.nic(),
                target.source(),
                target.target(),
                move.migration().source(),
                move.fromOr(to),
                host,
                to,
                tables);
    }

    private OfferedNetworks offers(Host host, VCenter vCenter) {
        return offers.computeIfAbsent(
                host.ref(),
                own -> OfferedNetworks.of(
                        host, networkNames.computeIfAbsent(vCenter.ref(), at -> networkNames(vCenter))));
    }

    private static Map<String, String> networkNames(VCenter vCenter) {
        var names = new HashMap<String, String>();
        for (var network : vCenter.networks() == null
                ? List.<Network>of()
                : vCenter.networks().items()) {
            if (network.name() != null) {
                names.putIfAbsent(network.ref().id(), network.name());
            }
        }
        return names;
    }

    /** vCenter refuses a missing network to distributed NICs and to connected ones; else it only warns. */
    private static @Nullable Boolean needed(Nic nic, @Nullable Network source) {
        if (Boolean.TRUE.equals(nic.connected()) || (source != null && "distributed".equals(source.type()))) {
            return true;
        }
        return nic.connected() == null || source == null || source.type() == null ? null : Boolean.FALSE;
    }

    private static @Nullable DistributedSwitch distributedSwitch(@Nullable Network network, @Nullable VCenter vCenter) {
        return network == null || vCenter == null ? null : vCenter.distributedSwitch(network.distributedSwitch());
    }
}
