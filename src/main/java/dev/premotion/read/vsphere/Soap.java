package dev.premotion.read.vsphere;

import dev.premotion.inventory.BadInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Calls methods of the vSphere API over SOAP: one request, one answer, and a new attempt where the network failed. */
final class Soap {

    private static final int ATTEMPTS = 4;
    private static final int MOST_BYTES = 512 << 20;
    private static final String BEFORE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">"
            + "<Body>";
    private static final String AFTER = "</Body></Envelope>";

    private final Access access;
    private final HttpClient client;
    private final String space;
    private String version = "6.5";
    private @Nullable String cookie;

    Soap(Access access) {
        this(access, "urn:vim25");
    }

    /** @param space namespace of the API that is spoken */
    Soap(Access access, String space) {
        this.access = access;
        this.space = space;
        this.client = access.client();
    }

    /** Reads the answer of a method, from inside its element. */
    interface Answer<T> {
        T read(XMLStreamReader xml) throws XMLStreamException;
    }

    /** What the server speaks, as it said itself. */
    void speak(String apiVersion) {
        version = apiVersion;
    }

    /** A method of an object with its parameters, written out. */
    static String method(String name, Value object, String parameters) {
        return method("urn:vim25", name, object, parameters);
    }

    static String method(String space, String name, Value object, String parameters) {
        return "<" + name + " xmlns=\"" + space + "\">" + reference("_this", object.kind(), object.text()) + parameters
                + "</" + name + ">";
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

    /**
     * Calls a method.
     *
     * @throws VimFault where the server refuses
     * @throws BadInput where it cannot be reached, is not trusted or is no vCenter
     */
    <T> T call(String method, Answer<T> answer) throws VimFault {
        var response = send(method);
        var bytes = response.body();
        try {
            var xml = ContentReader.parser(new ByteArrayInputStream(bytes));
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

    private HttpResponse<byte[]> send(String method) {
        var pause = access.pause();
        for (int attempt = 1; ; attempt++) {
            try {
                var response = once(method);
                boolean passing =
                        response.statusCode() == 502 || response.statusCode() == 503 || response.statusCode() == 504;
                if (!passing || attempt == ATTEMPTS) {
                    return response;
                }
            } catch (IOException | TimeoutException e) {
                if (attempt == ATTEMPTS || !passing(e)) {
                    throw unreachable(e);
                }
            }
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unreachable(new IOException("it was interrupted", e));
            }
            pause = pause.multipliedBy(2);
        }
    }

    /** A name that is not known and a certificate that is not trusted stay so. */
    private static boolean passing(Exception cause) {
        return !(cause instanceof SSLException)
                && !(deepest(cause) instanceof UnknownHostException)
                && !unresolved(cause);
    }

    private static boolean unresolved(Throwable cause) {
        return has(cause, UnresolvedAddressException.class);
    }

    private static boolean has(Throwable cause, Class<? extends Exception> type) {
        for (var each = cause; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private HttpResponse<byte[]> once(String method) throws IOException, TimeoutException {
        var request = HttpRequest.newBuilder(access.address())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", space + "/" + version)
                .timeout(access.timeout())
                .POST(HttpRequest.BodyPublishers.ofString(BEFORE + method + AFTER, StandardCharsets.UTF_8));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request.build(), new Bounded(MOST_BYTES));
        try {
            var response = sent.get(access.timeout().toMillis(), TimeUnit.MILLISECONDS);
            response.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(value -> cookie = value.contains(";") ? value.substring(0, value.indexOf(';')) : value);
            return response;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            sent.cancel(true);
        }
    }

    private static Throwable deepest(Throwable cause) {
        var deepest = cause;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private BadInput unreachable(Exception cause) {
        var where = access.address().toString();
        if (cause instanceof SSLException) {
            var thumbprint = access.trust().shownThumbprint();
            return new BadInput(
                    where,
                    "",
                    "its certificate is not trusted (" + deepest(cause).getMessage() + ")",
                    thumbprint == null
                            ? "it speaks no TLS there"
                            : "it is right all the same: compare it at the server, then give --ca FILE or --thumbprint "
                                    + thumbprint);
        }
        if (deepest(cause) instanceof UnknownHostException || unresolved(cause)) {
            return new BadInput(where, "", "there is no host of this name", "it is misspelt or known elsewhere only");
        }
        boolean late = cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
        return new BadInput(
                where,
                "",
                late
                        ? "it did not answer within " + access.timeout().toSeconds() + " seconds"
                        : "it cannot be reached: "
                                + (has(cause, ConnectException.class)
                                        ? "nothing listens there"
                                        : String.valueOf(deepest(cause).getMessage())),
                "a firewall is in between, or vCenter is restarting");
    }
}
