package dev.premotion.rules;

import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.RandomEstate;
import dev.premotion.inventory.Vm;
import dev.premotion.plan.PlanDocument;
import dev.premotion.plan.Plans;
import dev.premotion.rules.Cases.Case;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Estates of two vCenters with many hosts and VMs, of which much is otherwise than in a clean one: what several cases change, all
 * at once, and facts with any valid value; and a plan that moves some of the VMs somewhere.
 *
 * @param entries of the plan, each in YAML's flow style; none goes to more than one host, so that a missing fact sends no VM
 *     elsewhere
 * @param changed the paths of what is otherwise
 */
record RandomSites(Estate estate, List<String> entries, TreeSet<String> changed) {

    private static final List<Case> CASES = Cases.all();

    static RandomSites of(long seed) {
        var random = new Random(seed);
        var estate = random.nextBoolean() ? Estates.twoSites() : Estates.linkedSites();
        var changed = new TreeSet<String>();
        for (int i = random.nextInt(10); i > 0; i--) {
            var one = CASES.get(random.nextInt(CASES.size()));
            try {
                estate = Changes.apply(estate, one.set());
                one.set().forEach(thing -> thing.fieldNames().forEachRemaining(changed::add));
            } catch (IllegalArgumentException | IndexOutOfBoundsException gone) {
                continue; // another case has renamed or taken away what this one changes
            }
        }
        var values = new RandomEstate(seed);
        for (int i = random.nextInt(6); i > 0; i--) {
            var facts = estate.facts();
            var fact = facts.get(random.nextInt(facts.size()));
            var value = values.other(estate, fact);
            if (value != null) {
                estate = estate.change(fact.thing(), fact.path(), value);
                changed.add(fact.path());
            }
        }
        return new RandomSites(estate, entries(estate, random), changed);
    }

    PlanDocument plan() {
        return Plans.read("", entries);
    }

    /** Facts that another source answers, too, and better where they are worse than it. */
    List<String> worsened() {
        return LawTest.worsened(changed);
    }

    private static List<String> entries(Estate estate, Random random) {
        var vms = new ArrayList<Vm>();
        estate.inventory().vCenters().forEach(vCenter -> {
            if (vCenter.vms() != null) {
                vCenter.vms().forEach(vms::add);
            }
        });
        Collections.shuffle(vms, random);
        var entries = new ArrayList<String>();
        for (var vm : vms.subList(0, Math.min(vms.size(), 2 + random.nextInt(5)))) {
            entries.add(entry(vm, entries.size() + 1, random));
        }
        return entries;
    }

    private static String entry(Vm vm, int wave, Random random) {
        boolean here = vm.ref().vCenter().equals(Estates.A);
        boolean stays = random.nextInt(3) > 0;
        var to = new ArrayList<String>();
        var letter = here == stays ? "a" : "b";
        if (!stays || random.nextInt(3) > 0) {
            to.add("host: esx-0%d.site-%s.example".formatted(1 + random.nextInt(4), letter));
        }
        if (!stays || to.isEmpty() || random.nextInt(3) == 0) {
            to.add("datastore: " + (random.nextInt(3) == 0 ? "ds-metro" : "ds-" + letter + (1 + random.nextInt(2))));
        }
        if (!stays) {
            to.add("vcenter: vcsa-" + letter
                    + ", networks: {VM-%s: VM-%s}".formatted(here ? "A" : "B", here ? "B" : "A"));
        }
        return "{vm: {vcenter: vcsa-%s, id: %s}, wave: %d, to: {%s}}"
                .formatted(here ? "a" : "b", vm.ref().id(), wave, String.join(", ", to));
    }
}
