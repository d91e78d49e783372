package dev.premotion.read.vsphere;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the property collector's {@code ObjectContent} from XML, one object at a time, and keeps only what {@link Wanted}
 * lists.
 */
final class ContentReader {

    private static final int MOST_VALUES = 5_000_000;

    private final BoundedXml xml;
    private final String file;
    private final Oddities oddities;
    private int values;

    private ContentReader(BoundedXml xml, String file, Oddities oddities) {
        this.xml = xml;
        this.file = file;
        this.oddities = oddities;
    }

    /**
     * Hands on each object in a text.
     *
     * @param file as it stands in messages and origins
     * @throws XMLStreamException where it is no XML, has a document type or entities, or exceeds the bounds
     */
    static void read(InputStream in, String file, Oddities oddities, Consumer<Managed> each) throws XMLStreamException {
        var xml = BoundedXml.parser(in);
        try {
            new ContentReader(new BoundedXml(xml), file, oddities).objects(each);
        } finally {
            xml.close();
        }
    }

    /**
     * Hands on each object of a page of the property collector, whose element the parser stands at.
     *
     * @return token of the next page; empty where this is the last one
     */
    static String page(XMLStreamReader xml, String file, Oddities oddities, Consumer<Managed> each)
            throws XMLStreamException {
        var reader = new ContentReader(new BoundedXml(xml), file, oddities);
        var token = "";
        reader.xml.enter();
        while (reader.xml.child()) {
            switch (xml.getLocalName()) {
                case "objects" -> {
                    var object = reader.object();
                    if (object != null) {
                        each.accept(object);
                    }
                }
                case "token" -> token = reader.xml.text().strip();
                default -> reader.xml.skip();
            }
        }
        return token;
    }

    /** All of the element that a parser stands at. */
    static Value value(XMLStreamReader xml) throws XMLStreamException {
        var reader = new ContentReader(new BoundedXml(xml), "", new Oddities(""));
        reader.xml.enter();
        return reader.value("", "");
    }

    private void objects(Consumer<Managed> each) throws XMLStreamException {
        while (xml.more()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (!xml.element().equals("ObjectContent")) {
                    throw new XMLStreamException("it begins with <" + xml.element() + ">");
                }
                xml.enter();
                var object = object();
                if (object != null) {
                    each.accept(object);
                }
            }
        }
    }

    /** The object whose start was read; absent where it does not say which one it is. */
    private @Nullable Managed object() throws XMLStreamException {
        values = 0;
        var type = "";
        var id = "";
        var properties = new LinkedHashMap<String, Value>();
        var refused = new LinkedHashMap<String, String>();
        while (xml.child()) {
            switch (xml.element()) {
                case "obj" -> {
                    type = xml.kind();
                    id = xml.text().strip();
                }
                case "propSet" -> property(type, properties);
                case "missingSet" -> refusal(refused);
                default -> xml.skip();
            }
        }
        if (type.isEmpty() || id.isEmpty()) {
            oddities.add("", "an object without its type and id; it was left out", "");
            return null;
        }
        return new Managed(type, id, properties, refused, file, oddities);
    }

    private void property(String type, Map<String, Value> into) throws XMLStreamException {
        var name = "";
        while (xml.child()) {
            if (xml.element().equals("name")) {
                name = xml.text().strip();
            } else if (xml.element().equals("val") && Wanted.use(type, name) != Wanted.Use.NOTHING) {
                into.put(name, value(type, name));
            } else {
                xml.skip();
            }
        }
    }

    private void refusal(Map<String, String> into) throws XMLStreamException {
        var path = "";
        var fault = "";
        while (xml.child()) {
            if (xml.element().equals("path")) {
                path = xml.text().strip();
            } else if (xml.element().equals("fault")) {
                var inside = value("", "").find("fault");
                fault = inside == null ? "" : inside.type();
            } else {
                xml.skip();
            }
        }
        into.put(path, fault);
    }

    /** The value whose start was read, with those parts that are read; all of them where no type is given. */
    private Value value(String type, String path) throws XMLStreamException {
        if (++values > MOST_VALUES) {
            throw new XMLStreamException("one object holds more than " + MOST_VALUES + " values");
        }
        var name = xml.element();
        var declared = xml.declared();
        var kind = xml.kind();
        boolean all = type.isEmpty() || Wanted.use(type, path) == Wanted.Use.ALL;
        var text = new StringBuilder();
        List<Value> parts = new ArrayList<>(0);
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                xml.append(text);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                xml.enter();
                var at = all ? path : path + "." + xml.element();
                if (all || Wanted.use(type, at) != Wanted.Use.NOTHING) {
                    parts.add(value(all ? "" : type, at));
                } else {
                    xml.skip();
                }
            }
        }
        xml.leave();
        return new Value(
                name, declared, kind, parts.isEmpty() ? text.toString() : "", parts.isEmpty() ? List.of() : parts);
    }
}
