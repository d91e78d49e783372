package dev.premotion.rules;

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
import java.util.ArrayList;
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

    /** Whether a host offers every feature that a running VM needs. */
    public static Answer offersAll(String path, Vm vm, Host host) {
        var offered = Features.of(host.featureCapabilities());
        if (offered == null) {
            return Answer.of(Truth.UNKNOWN, new Evidence("host.featureCapabilities", null, "known"));
        }
        return Check.every(
                path,
                vm.featureRequirements(),
                need -> Answer.of(
                        Truth.of(Features.meets(need, offered)),
                        new Evidence(path, need.key() + " " + need.value(), "offered by the host")));
    }

    /** Whether a host reaches a storage, which across vCenters only its URL tells. */
    public static Answer reaches(
            String path,
            @Nullable Listing<DatastoreMount> mounts,
            String urlPath,
            @Nullable String url,
            @Nullable Boolean mounted) {
        Object seen = mounts == null ? null : mounted == null ? null : mounted ? "mounted" : "not mounted";
        return new Answer(
                Truth.of(mounted), true, List.of(new Evidence(path, seen, "mounted"), new Evidence(urlPath, url, "")));
    }

    /** Whether a sum fits a limit, however its unknown addends turn out; {@code lacking} is a VM it waits for. */
    public static Answer fits(
            String path,
            @Nullable Sum sum,
            String limitPath,
            @Nullable Number limit,
            String lackingPath,
            @Nullable Vm lacking) {
        Boolean holds = null;
        if (sum != null && limit != null) {
            var most = sum.most();
            holds = sum.least() > limit.longValue()
                    ? Boolean.FALSE
                    : most != null && most <= limit.longValue() ? Boolean.TRUE : null;
        }
        var because = new ArrayList<Evidence>();
        because.add(new Evidence(path, sum, limit == null ? "at most " + limitPath : "at most " + limit));
        because.add(new Evidence(limitPath, limit, ""));
        if (holds == null && lacking != null) {
            because.add(new Evidence(lackingPath, null, "known"));
        }
        return new Answer(Truth.of(holds), true, List.copyOf(because));
    }
}
