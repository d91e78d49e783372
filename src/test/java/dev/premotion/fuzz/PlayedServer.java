package dev.premotion.fuzz;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.premotion.inventory.Reading;
import dev.premotion.read.vsphere.Access;
import dev.premotion.read.vsphere.LiveReader;
import dev.premotion.read.vsphere.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A vCenter on 127.0.0.1 that answers what it was given: one SOAP answer for each method, one after the other in a text. */
final class PlayedServer {

    private static final Pattern METHOD = Pattern.compile("<Body><(\\w+)");
    private static final Pattern ANSWER = Pattern.compile("(?s)#(\\w+)\\R(.*?)(?=\\R#\\w|$)");
    private static final HttpServer SERVER = start();
    private static Map<String, String> answers = Map.of();
    private static int continued;

    private PlayedServer() {}

    static synchronized Reading capture(byte[] text) {
        var given = new HashMap<String, String>();
        for (var found = ANSWER.matcher(new String(text, StandardCharsets.ISO_8859_1)); found.find(); ) {
            given.put(found.group(1), found.group(2));
        }
        answers = given;
        continued = 0;
        var access = new Access(
                URI.create("http://127.0.0.1:" + SERVER.getAddress().getPort() + "/sdk"),
                "reader",
                "secret".toCharArray(),
                Trust.system(),
                Duration.ofSeconds(20),
                Duration.ofMillis(1),
                () -> Instant.parse("2026-11-22T12:00:00Z"));
        return LiveReader.read(access, step -> {});
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", PlayedServer::answer);
            server.setExecutor(task -> {
                var thread = new Thread(task, "played server");
                thread.setDaemon(true);
                thread.start();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var method = METHOD.matcher(asked);
        var name = method.find() ? method.group(1) : "";
        // A server that goes on for ever is another attack than a broken answer.
        var answer = name.startsWith("Continue") && ++continued > 50 ? "" : answers.getOrDefault(name, "");
        var text = answer.startsWith("<?xml") || answer.startsWith("!")
                ? answer.substring(answer.startsWith("!") ? 1 : 0)
                : "<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><Body><" + name + "Response>"
                        + answer
                        + "</" + name + "Response></Body></Envelope>";
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
