package dev.premotion.read.vsphere;

import java.net.URI;
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

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + address;
    }
}
