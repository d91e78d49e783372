package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Lays facts about links over the links that were read; a link that was not there is made. */
final class LinkFacts {

    private final List<VCenter> vCenters;
    private final List<SiteLink> links;
    private final boolean complete;

    LinkFacts(List<VCenter> vCenters, Listing<SiteLink> links) {
        this.vCenters = vCenters;
        this.links = new ArrayList<>(links.items());
        this.complete = links.complete();
    }

    /** Whether both ends are there. */
    boolean add(GivenFact fact, BiFunction<GivenFact, SiteLink, SiteLink> laid) {
        var ends = fact.between();
        if (ends.stream().anyMatch(end -> named(end).isEmpty())) {
            return false;
        }
        for (int i = 0; i < links.size(); i++) {
            if (same(links.get(i).between(), ends)) {
                links.set(i, laid.apply(fact, links.get(i)));
                return true;
            }
        }
        var link = new Draft<>(SiteLink.class)
                .set("ref", Ref.link(ends))
                .set("between", ends)
                .build();
        links.add(laid.apply(fact, link));
        return true;
    }

    Listing<SiteLink> listing() {
        return new Listing<>(links, complete);
    }

    private boolean same(List<String> some, List<String> others) {
        return same(some.get(0), others.get(0)) && same(some.get(1), others.get(1))
                || same(some.get(0), others.get(1)) && same(some.get(1), others.get(0));
    }

    /** Whether two ends are the same vCenters, whatever they are called. */
    private boolean same(String end, String other) {
        return end.equals(other) || !named(end).isEmpty() && named(end).equals(named(other));
    }

    private Set<String> named(String end) {
        return vCenters.stream()
                .filter(vCenter -> Links.names(end, vCenter))
                .map(vCenter -> vCenter.ref().id())
                .collect(Collectors.toSet());
    }
}
