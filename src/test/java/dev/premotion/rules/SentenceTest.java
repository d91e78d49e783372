package dev.premotion.rules;

import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.oneSite;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values in a finding's sentence. */
class SentenceTest {

    @Test
    void whatASentenceComparesHasOneUnit() {
        assertThat(told("web-a", 2048L))
                .isEqualTo("With web-a, the VMs on esx-02.site-a.example reserve 4,156 MiB of memory,"
                        + " overhead included; the host has 2,048 MiB.");
    }

    /** Names are anybody's. */
    @ParameterizedTest
    @ValueSource(strings = {"db-2 GiB", "db , GiB", "shop-99999999999999999999 GiB", "$1 {host} \\ GiB"})
    void aNameThatLooksLikeASizeStaysAsItIs(String name) {
        assertThat(told(name, 1L)).startsWith("With " + name + ", the VMs on ").endsWith("the host has 1 MiB.");
    }

    private static String told(String name, long hostMiB) {
        var estate = oneSite()
                .change(WEB_A, "name", name)
                .change(WEB_A, "memoryReservationMiB", 4096L)
                .change(host(A, 2), "memoryMiB", hostMiB);
        return SettlementTest.check(estate, "{vm: {vcenter: vcsa-a, id: vm-1}, to: {host: host-2}}").findings().stream()
                .filter(finding -> finding.card().id().equals("CAP-HOST-MEM"))
                .map(finding -> finding.message())
                .findFirst()
                .orElseThrow();
    }
}
