package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.StayingDatastore;
import dev.premotion.plan.VCenterFault;
import dev.premotion.plan.VCenterFault.Asked;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids of findings tell apart what is judged apart, and stay as they are. */
class FindingIdTest {

    private static final Asked ASKED =
            new Asked("web-a to esx-02", List.of(new Ref(Kind.VM, "a", "vm-1"), new Ref(Kind.HOST, "a", "host-2")));

    private static String id(String fault, String message) {
        return FindingId.of("VC-CHECK-ERROR", new VCenterFault(ASKED, true, fault, message, false));
    }

    @Test
    void twoRefusalsOfOneVmHaveIdsOfTheirOwn() {
        assertThat(List.of(
                        id("CannotAccessNetwork", "VM-A is not there."),
                        id("CannotAccessNetwork", "VM-B is not there."),
                        id("DisallowedDiskModeChange", "VM-A is not there.")))
                .doesNotHaveDuplicates();
        assertThat(id("CannotAccessNetwork", "VM-A is not there."))
                .isEqualTo(id("CannotAccessNetwork", "VM-A is not there."));
    }

    @Test
    void aDatastoreAskedOfItsClusterIsNotTheOneThatAVmComesFromElsewhereFor() {
        var vCenter = Estates.twoSites().inventory().vCenters().get(0);
        var host = vCenter.hosts().items().get(0);
        var cluster = vCenter.clusters().items().get(0);
        var datastore = vCenter.datastores().items().get(0);

        assertThat(FindingId.of("STOR-SHARED", new StayingDatastore(datastore, host, vCenter, null, cluster)))
                .isNotEqualTo(FindingId.of("STOR-SHARED", new StayingDatastore(datastore, host, vCenter, null, null)));
    }

    /** A baseline of an earlier run knows findings by their ids. */
    @Test
    void theIdOfAThingThatIsJudgedOneWayIsThatOfItsRuleAndIdentities() {
        var vCenter = Estates.twoSites().inventory().vCenters().get(0);
        var away = new StayingDatastore(
                vCenter.datastores().items().get(0), vCenter.hosts().items().get(0), vCenter, null, null);

        assertThat(FindingId.of("STOR-SHARED", away))
                .as("as it has always been")
                .isEqualTo("STOR-SHARED-2eb1576ad98b")
                .isEqualTo(FindingId.of("STOR-SHARED", away.kind() + "\n" + away.refs()));
    }
}
