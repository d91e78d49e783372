package dev.premotion.read.vsphere;

import dev.premotion.inventory.BadInput;
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
import org.jspecify.annotations.Nullable;

/** Posts requests in one session: one request, one answer, and a new attempt where the network failed. */
final class Sender {

    private static final int MOST_BYTES = 512 << 20;

    private final Access access;
    private final HttpClient client;
    private @Nullable String cookie;

    /** @param cookie of a session that there is already; absent where there is none */
    Sender(Access access, @Nullable String cookie) {
        this.access = access;
        this.client = access.client();
        this.cookie = cookie;
    }

    @Nullable
    String cookie() {
        return cookie;
    }

    /** @throws BadInput where nobody answers or the one who does is not trusted */
    HttpResponse<byte[]> send(String envelope, Api api) {
        var pause = access.pause();
        for (int attempt = 1; ; attempt++) {
            try {
                var response = once(envelope, api);
                boolean passing =
                        response.statusCode() == 502 || response.statusCode() == 503 || response.statusCode() == 504;
                if (!passing || attempt == api.attempts()) {
                    return response;
                }
            } catch (IOException | TimeoutException e) {
                if (attempt == api.attempts() || !passing(e)) {
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

    private HttpResponse<byte[]> once(String envelope, Api api) throws IOException, TimeoutException {
        var request = HttpRequest.newBuilder(access.address())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", api.space() + "/" + api.version())
                .timeout(access.timeout())
                .POST(HttpRequest.BodyPublishers.ofString(envelope, StandardCharsets.UTF_8));
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
