package dev.premotion.report.excel;

import dev.premotion.report.Result.Link;
import dev.premotion.report.Result.Pass;
import dev.premotion.report.Result.Run;
import dev.premotion.report.Result.Simulation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sheets about the simulated migrations. */
final class SimulationSheets {

    private final Simulation simulation;
    private final Tables tables;

    SimulationSheets(Simulation simulation, Tables tables) {
        this.simulation = simulation;
        this.tables = tables;
    }

    /** One pass of one run; {@code number} from 1. */
    private record RunPass(Run run, int number, Pass pass) {}

    void runs() {
        RunColumns runs = new RunColumns(simulation);
        List<Column<Run>> columns = List.of(
                Column.name("VM", Run::vm),
                new Column<>("Simulated", Column.Kind.NAME, RunColumns::outcome),
                Column.amount("Waited", Form.CLOCK, Run::waitedSeconds),
                runs.start(),
                runs.end(),
                runs.duration(),
                runs.shortest(),
                runs.longest(),
                runs.stun(),
                runs.shortestStun(),
                runs.longestStun(),
                Column.amount("Sent GiB", Form.GIB, Run::bytesSent),
                Column.amount("Guest slowed by", Form.SHARE, Run::guestSlowdown),
                Column.prose("Reason", Run::reason),
                Column.prose("Assumed", run -> String.join(" ", run.assumptions())),
                Column.name("Migration id", Run::id));
        tables.add(
                "Simulation",
                "One row for each simulated migration; ~ marks what rests on a guess",
                columns,
                simulation.migrations().stream());
    }

    void passes() {
        List<Column<RunPass>> columns = List.of(
                Column.name("VM", p -> p.run().vm()),
                Column.count("Pass", RunPass::number),
                Column.name("Copies", p -> p.pass().kind()),
                Column.amount("Sent GiB", Form.GIB, p -> p.pass().bytes()),
                Column.amount("Seconds", Form.SECONDS, p -> p.pass().seconds()),
                Column.amount("Dirtied meanwhile GiB", Form.GIB, p -> p.pass().dirtyBytes()),
                Column.name("Migration id", p -> p.run().id()));
        tables.add(
                "Passes",
                "Disk copy and pre-copy passes, the slowest migration first",
                columns,
                simulation.migrations().stream()
                        .sorted(Comparator.comparingDouble(RunColumns::seconds)
                                .reversed()
                                .thenComparing(Run::id))
                        .flatMap(SimulationSheets::passes));
    }

    private static Stream<RunPass> passes(Run run) {
        return IntStream.range(0, run.passes().size())
                .mapToObj(i -> new RunPass(run, i + 1, run.passes().get(i)));
    }

    void links() {
        List<Column<Link>> columns = List.of(
                Column.name("Path", Link::name),
                Column.amount("Capacity Gbit/s", Form.GBIT, Link::capacityBytesPerSecond),
                Column.amount("Carried GiB", Form.GIB, Link::bytes),
                Column.amount("Busy", Form.CLOCK, Link::busySeconds),
                Column.amount("Most in use", Form.SHARE, Link::peakShare));
        tables.add("Links", "What each shared path carried", columns, simulation.links().stream());
    }
}
