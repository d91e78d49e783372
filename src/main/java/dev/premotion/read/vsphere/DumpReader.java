package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.SourceFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a dump that {@code govc object.save} wrote: a folder with one XML file for each managed object. What cannot be read
 * is noted and left out; the lists it belongs to then count as partial.
 */
public final class DumpReader {

    private static final Pattern NAME = Pattern.compile("\\d{4,}-([A-Z]\\w*)-.+\\.xml");
    private static final long MOST_BYTES = 256L << 20;

    private final String name;
    private final Oddities oddities;
    private final MessageDigest whole = sha256();

    private DumpReader(String name) {
        this.name = name;
        this.oddities = new Oddities(name);
    }

    /** Whether a file is called like one of a dump. */
    public static boolean isPart(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    /**
     * Reads a dump.
     *
     * @param files its files, sorted by name
     * @param name the folder as the user named it
     * @throws BadInput where none of the files holds a managed object
     */
    public static Reading read(List<Path> files, String name) {
        return new DumpReader(name).read(files);
    }

    private Reading read(List<Path> files) {
        var others = new ArrayList<Managed>();
        var late = new ArrayList<Managed>();
        var lost = new ArrayList<String>();
        var vms = new ArrayList<Path>();
        for (var file : files) {
            if (type(file).equals(Wanted.VM)) {
                vms.add(file);
            } else if (Wanted.has(type(file))) {
                read(file, lost, object -> (object.type().equals(Wanted.VM) ? late : others).add(object));
            }
        }
        var top = top(others);
        var estate = estate(top, others);
        lost.forEach(estate::lost);
        var mapper = new VCenterMapper(estate);
        late.forEach(mapper::vm);
        vms.forEach(file -> read(file, lost, object -> vmIn(object, mapper)));
        lost.forEach(estate::lost);
        if (estate.all().stream().allMatch(object -> object.values().isEmpty()) && vms.isEmpty() && late.isEmpty()) {
            throw new BadInput(
                    name,
                    "",
                    "no managed object could be read in this dump",
                    oddities.all().isEmpty()
                            ? "it was written by something other than govc object.save"
                            : "what is odd says why; first "
                                    + oddities.all()
                                            .get(0)
                                            .message()
                                            .lines()
                                            .findFirst()
                                            .orElse(""));
        }
        var vCenter = mapper.vCenter(top, Extras.NONE);
        var source = new SourceFile(name, HexFormat.of().formatHex(whole.digest()), vCenter.capturedAt());
        return new Reading(
                new Inventory(List.of(vCenter), Listing.partial(List.of())),
                mapper.origins(),
                oddities.all(),
                List.of(source));
    }

    private void vmIn(Managed object, VCenterMapper mapper) {
        if (object.type().equals(Wanted.VM)) {
            mapper.vm(object);
        } else {
            oddities.add(
                    object.place(""), "a file called like a VM's holds another object; it was left out", object.id());
        }
    }

    private static String type(Path file) {
        var matcher = NAME.matcher(String.valueOf(file.getFileName()));
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** The ServiceInstance, or what stands for it where somebody took it out. */
    private Managed top(List<Managed> objects) {
        return objects.stream()
                .filter(object -> object.type().equals("ServiceInstance"))
                .findFirst()
                .orElseGet(() -> {
                    oddities.add(
                            "",
                            "the dump has no ServiceInstance, which says which vCenter it is; its version and identity"
                                    + " are unknown, and its lists count as partial\nMaybe govc object.save was not"
                                    + " finished, or files were taken out",
                            "");
                    return new Managed("ServiceInstance", "ServiceInstance", Map.of(), Map.of(), name, oddities);
                });
    }

    private Estate estate(Managed top, List<Managed> objects) {
        var uuid = top.text("content.about.instanceUuid");
        if ("HostAgent".equals(top.text("content.about.apiType"))) {
            oddities.add(
                    top.place("content.about.apiType"),
                    "this is the dump of a host alone and not of a vCenter, without which there is no vMotion\nMaybe the"
                            + " vCenter that manages the host should be dumped",
                    "");
        }
        var version = top.text("content.about.apiVersion");
        var folder = Path.of(name).toAbsolutePath().normalize().getFileName();
        var estate = new Estate(
                uuid != null ? uuid : "file:" + (folder == null ? name : folder),
                version == null ? "" : version,
                oddities);
        objects.forEach(estate::add);
        return estate;
    }

    private void read(Path file, List<String> lost, Consumer<Managed> each) {
        var shown = name + "/" + file.getFileName();
        var digest = sha256();
        var objects = new ArrayList<Managed>(1);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new XMLStreamException("it is larger than " + (MOST_BYTES >> 20) + " MiB");
            }
            try (var in = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), digest)) {
                ContentReader.read(in, shown, oddities, objects::add);
            }
            if (objects.isEmpty()) {
                throw new XMLStreamException("it holds no object");
            }
        } catch (IOException
                | XMLStreamException
                | RuntimeException e) { // the parser throws its own on some broken texts
            lost.add(type(file));
            oddities.add(
                    String.valueOf(file.getFileName()),
                    "the file cannot be read (" + reason(e) + "); its object is not known, and lists of such count as"
                            + " partial\nMaybe it was cut off or is no file of the dump: save it again",
                    "");
        }
        objects.forEach(each);
        whole.update((file.getFileName() + " " + HexFormat.of().formatHex(digest.digest()) + "\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** A cause in one line, without the parser's own place. */
    private static String reason(Exception cause) {
        var words = String.valueOf(cause.getMessage());
        int place = words.indexOf("Message: ");
        var plain = (place < 0 ? words : words.substring(place + "Message: ".length()))
                .lines()
                .findFirst()
                .orElse(cause.getClass().getSimpleName());
        return plain.length() > 160 ? plain.substring(0, 157) + "..." : plain;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
