package dev.premotion.read.vsphere;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.premotion.inventory.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A vCenter on 127.0.0.1 that answers what was recorded. Its clock goes on by a second whenever somebody looks at it once it
 * was told to run.
 */
public final class RecordedVCenter implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ABOUT =
            "<about><fullName>VMware vCenter Server 7.0.3</fullName><version>7.0.3</version>"
                    + "<build>20051473</build><apiType>VirtualCenter</apiType><apiVersion>7.0.3.0</apiVersion>"
                    + "<instanceUuid>11111111-2222-3333-4444-555555555555</instanceUuid></about>";
    static final String CONTENT = "<returnval><rootFolder type=\"Folder\">group-d1</rootFolder>"
            + "<propertyCollector type=\"PropertyCollector\">propertyCollector</propertyCollector>"
            + "<viewManager type=\"ViewManager\">ViewManager</viewManager>" + ABOUT
            + "<sessionManager type=\"SessionManager\">SessionManager</sessionManager>"
            + "<setting type=\"OptionManager\">VpxSettings</setting>"
            + "<vmProvisioningChecker type=\"VirtualMachineProvisioningChecker\">ProvChecker</vmProvisioningChecker></returnval>";

    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> elsewhere = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> rest = new HashMap<>();
    private final AtomicLong seconds = new AtomicLong();
    private final HttpServer server;

    /** Answers as an empty vCenter does. */
    public RecordedVCenter() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sdk", this::answer);
        server.createContext("/lookupservice/sdk", exchange -> answer(exchange, "lookup", "urn:lookup/2.0"));
        server.createContext("/pbm/sdk", exchange -> answer(exchange, "pbm", "urn:pbm/2.0"));
        server.createContext("/", this::answerRest);
        server.start();
        on("RetrieveServiceContent", CONTENT);
        on("Login", "<returnval/>");
        on("Logout", "");
        on("CurrentTime", "<returnval>2026-11-22T12:07:00Z</returnval>");
        on("CreateContainerView", "<returnval type=\"ContainerView\">view-1</returnval>");
        on("RetrievePropertiesEx", "");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What it was asked, in order: the bodies of SOAP requests, or method and path of others. */
    public List<String> asked() {
        return asked;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sdk");
    }

    Access access() {
        return new Access(
                address(),
                "reader",
                "secret".toCharArray(),
                Trust.system(),
                Duration.ofSeconds(1),
                Duration.ofMillis(1),
                () -> NOW);
    }

    /** Access with a clock that goes on. */
    Access accessWithClock() {
        var access = access();
        return new Access(
                access.address(),
                access.user(),
                access.password(),
                access.trust(),
                access.timeout(),
                access.pause(),
                () -> NOW.plusMillis(250 * seconds.getAndIncrement()));
    }

    Reading read() {
        return LiveReader.read(access(), step -> {});
    }

    /** What a method is answered with, one after the other; the last one stays. */
    public void on(String method, String... told) {
        answers.put(method, new ArrayDeque<>(List.of(told)));
    }

    static String name(String name) {
        return "<propSet><name>name</name><val xsi:type=\"xsd:string\">" + name + "</val></propSet>";
    }

    static String object(String type, String id, String inside) {
        return page("", "<objects><obj type=\"" + type + "\">" + id + "</obj>" + inside + "</objects>");
    }

    static String page(String token, String objects) {
        var inside = objects.replace("<returnval>", "").replace("</returnval>", "");
        return "<returnval>" + (token.isEmpty() ? "" : "<token>" + token + "</token>") + inside + "</returnval>";
    }

    static String fault(String type, String message) {
        return fault(type, message, "");
    }

    static String fault(String type, String message, String inside) {
        return "fault:<Fault><faultcode>ServerFaultCode</faultcode><faultstring>" + message + "</faultstring><detail><"
                + type + "Fault xsi:type=\"" + type + "\">" + inside + "</" + type + "Fault></detail></Fault>";
    }

    /** What a method is answered with from now on. */
    String[] answersOf(String method) {
        return answers.get(method).toArray(String[]::new);
    }

    /** What its REST API answers, by method and path; a number is a status, and what is not known is not found. */
    void onRest(String methodAndPath, String answer) {
        rest.put(methodAndPath, answer);
    }

    /** What it was asked beside its SOAP API. */
    List<String> askedElsewhere() {
        return elsewhere;
    }

    private void answerRest(HttpExchange exchange) throws IOException {
        var what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var session = exchange.getRequestHeaders().getFirst("vmware-api-session-id");
        var login = exchange.getRequestHeaders().getFirst("Authorization");
        elsewhere.add(what + (session == null ? "" : " session " + session) + (login == null ? "" : " " + login));
        exchange.getRequestBody().readAllBytes();
        var told = rest.getOrDefault(what, "404");
        var bytes = told.matches("\\d{3}") ? new byte[0] : told.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(
                bytes.length == 0 ? Integer.parseInt(told) : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = body(exchange);
        asked.add(body);
        reply(exchange, method(body), next(method(body)));
    }

    /** A service beside the API, which knows one version of its own and refuses others as a real one does. */
    private void answer(HttpExchange exchange, String service, String version) throws IOException {
        var body = body(exchange);
        elsewhere.add(body);
        boolean known = version.equals(exchange.getRequestHeaders().getFirst("SOAPAction"));
        reply(
                exchange,
                method(body),
                known ? next(service + " " + method(body)) : fault("InvalidRequest", "the version is not supported"));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String method(String body) {
        return body.replaceFirst("(?s).*?<Body><(\\w+) .*", "$1");
    }

    private String next(String what) {
        var told = answers.getOrDefault(what, new ArrayDeque<>(List.of("404")));
        return told.size() > 1 ? told.removeFirst() : told.getFirst();
    }

    private void reply(HttpExchange exchange, String method, String answer) throws IOException {
        if (answer.equals("hang")) {
            return;
        }
        int status = answer.matches("\\d{3}") ? Integer.parseInt(answer) : answer.startsWith("fault:") ? 500 : 200;
        var text = answer.matches("\\d{3}")
                ? ""
                : answer.startsWith("raw:")
                        ? answer.substring(4)
                        : "<?xml version=\"1.0\"?><Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\""
                                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><Body>"
                                + (answer.startsWith("fault:")
                                        ? answer.substring(6)
                                        : "<" + method + "Response xmlns=\"urn:vim25\">" + answer + "</" + method
                                                + "Response>")
                                + "</Body></Envelope>";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (method.equals("Login")) {
            exchange.getResponseHeaders().add("Set-Cookie", "vmware_soap_session=\"52ab-41\"; Path=/; HttpOnly");
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
