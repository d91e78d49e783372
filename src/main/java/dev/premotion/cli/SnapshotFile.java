package dev.premotion.cli;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Reading;
import dev.premotion.read.NativeWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Writes a native inventory: beside its place first, so that an interrupted run leaves what was there. */
final class SnapshotFile {

    private final CommandLine command;
    private final boolean quiet;

    SnapshotFile(CommandLine command, boolean quiet) {
        this.command = command;
        this.quiet = quiet;
    }

    void write(Reading reading, Path file) {
        var folder = file.toAbsolutePath().getParent();
        Path draft = null;
        try {
            if (folder == null || Files.isDirectory(file)) {
                throw new IOException("it is a folder");
            }
            Files.createDirectories(folder);
            draft = Files.createTempFile(folder, ".premotion", ".json");
            try (var out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16)) {
                NativeWriter.write(reading.inventory(), out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "it cannot be written: " + e.getMessage(),
                    "the disk is full or the folder is not yours");
        } finally {
            remove(draft);
        }
        tell(reading, file);
    }

    private static void remove(@Nullable Path draft) {
        try {
            if (draft != null) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            draft.toFile().deleteOnExit();
        }
    }

    private void tell(Reading reading, Path file) {
        var err = command.getErr();
        reading.quality()
                .forEach(note -> err.println(
                        note.file() + (note.place().isEmpty() ? "" : " at " + note.place()) + ": " + note.message()));
        if (!quiet) {
            int hosts = reading.inventory().vCenters().stream()
                    .mapToInt(each -> each.hosts() == null ? 0 : each.hosts().size())
                    .sum();
            int vms = reading.inventory().vCenters().stream()
                    .mapToInt(each -> each.vms() == null ? 0 : each.vms().size())
                    .sum();
            command.getOut()
                    .println("Wrote " + file + ": "
                            + reading.inventory().vCenters().size() + " vCenters, " + hosts + " hosts, " + vms
                            + " VMs.");
        }
    }
}
