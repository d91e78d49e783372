package dev.premotion.read.vsphere;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * Reads the property collector's {@code ObjectContent} from XML, one object at a time, and keeps only what {@link Wanted}
 * lists. The XML may come from anybody: it may have no document type and no entities, and depth and size have bounds.
 */
final class ContentReader {

    private static final int DEEPEST = 200;
    private static final int MOST_VALUES = 5_000_000;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final XMLStreamReader xml;
    private final String file;
    private final Oddities oddities;
    private int depth;
    private int values;

    private ContentReader(XMLStreamReader xml, String file, Oddities oddities) {
        this.xml = xml;
        this.file = file;
        this.oddities = oddities;
    }

    /** A parser that never resolves anything outside the text. */
    static XMLStreamReader parser(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = new InputFactoryImpl(); // Java's own prints to standard error what it does not like
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false); // or a broken text throws something unchecked
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it refers to something outside of itself");
        });
        return factory.createXMLStreamReader(in);
    }

    /**
     * Hands on each object in a text.
     *
     * @param file as it stands in messages and origins
     * @throws XMLStreamException where it is no XML, has a document type or entities, or exceeds the bounds
     */
    static void read(InputStream in, String file, Oddities oddities, Consumer<Managed> each) throws XMLStreamException {
        var xml = parser(in);
        try {
            new ContentReader(xml, file, oddities).objects(each);
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
        var reader = new ContentReader(xml, file, oddities);
        var token = "";
        reader.enter();
        while (reader.child()) {
            switch (xml.getLocalName()) {
                case "objects" -> {
                    var object = reader.object();
                    if (object != null) {
                        each.accept(object);
                    }
                }
                case "token" -> token = reader.text().strip();
                default -> reader.skip();
            }
        }
        return token;
    }

    /** All of the element that a parser stands at. */
    static Value value(XMLStreamReader xml) throws XMLStreamException {
        var reader = new ContentReader(xml, "", new Oddities(""));
        reader.enter();
        return reader.value("", "");
    }

    private void objects(Consumer<Managed> each) throws XMLStreamException {
        while (xml.hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                if (!xml.getLocalName().equals("ObjectContent")) {
                    throw new XMLStreamException("it begins with <" + xml.getLocalName() + ">");
                }
                enter();
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
        while (child()) {
            switch (xml.getLocalName()) {
                case "obj" -> {
                    type = attribute(null, "type");
                    id = text().strip();
                }
                case "propSet" -> property(type, properties);
                case "missingSet" -> refusal(refused);
                default -> skip();
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
        while (child()) {
            if (xml.getLocalName().equals("name")) {
                name = text().strip();
            } else if (xml.getLocalName().equals("val") && Wanted.use(type, name) != Wanted.Use.NOTHING) {
                into.put(name, value(type, name));
            } else {
                skip();
            }
        }
    }

    private void refusal(Map<String, String> into) throws XMLStreamException {
        var path = "";
        var fault = "";
        while (child()) {
            if (xml.getLocalName().equals("path")) {
                path = text().strip();
            } else if (xml.getLocalName().equals("fault")) {
                var inside = value("", "").find("fault");
                fault = inside == null ? "" : inside.type();
            } else {
                skip();
            }
        }
        into.put(path, fault);
    }

    /** The value whose start was read, with those parts that are read; all of them where no type is given. */
    private Value value(String type, String path) throws XMLStreamException {
        if (++values > MOST_VALUES) {
            throw new XMLStreamException("one object holds more than " + MOST_VALUES + " values");
        }
        var name = xml.getLocalName();
        var declared = attribute(SCHEMA_INSTANCE, "type");
        var kind = attribute(null, "type");
        boolean all = type.isEmpty() || Wanted.use(type, path) == Wanted.Use.ALL;
        var text = new StringBuilder();
        List<Value> parts = new ArrayList<>(0);
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                append(text);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                enter();
                var at = all ? path : path + "." + xml.getLocalName();
                if (all || Wanted.use(type, at) != Wanted.Use.NOTHING) {
                    parts.add(value(all ? "" : type, at));
                } else {
                    skip();
                }
            }
        }
        depth--;
        return new Value(
                name,
                unprefixed(declared),
                kind,
                parts.isEmpty() ? text.toString() : "",
                parts.isEmpty() ? List.of() : parts);
    }

    /** Goes to the start of the next child, or to the end of the element around. */
    private boolean child() throws XMLStreamException {
        for (int event = next(); ; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                enter();
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                return false;
            }
        }
    }

    private void enter() throws XMLStreamException {
        if (++depth > DEEPEST) {
            throw new XMLStreamException("elements are nested more than " + DEEPEST + " deep");
        }
    }

    private void skip() throws XMLStreamException {
        int inside = 1;
        while (inside > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside++;
                enter();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside--;
                depth--;
            }
        }
    }

    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                enter();
                skip();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                append(text);
            }
        }
        depth--;
        return text.toString();
    }

    private void append(StringBuilder text) throws XMLStreamException {
        if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
            throw new XMLStreamException("one text is longer than " + (LONGEST_TEXT >> 20) + " MiB");
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    private int next() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("it has a document type or entities, which no dump of vSphere has");
        }
        if (event == XMLStreamConstants.END_DOCUMENT && depth > 0) {
            throw new XMLStreamException("it ends in the middle");
        }
        return event;
    }

    private String attribute(@Nullable String namespace, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var of = xml.getAttributeNamespace(i);
            var same = namespace == null ? of == null || of.isEmpty() : namespace.equals(of);
            if (same && xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String unprefixed(String type) {
        return type.substring(type.indexOf(':') + 1);
    }
}
