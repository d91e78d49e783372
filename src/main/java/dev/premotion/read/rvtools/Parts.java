package dev.premotion.read.rvtools;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The parts of an .xlsx file: which sheets it has, under which names, and its shared texts. */
final class Parts implements Closeable {

    private static final String WORKBOOK = ".sheet.main+xml";
    private static final String MACRO_WORKBOOK = ".sheet.macroEnabled.main+xml";
    private static final String STRINGS = ".sharedStrings+xml";
    private static final int BUFFER = 1 << 16;

    private final ZipFile zip;
    private final Map<String, String> links = new HashMap<>();
    private final List<SheetSource> sheets = new ArrayList<>();
    private String workbook = "xl/workbook.xml";
    private @Nullable String stringsPart;
    private @Nullable SharedStrings strings;
    private boolean since1904;

    private Parts(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws XMLStreamException where one of the parts that every workbook has is broken */
    static Parts open(Path path) throws IOException, XMLStreamException {
        var opened = new Parts(new ZipFile(path.toFile()));
        try {
            opened.locate();
            return opened;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void locate() throws IOException, XMLStreamException {
        read("[Content_Types].xml", this::contentType);
        int slash = workbook.lastIndexOf('/');
        read(workbook.substring(0, slash + 1) + "_rels/" + workbook.substring(slash + 1) + ".rels", this::link);
        read(workbook, this::inWorkbook);
    }

    private void contentType(XmlPart part) {
        var type = part.attribute("ContentType");
        var name = part.attribute("PartName");
        if (type != null && name != null && part.is("Override")) {
            if (type.endsWith(WORKBOOK) || type.endsWith(MACRO_WORKBOOK)) {
                workbook = plain(name);
            } else if (type.endsWith(STRINGS)) {
                stringsPart = plain(name);
            }
        }
    }

    private void link(XmlPart part) {
        var id = part.attribute("Id");
        var target = part.attribute("Target");
        if (id != null && target != null && part.is("Relationship")) {
            links.put(
                    id,
                    target.startsWith("/")
                            ? plain(target)
                            : workbook.substring(0, workbook.lastIndexOf('/') + 1) + target);
        }
    }

    private void inWorkbook(XmlPart part) {
        if (part.is("sheet")) {
            var name = part.attribute("name");
            var id = part.attribute("id");
            var target = id == null ? null : links.get(id);
            if (name != null) {
                sheets.add(new OfWorkbook(this, name, target));
            }
        } else if (part.is("workbookPr")) {
            var said = part.attribute("date1904");
            since1904 = "1".equals(said) || "true".equalsIgnoreCase(said);
        }
    }

    private static String plain(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private interface Element {
        void read(XmlPart part);
    }

    private void read(String name, Element each) throws IOException, XMLStreamException {
        try (var in = content(name)) {
            var part = new XmlPart(in);
            while (part.next()) {
                each.read(part);
            }
        }
    }

    /** A part, whatever case its name is written in. */
    private InputStream content(@Nullable String name) throws IOException {
        var entry = name == null ? null : zip.getEntry(name);
        if (entry == null && name != null) {
            entry = zip.stream()
                    .filter(each -> each.getName().equalsIgnoreCase(name))
                    .map((ZipEntry each) -> each)
                    .findFirst()
                    .orElse(null);
        }
        if (entry == null) {
            throw new IOException(name == null ? "it is listed and not there" : name + " is not there");
        }
        return new BufferedInputStream(zip.getInputStream(entry), BUFFER);
    }

    List<SheetSource> sheets() {
        return sheets;
    }

    boolean since1904() {
        return since1904;
    }

    private SharedStrings strings() throws IOException, XMLStreamException {
        if (strings == null) {
            if (stringsPart == null) {
                strings = SharedStrings.NONE;
            } else {
                try (var in = content(stringsPart)) {
                    strings = SharedStrings.read(in);
                }
            }
        }
        return strings;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * A sheet of a workbook.
     *
     * @param part absent where the workbook does not say where it is
     */
    private record OfWorkbook(
            Parts in, String name, @Nullable String part) implements SheetSource {

        @Override
        public Rows open(Columns columns) throws IOException {
            try {
                return new SheetXml(in.content(part), in.strings(), columns);
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }
    }
}
