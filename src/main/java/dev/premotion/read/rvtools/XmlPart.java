package dev.premotion.read.rvtools;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The XML of a part of a workbook, which may come from anybody: no document type, no entities, no endless texts. Texts that
 * nobody wants are not made; the price is that a broken one throws one of the parser's unchecked exceptions.
 */
final class XmlPart {

    /** A cell holds at most 32,767 characters. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final int DEEPEST = 200;

    private final XMLStreamReader xml;
    private int depth;

    XmlPart(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it refers to something outside of itself");
        });
        this.xml = factory.createXMLStreamReader(in);
    }

    /** Goes to the next start of an element; false where there is none any more. */
    boolean next() throws XMLStreamException {
        for (int event = step(); event != XMLStreamConstants.END_DOCUMENT; event = step()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the start of the next child of the element around, or to that element's end: false. */
    boolean child() throws XMLStreamException {
        for (int event = step(); event != XMLStreamConstants.END_DOCUMENT; event = step()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        throw new XMLStreamException("it ends in the middle");
    }

    /** Goes to the end of the element that has just begun. */
    void skip() throws XMLStreamException {
        for (int inside = 1; inside > 0; ) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new XMLStreamException("it ends in the middle");
            }
        }
    }

    /** Appends all text of the element that has just begun, whatever is around it, and goes to its end. */
    void text(StringBuilder into) throws XMLStreamException {
        for (int inside = 1; inside > 0; ) {
            int event = step();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> inside++;
                case XMLStreamConstants.END_ELEMENT -> inside--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> append(into);
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("it ends in the middle");
                default -> {}
            }
        }
    }

    private void append(StringBuilder into) throws XMLStreamException {
        if (into.length() + xml.getTextLength() > LONGEST_TEXT) {
            throw new XMLStreamException("one text is longer than " + (LONGEST_TEXT >> 20) + " MiB");
        }
        into.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    private int step() throws XMLStreamException {
        if (!xml.hasNext()) {
            return XMLStreamConstants.END_DOCUMENT;
        }
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("it has a document type or entities, which no workbook has");
        }
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
            throw new XMLStreamException("elements are nested more than " + DEEPEST + " deep");
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }

    boolean is(String name) {
        return xml.getLocalName().equals(name);
    }

    /** An attribute by its name without prefix. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }
}
