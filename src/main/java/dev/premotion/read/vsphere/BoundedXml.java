package dev.premotion.read.vsphere;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * A walk through XML that may come from anybody: it may have no document type and no entities, and depth and size have
 * bounds.
 */
final class BoundedXml {

    private static final int DEEPEST = 200;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final XMLStreamReader xml;
    private int depth;

    BoundedXml(XMLStreamReader xml) {
        this.xml = xml;
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

    /** Goes to the start of the next child, or to the end of the element around. */
    boolean child() throws XMLStreamException {
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

    void enter() throws XMLStreamException {
        if (++depth > DEEPEST) {
            throw new XMLStreamException("elements are nested more than " + DEEPEST + " deep");
        }
    }

    void skip() throws XMLStreamException {
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

    String text() throws XMLStreamException {
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

    void append(StringBuilder text) throws XMLStreamException {
        if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
            throw new XMLStreamException("one text is longer than " + (LONGEST_TEXT >> 20) + " MiB");
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    int next() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("it has a document type or entities, which no dump of vSphere has");
        }
        if (event == XMLStreamConstants.END_DOCUMENT && depth > 0) {
            throw new XMLStreamException("it ends in the middle");
        }
        return event;
    }

    /** Goes back to the element around the one that ended. */
    void leave() {
        depth--;
    }

    /** Whether the text goes on. */
    boolean more() throws XMLStreamException {
        return xml.hasNext();
    }

    /** Name of the element that it stands at. */
    String element() {
        return xml.getLocalName();
    }

    /** The type that an element declares itself, without prefix; empty where it declares none. */
    String declared() {
        return unprefixed(attribute(SCHEMA_INSTANCE, "type"));
    }

    /** The type of the object that a reference leads to; empty for other elements. */
    String kind() {
        return attribute(null, "type");
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
