package dev.premotion.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FairShareTest {
    private static final double EPS = 1e-6;

    /** Flows come and go; after each change the rates are what a filling from scratch gives, and max-min fair. */
    @Property(tries = 200, seed = "11")
    void followingAChangeGivesWhatSharingFromScratchGives(
            @ForAll @IntRange(min = 1, max = 8) int hosts,
            @ForAll @IntRange(min = 1, max = 60) int steps,
            @ForAll long seed) {
        var random = new Random(seed);
        List<Pipe> pipes = IntStream.range(0, 2 * hosts + 1)
                .mapToObj(i -> new Pipe("pipe " + i, 1 + random.nextInt(10)))
                .toList();
        var share = new FairShare();
        var flows = new ArrayList<Flow>();
        for (int step = 0; step < steps; step++) {
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                if (!flows.isEmpty() && random.nextInt(3) == 0) {
                    share.leave(flows.remove(random.nextInt(flows.size())), step);
                } else {
                    flows.add(flow(pipes, hosts, random, step));
                    share.join(flows.get(flows.size() - 1));
                }
            }
            share.rebalance(step, (flow, rate) -> {});
            assertFair(flows, pipes);
            assertSameAsFromScratch(flows, pipes);
        }
    }

    private static Flow flow(List<Pipe> pipes, int hosts, Random random, long order) {
        Pipe out = pipes.get(random.nextInt(hosts));
        Pipe in = pipes.get(hosts + random.nextInt(hosts));
        Pipe[] path = random.nextBoolean() ? new Pipe[] {out, in} : new Pipe[] {out, pipes.get(2 * hosts), in};
        double most = random.nextInt(4) == 0 ? 0.5 + random.nextInt(4) : 1e9;
        return new Flow(owner(), new Transfer.Wait(1), path, most, order, 0);
    }

    private static Execution owner() {
        var job = Job.vmotion("vm", "a", "b", "ds", new MemoryShape(1, 0, List.of()));
        return new Execution(job, 0, new WaitingLine.Needs(List.of("a", "b"), 1, 1, java.util.Map.of(), false));
    }

    private static void assertFair(List<Flow> flows, List<Pipe> pipes) {
        for (Pipe pipe : pipes) {
            double load = flows.stream()
                    .filter(flow -> List.of(flow.pipes).contains(pipe))
                    .mapToDouble(flow -> flow.rate)
                    .sum();
            assertThat(load).as(pipe.name).isLessThanOrEqualTo(pipe.capacity * (1 + EPS));
            assertThat(pipe.load).isEqualTo(load, within(EPS));
        }
        for (Flow flow : flows) {
            boolean satisfied = flow.rate >= flow.most * (1 - EPS);
            boolean held = List.of(flow.pipes).stream()
                    .anyMatch(pipe -> pipe.load >= pipe.capacity * (1 - EPS)
                            && pipe.flows.stream().allMatch(other -> other.rate <= flow.rate * (1 + EPS)));
            assertThat(satisfied || held)
                    .as("rate %s of at most %s", flow.rate, flow.most)
                    .isTrue();
        }
    }

    private static void assertSameAsFromScratch(List<Flow> flows, List<Pipe> pipes) {
        var fresh = new FairShare();
        var copies =
                pipes.stream().map(pipe -> new Pipe(pipe.name, pipe.capacity)).toList();
        var again = flows.stream()
                .map(flow -> new Flow(
                        flow.owner,
                        flow.transfer,
                        List.of(flow.pipes).stream()
                                .map(pipe -> copies.get(pipes.indexOf(pipe)))
                                .toArray(Pipe[]::new),
                        flow.most,
                        flow.order,
                        0))
                .toList();
        again.forEach(fresh::join);
        fresh.rebalance(0, (flow, rate) -> {});
        for (int i = 0; i < flows.size(); i++) {
            assertThat(flows.get(i).rate).isEqualTo(again.get(i).rate, within(EPS));
        }
    }

    @Test
    void whatOneLeavesTheOthersTake() {
        Pipe out = new Pipe("out", 10);
        Pipe narrow = new Pipe("narrow", 2);
        Pipe wide = new Pipe("wide", 100);
        var share = new FairShare();
        var a = new Flow(owner(), new Transfer.Wait(1), new Pipe[] {out, narrow}, 1e9, 1, 0);
        var b = new Flow(owner(), new Transfer.Wait(1), new Pipe[] {out, wide}, 1e9, 2, 0);
        var c = new Flow(owner(), new Transfer.Wait(1), new Pipe[] {out, wide}, 3, 3, 0);
        List.of(a, b, c).forEach(share::join);
        share.rebalance(0, (flow, rate) -> {});
        assertThat(List.of(a.rate, b.rate, c.rate)).containsExactly(2d, 5d, 3d);
        share.leave(a, 1);
        share.rebalance(1, (flow, rate) -> {});
        assertThat(List.of(b.rate, c.rate)).containsExactly(7d, 3d);
    }
}
