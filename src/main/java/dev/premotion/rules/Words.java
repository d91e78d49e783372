package dev.premotion.rules;

import static dev.premotion.answer.Fact.fact;

import dev.premotion.answer.Answer;
import dev.premotion.answer.Check;
import dev.premotion.answer.Evidence;
import dev.premotion.answer.Listing;
import dev.premotion.answer.Truth;
import dev.premotion.inventory.DatastoreMount;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.Features;
import dev.premotion.plan.Sum;
import dev.premotion.reference.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words that rules are written in beside {@link dev.premotion.answer.Fact}: questions that need a loop or more than one
 * value. The first argument of each is the path of the value it asks about. Every argument may be absent.
 */
public final class Words {

    private Words() {}

    /** Whether a licence, by the name vCenter shows, grants a feature of the licence table. */
    public static Answer licence(String path, @Nullable String name, String feature, Tables tables) {
        return Answer.of(
                Truth.of(tables.licenses(name, feature)), new Evidence(path, name, "an edition with " + feature));
    }

    /** Whether a host offers every feature that a running VM needs; what a person confirmed counts where that is open. */
    public static Answer offersAll(String path, Vm vm, String confirmedPath, Host host) {
        var offered = Features.of(host.featureCapabilities());
        var told = Check.every(
                path,
                offered == null ? null : vm.featureRequirements(),
                need -> Answer.of(
                        Truth.of(Features.meets(need, offered)),
                        new Evidence(path, need.key() + " " + need.value(), "offered by the host")));
        return told.unknown() && !Boolean.FALSE.equals(host.cpuFeaturesConfirmed())
                ? fact(confirmedPath, host.cpuFeaturesConfirmed()).isTrue()
                : told;
    }

    /**
     * Whether a host mounts a datastore and reaches it.
     *
     * @param mounts of the host
     * @param listed whether the host mounts it, whatever its state; absent where unknown
     * @param mounted absent where that is unknown
     */
    public static Answer reaches(
            String path,
            @Nullable Listing<DatastoreMount> mounts,
            String confirmedPath,
            @Nullable Boolean listed,
            @Nullable Boolean mounted) {
        if (mounted != null) {
            var seen = mounted ? "mounted" : Boolean.TRUE.equals(listed) ? "mounted but not accessible" : "not mounted";
            return Answer.of(Truth.of(mounted), new Evidence(path, seen, "mounted"));
        }
        return Answer.of(
                Truth.UNKNOWN,
                Boolean.TRUE.equals(listed)
                        ? new Evidence(confirmedPath, null, "true")
                        : new Evidence(path, mounts, "mounted"));
    }

    /** Whether a sum fits a limit, however its unknown addends turn out. */
    public static Answer fits(String path, @Nullable Sum sum, String limitPath, @Nullable Number limit) {
        Boolean holds = null;
        if (sum != null && limit != null) {
            var most = sum.most();
            holds = sum.least() > limit.longValue()
                    ? Boolean.FALSE
                    : most != null && most <= limit.longValue() ? Boolean.TRUE : null;
        }
        return new Answer(
                Truth.of(holds),
                true,
                List.of(
                        new Evidence(path, sum, limit == null ? "at most " + limitPath : "at most " + limit),
                        new Evidence(limitPath, limit, "")));
    }
}
