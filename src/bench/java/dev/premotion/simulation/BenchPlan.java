package dev.premotion.simulation;

import dev.premotion.simulation.Estate.HostPorts;
import dev.premotion.simulation.Region.WritePattern.Random;
import java.util.ArrayList;
import java.util.List;

/** Plans of any size: hosts of 10 GbE, from each to the next in other racks, VMs of 4 to 64 GiB with a hot and a cold part. */
final class BenchPlan {
    private static final double TEN_GBIT = 1.25e9;

    private BenchPlan() {}

    /** @param migrations over so many hosts */
    static Estate estate(int migrations, int hosts) {
        var ports = new ArrayList<HostPorts>();
        for (int i = 0; i < hosts; i++) {
            ports.add(new HostPorts("h" + i, TEN_GBIT, TEN_GBIT, 10e9));
        }
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < migrations; i++) {
            int from = i % hosts;
            int to = (int) ((i * 7919L + 13) % hosts);
            to = to == from ? (to + 1) % hosts : to;
            jobs.add(Job.vmotion("vm" + i, "h" + from, "h" + to, "ds" + i % 64, memory(i)));
        }
        return new Estate(ports, List.of(), List.of(), jobs);
    }

    static MemoryShape memory(int i) {
        long pages = (4L << (i % 5)) << 18;
        return new MemoryShape(
                pages,
                pages / 4,
                List.of(
                        new Region(pages / 50, 2_000d * (1 + i % 17), new Random()),
                        new Region(pages / 2, 300d * (1 + i % 11), new Random())));
    }
}
