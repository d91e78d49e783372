package dev.premotion.simulation;

import dev.premotion.simulation.EstateSimulator.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.cloudlets.CloudletSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same VMs moved by CloudSim Plus 8.5.7 and here, in one run. What CloudSim Plus does not model: dirty pages, passes,
 * stop and downtime, shared links, vCenter's queue; a migration there is memory over half the target's bandwidth.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class CloudSimBenchmark {
    /** VMs that move, each from its host to the next. */
    @Param({"100", "1000"})
    public int migrations;

    private final Settings settings = Settings.defaults();

    /** Here: pre-copy, admission and sharing. */
    @Benchmark
    public double premotion() {
        return EstateSimulator.simulate(BenchPlan.estate(migrations, 100), settings).makespanSeconds();
    }

    /** There: a delay for each VM. */
    @Benchmark
    public double cloudSimPlus() {
        var simulation = new CloudSimPlus();
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            List<Pe> cores = new ArrayList<>();
            for (int core = 0; core < 64; core++) {
                cores.add(new PeSimple(1000));
            }
            hosts.add(new HostSimple(4_000_000, 10_000, 100_000_000, cores));
        }
        var datacenter = new DatacenterSimple(simulation, hosts);
        var broker = new DatacenterBrokerSimple(simulation);
        int[] moved = {0};
        List<Vm> vms = new ArrayList<>();
        var cloudlets = new ArrayList<CloudletSimple>();
        for (int i = 0; i < migrations; i++) {
            Vm vm = new VmSimple(1000, 1).setRam(4096L << (i % 5)).setBw(10).setSize(1000);
            vm.addOnMigrationFinishListener(event -> {
                moved[0]++;
                if (moved[0] == migrations) {
                    simulation.terminate();
                }
            });
            vms.add(vm);
            cloudlets.add(new CloudletSimple(10_000_000, 1));
        }
        broker.submitVmList(vms);
        broker.submitCloudletList(cloudlets);
        int[] asked = {0};
        simulation.addOnClockTickListener(tick -> {
            while (tick.getTime() > 5 && asked[0] < migrations) {
                Vm vm = vms.get(asked[0]);
                asked[0]++;
                if (vm.isCreated()) {
                    Host next = hosts.get((int) ((vm.getHost().getId() + 1) % hosts.size()));
                    datacenter.requestVmMigration(vm, next);
                }
            }
        });
        simulation.terminateAt(20_000);
        double end = simulation.start();
        if (moved[0] != migrations) {
            throw new IllegalStateException("Only " + moved[0] + " VMs were moved.");
        }
        return end;
    }
}
