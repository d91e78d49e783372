package dev.premotion.read.vsphere;

import static dev.premotion.read.vsphere.RecordedVCenter.CONTENT;
import static dev.premotion.read.vsphere.RecordedVCenter.fault;
import static dev.premotion.read.vsphere.RecordedVCenter.name;
import static dev.premotion.read.vsphere.RecordedVCenter.object;
import static dev.premotion.read.vsphere.RecordedVCenter.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.Reading;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a vCenter answers when something is wrong, which no simulator does: recorded, and played by a server on 127.0.0.1. */
class RecordedAnswersTest {

    private RecordedVCenter vCenter;

    @BeforeEach
    void start() throws IOException {
        vCenter = new RecordedVCenter();
    }

    @AfterEach
    void stop() {
        vCenter.close();
    }

    private Reading read() {
        return vCenter.read();
    }

    private void on(String method, String... told) {
        vCenter.on(method, told);
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
        assertThat(vCenter.asked().stream().filter(body -> body.contains("<ContinueRetrievePropertiesEx")))
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
        assertThat(vCenter.asked().get(vCenter.asked().size() - 1)).contains("<Logout ");
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
        assertThat(vCenter.asked()).hasSize(4);
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
        assertThat(vCenter.asked().get(vCenter.asked().size() - 2)).doesNotContain("runtime.suspendedToMemory");
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
        assertThat(vCenter.asked()).hasSize(1);
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
        vCenter.close();

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
}
