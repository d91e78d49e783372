package dev.premotion.fuzz;

import dev.premotion.inventory.Overlay;
import dev.premotion.inventory.Reading;
import dev.premotion.plan.PlanFile;
import dev.premotion.plan.Resolver;
import dev.premotion.plan.RulePolicyFile;
import dev.premotion.read.FactsFile;
import dev.premotion.read.NativeReader;
import dev.premotion.read.NativeWriter;
import dev.premotion.read.rvtools.RvToolsReader;
import dev.premotion.read.vsphere.DumpReader;
import dev.premotion.report.ResultFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What reads files that anybody may have written. Each has real inputs in {@code src/test/resources/fuzz/inputs}. */
enum Reader {
    NATIVE(".json") {
        @Override
        void read(Path file) {
            whole(NativeReader.read(file, "x.json"));
        }
    },
    WORKBOOK(".xlsx") {
        @Override
        void read(Path file) {
            whole(RvToolsReader.read(file, "x.xlsx"));
        }
    },
    TEXT(".csv") {
        @Override
        void read(Path file) {
            beside(
                    file,
                    List.of("RVTools_tabvInfo.csv", "RVTools_tabvHost.csv", "RVTools_tabvDisk.csv"),
                    copies -> whole(RvToolsReader.text(copies, "x").reading()));
        }
    },
    DUMP(".xml") {
        @Override
        void read(Path file) {
            var type = TYPE.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
            var name = "0001-" + (type.find() ? type.group(1) : "VirtualMachine") + "-x.xml";
            beside(file, List.of(name), copies -> {
                whole(DumpReader.read(copies, "x"));
                whole(DumpReader.read(
                        Stream.concat(copies.stream(), DUMPED.stream()).toList(), "x"));
            });
        }
    },
    SOAP(".soap") {
        @Override
        void read(Path file) {
            whole(PlayedServer.capture(bytes(file)));
        }
    },
    PLAN(".plan.yaml") {
        @Override
        void read(Path file) {
            var plan = PlanFile.read(file, "x.yaml");
            Resolver.resolve(plan, ESTATE.inventory());
        }
    },
    WAIVERS(".waivers.yaml") {
        @Override
        void read(Path file) {
            PlanFile.readPermits(file, "x.yaml");
        }
    },
    FACTS(".facts.yaml") {
        @Override
        void read(Path file) {
            whole(Overlay.with(ESTATE, FactsFile.read(file, "x.yaml")));
        }
    },
    POLICY(".policy.yaml") {
        @Override
        void read(Path file) {
            RulePolicyFile.read(file, "x.yaml");
        }
    },
    RESULT(".result.json") {
        @Override
        void read(Path file) {
            try {
                ResultFile.write(ResultFile.read(file), OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private static final Path ESTATE_FILE = Path.of("inventories/hol-2530/site-c.json");
    private static final Path PLAN_FILE = Path.of("inventories/hol-2530/plan.yaml");
    private static final Reading ESTATE = NativeReader.read(ESTATE_FILE, "site-c.json");
    private static final Pattern TYPE = Pattern.compile("<obj type=\"(\\w{1,60})\"");
    static final Path FOLDER = Path.of("src/test/resources/fuzz");

    /** The rest of a dump, so that one broken object stands among whole ones. */
    private static final List<Path> DUMPED = Stream.of(
                    "0000-ServiceInstance-x",
                    "0002-Folder-group-d1",
                    "0003-Datacenter-datacenter-3",
                    "0004-HostSystem-host-48",
                    "0005-VirtualMachine-vm-64")
            .map(name -> FOLDER.resolve("inputs").resolve(name + ".xml"))
            .toList();

    private final String ending;

    Reader(String ending) {
        this.ending = ending;
    }

    String ending() {
        return ending;
    }

    /** Reads a file to the end, or says with {@link dev.premotion.inventory.BadInput} why not. */
    abstract void read(Path file);

    /** Real inputs to break, beside the bundled estate. */
    List<byte[]> inputs() {
        var bundled = this == NATIVE ? Stream.of(ESTATE_FILE) : this == PLAN ? Stream.of(PLAN_FILE) : Stream.<Path>of();
        return Stream.concat(bundled, in(FOLDER.resolve("inputs")).stream())
                .map(Reader::bytes)
                .toList();
    }

    /** Inputs that once were read wrongly. */
    List<Path> found() {
        return in(FOLDER.resolve("found"));
    }

    private List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> of(file) == this).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reader with the longest ending that fits. */
    private static Reader of(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(reader -> name.endsWith(reader.ending))
                .max(java.util.Comparator.comparingInt(reader -> reader.ending.length()))
                .orElseThrow(() -> new IllegalStateException("what is " + file + "?"));
    }

    /** What was read can be written, so nothing in it is half made. */
    private static void whole(Reading reading) {
        try {
            NativeWriter.write(reading.inventory(), OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reading.quality().forEach(note -> note.message().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads copies under names that say what they are. */
    private static void beside(Path file, List<String> names, Consumer<List<Path>> reading) {
        var folder = file.resolveSibling(file.getFileName() + ".d");
        var copies = new ArrayList<Path>();
        try {
            Files.createDirectories(folder);
            for (var name : names) {
                copies.add(Files.copy(file, folder.resolve(name)));
            }
            reading.accept(copies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            copies.forEach(copy -> copy.toFile().delete());
            folder.toFile().delete();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
