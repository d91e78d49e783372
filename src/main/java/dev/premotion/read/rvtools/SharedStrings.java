package dev.premotion.read.rvtools;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The texts that cells of all sheets share. */
record SharedStrings(List<String> texts) {

    static final SharedStrings NONE = new SharedStrings(List.of());

    static SharedStrings read(InputStream in) throws XMLStreamException {
        var texts = new ArrayList<String>();
        var part = new XmlPart(in);
        var text = new StringBuilder();
        while (part.next()) {
            if (part.is("si")) {
                text.setLength(0);
                item(part, text);
                texts.add(text.toString());
            }
        }
        return new SharedStrings(texts);
    }

    /** Runs of differently written text follow one another; how a text is pronounced stands between them. */
    private static void item(XmlPart part, StringBuilder text) throws XMLStreamException {
        while (part.child()) {
            if (part.is("t")) {
                part.text(text);
            } else if (part.is("r")) {
                item(part, text);
            } else {
                part.skip();
            }
        }
    }

    /** The text of an index; absent where there is none. */
    @Nullable
    String get(String index) {
        try {
            int at = Integer.parseInt(index);
            return at >= 0 && at < texts.size() ? texts.get(at) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
