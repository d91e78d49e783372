package dev.premotion.plan;

import dev.premotion.inventory.Ref;
import dev.premotion.inventory.ResourcePool;
import dev.premotion.inventory.Vm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the plan asks of a resource pool once a running VM has come: of its own, and what the pools below it cannot give.
 *
 * @param pool absent where it is not known which pool takes the VM
 * @param memoryDemandMiB memory to reserve beyond what is reserved now, overhead included, MiB
 * @param cpuDemandMhz CPU to reserve beyond what is reserved now, MHz
 * @param memoryBorrows whether it may ask the pool above for memory
 * @param cpuBorrows likewise for CPU
 */
public record PoolLoad(
        @Nullable ResourcePool pool,
        Vm vm,
        Sum memoryDemandMiB,
        Sum cpuDemandMhz,
        @Nullable Boolean memoryBorrows,
        @Nullable Boolean cpuBorrows,
        List<Lacking> memoryLacking,
        List<Lacking> cpuLacking,
        Lacking unknownPool)
        implements Subject {

    @Override
    public String kind() {
        return "pool-load";
    }

    @Override
    public String name() {
        return pool == null ? "an unknown pool" : path();
    }

    /** Path of the pool, else its name or identity; empty where it is not known. */
    public String path() {
        return pool == null ? "" : pool.path() != null ? pool.path() : Lacking.name(pool);
    }

    @Override
    public List<Ref> refs() {
        return List.of(pool == null ? unknownPool.thing() : pool.ref(), vm.ref());
    }

    @Override
    public List<Lacking> lacking(String path) {
        if (pool == null) {
            return List.of(unknownPool);
        }
        return switch (path) {
            case "memoryDemandMiB" -> memoryLacking;
            case "cpuDemandMhz" -> cpuLacking;
            case "memoryUnreservedMiB" -> Lacking.of(pool, "memoryUnreservedForVmMiB");
            case "cpuUnreservedMhz" -> Lacking.of(pool, "cpuUnreservedForVmMhz");
            case "memoryBorrows" -> Lacking.of(pool, "memoryExpandable");
            case "cpuBorrows" -> Lacking.of(pool, "cpuExpandable");
            default -> List.of();
        };
    }

    public @Nullable Long memoryUnreservedMiB() {
        return pool == null ? null : pool.memoryUnreservedForVmMiB();
    }

    public @Nullable Long cpuUnreservedMhz() {
        return pool == null ? null : pool.cpuUnreservedForVmMhz();
    }
}
