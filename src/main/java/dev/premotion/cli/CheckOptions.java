package dev.premotion.cli;

import dev.premotion.inventory.Overlay;
import dev.premotion.inventory.Reading;
import dev.premotion.plan.PlanFile;
import dev.premotion.plan.Resolver;
import dev.premotion.read.Snapshots;
import dev.premotion.read.vsphere.Access;
import dev.premotion.read.vsphere.RelocateChecks;
import dev.premotion.read.vsphere.RelocateChecks.Elsewhere;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What vCenter's own check is to be asked about. */
final class CheckOptions {

    @Option(
            names = "--check",
            paramLabel = "PLAN",
            description = "also ask vCenter's own check about each planned migration of it")
    @Nullable
    private Path plan;

    @Option(
            names = "--with",
            paramLabel = "PATH",
            description = "with --check: snapshots of the other vCenters that the plan names")
    private List<Path> with = List.of();

    @Option(
            names = "--destination-user",
            paramLabel = "U",
            description = "with --check: name with which vCenter logs in to another one for the check")
    @Nullable
    private String user;

    @Option(
            names = "--destination-password-file",
            paramLabel = "F",
            description = "with --check: file whose first line is that name's password")
    @Nullable
    private Path passwordFile;

    @Option(
            names = "--destination-thumbprint",
            paramLabel = "T",
            description = "with --check: SHA-1 of the other vCenter's certificate")
    @Nullable
    private String thumbprint;

    /** Finds mistakes in the plan before anybody logs in. */
    void readable() {
        if (plan != null) {
            PlanFile.read(plan, plan.toString());
        }
    }

    /**
     * What was captured, with the answers of vCenter's own check where it is to be asked.
     *
     * @param progress told how far it is
     * @param notes told what of the plan nothing can be asked about
     */
    Reading asked(Reading captured, Access access, Consumer<String> progress, Consumer<String> notes) {
        if (plan == null) {
            return captured;
        }
        var estate = Overlay.merged(
                Stream.concat(Stream.of(captured), with.isEmpty() ? Stream.of() : Stream.of(Snapshots.read(with, null)))
                        .toList());
        var own = captured.inventory().vCenters().get(0);
        var questions =
                CheckQuestions.of(Resolver.resolve(PlanFile.read(plan, plan.toString()), estate.inventory()), own);
        questions.notes().forEach(note -> notes.accept(plan + ": " + note));
        var elsewhere = user == null ? null : elsewhere(user);
        try {
            return RelocateChecks.asked(captured, access, questions.all(), elsewhere, progress);
        } finally {
            if (elsewhere != null) {
                Arrays.fill(elsewhere.password(), ' ');
            }
        }
    }

    private Elsewhere elsewhere(String name) {
        return new Elsewhere(name, Password.ofDestination(passwordFile, name), thumbprint);
    }
}
