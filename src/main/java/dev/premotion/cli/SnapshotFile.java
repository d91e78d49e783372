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
    private final Path file;
    private final Path folder;

    /**
     * A file that is to be written later.
     *
     * @throws BadInput where that can be seen not to work, before anything is read for it
     */
    SnapshotFile(CommandLine command, boolean quiet, Path file) {
        this.command = command;
        this.quiet = quiet;
        this.file = file;
        var around = file.toAbsolutePath().getParent();
        if (around == null || Files.isDirectory(file)) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "this is a folder, expected a file",
                    file.resolve("vcenter.json") + " was meant");
        }
        this.folder = around;
        var there = around;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw new BadInput(
                    file.toString(),
                    "",
                    there + (Files.isDirectory(there) ? " is a folder that you may not write to" : " is no folder"),
                    "another folder was meant");
        }
    }

    void write(Reading reading) {
        Path draft = null;
        var made = !Files.exists(folder);
        try {
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
        if (made && !quiet) {
            command.getOut().println("Made the folder " + folder + ".");
        }
        tell(reading);
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

    private void tell(Reading reading) {
        var err = command.getErr();
        reading.quality()
                .forEach(note -> err.println(
                        note.file() + (note.place().isEmpty() ? "" : " at " + note.place()) + ": " + note.message()));
        if (!quiet) {
            var vCenters = reading.inventory().vCenters();
            int hosts = vCenters.stream()
                    .mapToInt(each -> each.hosts() == null ? 0 : each.hosts().size())
                    .sum();
            int vms = vCenters.stream()
                    .mapToInt(each -> each.vms() == null ? 0 : each.vms().size())
                    .sum();
            command.getOut()
                    .println("Wrote " + file + ": " + count(vCenters.size(), "vCenter") + ", " + count(hosts, "host")
                            + ", " + count(vms, "VM") + ".");
        }
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
