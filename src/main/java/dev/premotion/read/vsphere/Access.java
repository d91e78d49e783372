package dev.premotion.read.vsphere;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How to reach a live vCenter.
 *
 * @param address address of its API, such as {@code https://vcsa.example/sdk}
 * @param user name to log in with
 * @param password its password; never shown
 * @param trust how its certificate is checked
 * @param timeout longest time that one answer may take
 * @param pause wait before the first new attempt after a passing failure; doubles from one to the next
 * @param clock the collector's clock
 */
public record Access(
        URI address, String user, char[] password, Trust trust, Duration timeout, Duration pause, InstantSource clock) {

    /** A client that trusts only whom it is told to and follows no redirect, which could lead elsewhere with the password. */
    HttpClient client() {
        return HttpClient.newBuilder()
                .sslContext(trust.context())
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Another address of the same server. */
    Access at(String path) {
        return new Access(address.resolve(path), user, password, trust, timeout, pause, clock);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + address;
    }
}
