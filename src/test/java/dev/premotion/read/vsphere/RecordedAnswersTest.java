package dev.premotion.read.vsphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.QualityNote;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a vCenter answers when something is wrong, which no simulator does: recorded, and played by a server on 127.0.0.1. */
class RecordedAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ABOUT =
            "<about><fullName>VMware vCenter Server 7.0.3</fullName><version>7.0.3</version>"
                    + "<build>20051473</build><apiType>VirtualCenter</apiType><apiVersion>7.0.3.0</apiVersion>"
                    + "<instanceUuid>11111111-2222-3333-4444-555555555555</instanceUuid></about>";
    private static final String CONTENT = "<returnval><rootFolder type=\"Folder\">group-d1</rootFolder>"
            + "<propertyCollector type=\"PropertyCollector\">propertyCollector</propertyCollector>"
            + "<viewManager type=\"ViewManager\">ViewManager</viewManager>" + ABOUT
            + "<sessionManager type=\"SessionManager\">SessionManager</sessionManager>"
            + "<setting type=\"OptionManager\">VpxSettings</setting></returnval>";

    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sdk", this::answer);
        server.start();
        on("RetrieveServiceContent", CONTENT);
        on("Login", "<returnval/>");
        on("Logout", "");
        on("CurrentTime", "<returnval>2026-11-22T12:07:00Z</returnval>");
        on("CreateContainerView", "<returnval type=\"ContainerView\">view-1</returnval>");
        on("RetrievePropertiesEx", "");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void pagesAreFollowedToTheLast() {
        on(
                "RetrievePropertiesEx",
                "",
                object("Folder", "group-d1", ""),
                page("t1", object("VirtualMachine", "vm-1", name("a"))));
        on(
                "ContinueRetrievePropertiesEx",
                page("t2", object("VirtualMachine", "vm-2", name("b"))),
                page("", object("VirtualMachine", "vm-3", name("c"))));

        var vms = read().inventory().vCenters().get(0).vms();

        assertThat(vms.items()).extracting(vm -> vm.name()).containsExactly("a", "b", "c");
        assertThat(asked.stream().filter(body -> body.contains("<ContinueRetrievePropertiesEx")))
                .hasSize(2)
                .element(1)
                .asString()
                .contains("<token>t2</token>");
    }

    @Test
    void theSessionIsClosedAfterAFailure() {
        on("CreateContainerView", fault("NoPermission", "Permission to perform this operation was denied."));

        assertThatThrownBy(this::read)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("its inventory cannot be read (NoPermission")
                .hasMessageContaining("\nMaybe the account needs read-only access");
        assertThat(asked.get(asked.size() - 1)).contains("<Logout ");
    }

    @Test
    void aPassingFailureIsTriedAgain() {
        on("CurrentTime", "503", "<returnval>2026-11-22T12:07:00Z</returnval>");

        assertThat(read().inventory().vCenters().get(0).clock().offsetMillis()).isEqualTo(420_000);
    }

    @Test
    void aFailureThatStaysIsTold() {
        on("RetrieveServiceContent", "503");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("this is not the API of a vCenter: it answered 503");
        assertThat(asked).hasSize(4);
    }

    @Test
    void aPropertyThatTheServerDoesNotKnowIsLeftOut() {
        on(
                "RetrievePropertiesEx",
                "",
                object("Folder", "group-d1", ""),
                fault("InvalidProperty", "", "<name>runtime.suspendedToMemory</name>"),
                object("VirtualMachine", "vm-1", name("a")));

        var reading = read();

        assertThat(reading.inventory().vCenters().get(0).vms().size()).isEqualTo(1);
        assertThat(asked.get(asked.size() - 2)).doesNotContain("runtime.suspendedToMemory");
        assertThat(reading.quality())
                .extracting(QualityNote::message)
                .anyMatch(said -> said.contains("does not know a property"));
    }

    @Test
    void whatTheAccountMayNotSeeIsUnknownAndSaid() {
        on(
                "RetrievePropertiesEx",
                "",
                object("Folder", "group-d1", ""),
                object(
                        "VirtualMachine",
                        "vm-1",
                        name("a")
                                + "<missingSet><path>config.keyId</path><fault><fault xsi:type=\"NoPermission\"/></fault></missingSet>"));

        var reading = read();

        assertThat(reading.inventory().vCenters().get(0).vms().items().get(0).encrypted())
                .isNull();
        assertThat(reading.quality())
                .extracting(QualityNote::message)
                .anyMatch(said -> said.contains("did not give VirtualMachine config.keyId (NoPermission)")
                        && said.contains("\nMaybe the account needs the privileges"));
    }

    @Test
    void aHostAloneIsNoVCenter() {
        on("RetrieveServiceContent", CONTENT.replace("VirtualCenter", "HostAgent"));

        assertThatThrownBy(this::read)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("this is no vCenter but a host alone");
        assertThat(asked).hasSize(1);
    }

    @Test
    void anotherServerIsNoVCenter() {
        on("RetrieveServiceContent", "raw:<html><body>It works!</body></html>");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("this is not the API of a vCenter: it answered 200")
                .hasMessageContaining("\nMaybe the address of the API is https://VCENTER/sdk");
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() {
        on("RetrieveServiceContent", "hang");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("it did not answer within 1 seconds");
    }

    @Test
    void aClosedPortIsTold() {
        server.stop(0);

        assertThatThrownBy(this::read)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("it cannot be reached: nothing listens there");
    }

    @Test
    void entitiesInAnAnswerAreRefused() {
        on(
                "RetrieveServiceContent",
                "raw:<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Envelope><Body><x>&a;</x></Body></Envelope>");

        assertThatThrownBy(this::read).isInstanceOf(BadInput.class).hasMessageNotContaining("root:");
    }

    private Reading read() {
        var ticks = new AtomicInteger();
        return LiveReader.read(
                new Access(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sdk"),
                        "reader",
                        "secret".toCharArray(),
                        Trust.system(),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(1),
                        () -> {
                            ticks.incrementAndGet();
                            return NOW;
                        }),
                step -> {});
    }

    /** What a method is answered with, one after the other; the last one stays. */
    private void on(String method, String... told) {
        answers.put(method, new ArrayDeque<>(List.of(told)));
    }

    private static String name(String name) {
        return "<propSet><name>name</name><val xsi:type=\"xsd:string\">" + name + "</val></propSet>";
    }

    private static String object(String type, String id, String inside) {
        return page("", "<objects><obj type=\"" + type + "\">" + id + "</obj>" + inside + "</objects>");
    }

    private static String page(String token, String objects) {
        var inside = objects.replace("<returnval>", "").replace("</returnval>", "");
        return "<returnval>" + (token.isEmpty() ? "" : "<token>" + token + "</token>") + inside + "</returnval>";
    }

    private static String fault(String type, String message) {
        return fault(type, message, "");
    }

    private static String fault(String type, String message, String inside) {
        return "fault:<Fault><faultcode>ServerFaultCode</faultcode><faultstring>" + message + "</faultstring><detail><"
                + type + "Fault xsi:type=\"" + type + "\">" + inside + "</" + type + "Fault></detail></Fault>";
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body);
        var method = body.replaceFirst("(?s).*?<Body><(\\w+) .*", "$1");
        var told = answers.getOrDefault(method, new ArrayDeque<>(List.of("404")));
        var answer = told.size() > 1 ? told.removeFirst() : told.getFirst();
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
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
