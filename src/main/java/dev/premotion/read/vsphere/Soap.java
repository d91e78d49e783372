package dev.premotion.read.vsphere;

import dev.premotion.inventory.BadInput;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Calls methods of one API over SOAP: writes what is asked and reads what is answered. */
final class Soap {

    private static final String BEFORE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">";
    private static final String AFTER = "</Body></Envelope>";

    private final Access access;
    private final Sender sender;
    private final String header;
    private Api api;

    Soap(Access access, Api api) {
        this(access, api, null);
    }

    /** @param cookie of a session of another API of the same vCenter, which this one is to take as its own */
    Soap(Access access, Api api, @Nullable String cookie) {
        this.access = access;
        this.api = api;
        this.sender = new Sender(access, cookie);
        this.header = cookie == null ? "" : "<Header>" + element("vcSessionCookie", key(cookie)) + "</Header>";
    }

    /** Of {@code vmware_soap_session="52ab..."} what stands between the quotation marks, as pyVmomi and govmomi send it. */
    private static String key(String cookie) {
        return cookie.substring(cookie.indexOf('=') + 1).replace("\"", "");
    }

    /** Reads the answer of a method, from inside its element. */
    interface Answer<T> {
        T read(XMLStreamReader xml) throws XMLStreamException;
    }

    /** What the server speaks, as it said itself. */
    void speak(String version) {
        api = api.speaking(version);
    }

    /** What its session is known by; absent where nobody logged in. */
    @Nullable
    String cookie() {
        return sender.cookie();
    }

    static String reference(String name, String type, String id) {
        return "<" + name + " type=\"" + escaped(type) + "\">" + escaped(id) + "</" + name + ">";
    }

    static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Calls a method and returns the first value of its answer; an empty one where it returns nothing. */
    Value call(Value object, String method, String parameters) throws VimFault {
        return call(object, method, parameters, xml -> {
            var value = ContentReader.value(xml).find("returnval");
            return value == null ? new Value("returnval", "", "", "", List.of()) : value;
        });
    }

    /** Calls a method and returns all values of its answer. */
    List<Value> list(Value object, String method, String parameters) throws VimFault {
        return call(object, method, parameters, xml -> ContentReader.value(xml).all("returnval"));
    }

    /**
     * Calls a method of an object.
     *
     * @param parameters written out
     * @throws VimFault where the server refuses
     * @throws BadInput where it cannot be reached, is not trusted or is no vCenter
     */
    <T> T call(Value object, String method, String parameters, Answer<T> answer) throws VimFault {
        var body = "<" + method + " xmlns=\"" + api.space() + "\">" + reference("_this", object.kind(), object.text())
                + parameters + "</" + method + ">";
        var response = sender.send(BEFORE + header + "<Body>" + body + AFTER, api);
        var bytes = response.body();
        try {
            var xml = BoundedXml.parser(new ByteArrayInputStream(bytes));
            enter(xml, "Envelope");
            enter(xml, "Body");
            if (!start(xml)) {
                throw new XMLStreamException("an empty body");
            }
            if (xml.getLocalName().equals("Fault")) {
                throw fault(xml);
            }
            return answer.read(xml);
        } catch (XMLStreamException e) {
            throw new BadInput(
                    access.address().toString(),
                    "",
                    "this is not the API of a vCenter: it answered " + response.statusCode() + " with "
                            + (bytes.length == 0 ? "nothing" : "something else than SOAP"),
                    "the address of the API is https://VCENTER/sdk");
        }
    }

    private static void enter(XMLStreamReader xml, String name) throws XMLStreamException {
        if (!start(xml) || !xml.getLocalName().equals(name)) {
            throw new XMLStreamException("no " + name);
        }
    }

    /** Goes to the next start of an element; false where an element ends before. */
    static boolean start(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    private static VimFault fault(XMLStreamReader xml) throws XMLStreamException {
        var fault = ContentReader.value(xml);
        var message = fault.find("faultstring");
        var details = fault.find("detail");
        var inner = details == null || details.parts().isEmpty()
                ? null
                : details.parts().get(0);
        var type = inner == null ? "" : inner.type().isEmpty() ? inner.name().replaceFirst("Fault$", "") : inner.type();
        var name = inner == null ? null : inner.find("name");
        return new VimFault(type, message == null ? "" : message.text(), name == null ? "" : name.text());
    }
}
