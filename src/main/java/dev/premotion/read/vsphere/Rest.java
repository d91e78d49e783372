package dev.premotion.read.vsphere;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The REST API of a vCenter, with a session of its own: {@code /api} from 7.0 U2 on, {@code /rest} before, which wraps each
 * answer in a value.
 */
final class Rest implements AutoCloseable {

    private static final int MOST_BYTES = 64 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SESSION = "vmware-api-session-id";

    private final Access access;
    private final HttpClient client;
    private final boolean old;
    private final String session;

    private Rest(Access access, HttpClient client, boolean old, String session) {
        this.access = access;
        this.client = client;
        this.old = old;
        this.session = session;
    }

    /** It refused, or answered what is no JSON. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private Refused(String message) {
            super(message);
        }

        /** What it said, without quotation of what it sent. */
        String words() {
            return String.valueOf(getMessage());
        }
    }

    /** @throws Refused where neither API lets this account in */
    static Rest open(Access access) throws Refused {
        var client = access.client();
        var token = Base64.getEncoder()
                .encodeToString((access.user() + ":" + new String(access.password())).getBytes(StandardCharsets.UTF_8));
        try {
            return new Rest(
                    access,
                    client,
                    false,
                    login(access, client, "/api/session", token).asText());
        } catch (Refused e) {
            return new Rest(
                    access,
                    client,
                    true,
                    login(access, client, "/rest/com/vmware/cis/session", token)
                            .path("value")
                            .asText());
        }
    }

    private static JsonNode login(Access access, HttpClient client, String path, String token) throws Refused {
        return send(
                access,
                client,
                HttpRequest.newBuilder(at(access, path))
                        .header("Authorization", "Basic " + token)
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** What stands at a path of both APIs, such as {@code cis/tagging/tag}. */
    JsonNode get(String path) throws Refused {
        return answer(HttpRequest.newBuilder(at(access, base() + path)).GET());
    }

    /** One thing of a collection. */
    JsonNode get(String path, String id) throws Refused {
        var plain = java.net.URLEncoder.encode(id, StandardCharsets.UTF_8);
        return get(path + (old ? "/id:" : "/") + plain);
    }

    JsonNode act(String path, String action, JsonNode body) throws Refused {
        return answer(HttpRequest.newBuilder(at(access, base() + path + (old ? "?~action=" : "?action=") + action))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private String base() {
        return old ? "/rest/com/vmware/" : "/api/";
    }

    private JsonNode answer(HttpRequest.Builder request) throws Refused {
        var answer = send(access, client, request.header(SESSION, session));
        return old ? answer.path("value") : answer;
    }

    private static URI at(Access access, String path) {
        return access.address().resolve(path);
    }

    private static JsonNode send(Access access, HttpClient client, HttpRequest.Builder request) throws Refused {
        var sent = client.sendAsync(request.timeout(access.timeout()).build(), new Bounded(MOST_BYTES));
        try {
            HttpResponse<byte[]> response = sent.get(access.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() >= 300) {
                throw new Refused("it answered " + response.statusCode());
            }
            return response.body().length == 0 ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (ExecutionException | TimeoutException | IOException e) {
            throw new Refused(e instanceof IOException ? "it answered something else than JSON" : "it gave no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("it was interrupted");
        } finally {
            sent.cancel(true);
        }
    }

    /** Ends the session; one that cannot be ended ends by itself. */
    @Override
    public void close() {
        try {
            send(
                    access,
                    client,
                    HttpRequest.newBuilder(at(access, old ? "/rest/com/vmware/cis/session" : "/api/session"))
                            .header(SESSION, session)
                            .DELETE());
        } catch (Refused e) {
            // Nothing hangs on it any more.
            return;
        }
    }
}
