package dev.premotion.read.vsphere;

import static dev.premotion.read.vsphere.RecordedVCenter.fault;
import static dev.premotion.read.vsphere.RecordedVCenter.object;
import static dev.premotion.read.vsphere.RecordedVCenter.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.VCenter;
import dev.premotion.inventory.Vm;
import dev.premotion.inventory.VsanPolicy;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the storage policy service tells, and what becomes of a capture where it does not. */
class StoragePoliciesTest {

    private static final String VM = object(
            "VirtualMachine",
            "vm-1",
            "<propSet><name>config.hardware</name><val xsi:type=\"VirtualHardware\"><device xsi:type=\"VirtualDisk\">"
                    + "<key>2000</key><capacityInKB>1</capacityInKB></device><device xsi:type=\"VirtualDisk\">"
                    + "<key>2001</key><capacityInKB>1</capacityInKB></device></val></propSet>");

    private RecordedVCenter vCenter;

    @BeforeEach
    void start() throws IOException {
        vCenter = new RecordedVCenter();
        vCenter.on(
                "RetrievePropertiesEx",
                "",
                page("", datastore("datastore-1", "vsan") + datastore("datastore-2", "VMFS")),
                VM);
        vCenter.on(
                "pbm PbmRetrieveServiceContent",
                "<returnval><profileManager type=\"PbmProfileProfileManager\">ProfileManager</profileManager></returnval>");
        vCenter.on("pbm PbmQueryProfile", id("p-1") + id("p-2"));
        vCenter.on(
                "pbm PbmRetrieveContent", profile("p-1", "Gold", "") + profile("p-2", "Mirrored", rule(1, "RAID-1")));
        vCenter.on("pbm PbmQueryAssociatedEntity", "");
        vCenter.on("pbm PbmQueryDefaultRequirementProfile", id("p-2"));
    }

    @AfterEach
    void stop() {
        vCenter.close();
    }

    @Test
    void policiesAreReadInTheSessionOfTheApi() {
        vCenter.on("pbm PbmQueryAssociatedEntity", entity("vm-1"), "", "", entity("vm-1:2001"));

        var centre = centre(vCenter.read());

        assertThat(centre.storagePolicies()).isEqualTo(Listing.of("Gold", "Mirrored"));
        assertThat(centre.vsanPolicies()).isEqualTo(Listing.of(new VsanPolicy("Mirrored", 2.0)));
        assertThat(vm(centre).homeStoragePolicy()).isEqualTo("Gold");
        assertThat(vm(centre).homeStoragePolicyAssigned()).isTrue();
        assertThat(vm(centre).disks().items())
                .extracting(disk -> disk.storagePolicy() + " " + disk.storagePolicyAssigned())
                .containsExactly("null false", "Mirrored true");
        assertThat(centre.datastores().items())
                .extracting(datastore -> datastore.defaultStoragePolicy())
                .containsExactly("Mirrored", null);
        assertThat(vCenter.askedElsewhere())
                .filteredOn(body -> body.contains("<Pbm"))
                .isNotEmpty()
                .allMatch(body -> body.contains("<Header><vcSessionCookie>52ab-41</vcSessionCookie></Header>"));
    }

    @Test
    void withoutTheServiceEverythingElseIsRead() {
        vCenter.on("pbm PbmRetrieveServiceContent", "404");

        assertThat(unknown(vCenter.read())).contains("it answered 404").contains("the service is stopped");
    }

    @Test
    void withoutTheRightThePrivilegeIsNamed() {
        vCenter.on("pbm PbmQueryProfile", fault("PbmFaultNoPermission", "no"));

        assertThat(unknown(vCenter.read())).contains("PbmFaultNoPermission: no").contains("StorageProfile.View");
    }

    @Test
    void anExpiredSessionIsSaid() {
        vCenter.on("pbm PbmRetrieveContent", fault("NotAuthenticated", "The session is not authenticated."));

        assertThat(unknown(vCenter.read())).contains("NotAuthenticated").contains("the session ended meanwhile");
    }

    @Test
    void aServiceThatDoesNotAnswerHoldsNobodyUp() {
        vCenter.on("pbm PbmQueryAssociatedEntity", "hang");

        assertThat(unknown(vCenter.read())).contains("it did not answer within 1 seconds");
        assertThat(vCenter.askedElsewhere().stream().filter(body -> body.contains("<PbmQueryAssociatedEntity ")))
                .hasSize(Api.POLICIES.attempts());
    }

    @Test
    void whoseThingsAreRefusedIsUnknownAndThoseThatAreToldAreKnown() {
        vCenter.on(
                "pbm PbmQueryAssociatedEntity",
                entity("vm-1"),
                "",
                entity("vm-1:2000"),
                fault("NoPermission", "not yours"));

        var reading = vCenter.read();

        assertThat(vm(centre(reading)).homeStoragePolicy()).isEqualTo("Gold");
        assertThat(vm(centre(reading)).disks().items())
                .extracting(disk -> disk.storagePolicy() + " " + disk.storagePolicyAssigned())
                .containsExactly("Gold true", "null null");
        assertThat(notes(reading))
                .anyMatch(note -> note.startsWith("which things have a storage policy could not be read")
                        && note.contains("those without one are unknown (Mirrored)")
                        && note.contains("StorageProfile.View"));
    }

    @Test
    void aThingOfTwoPoliciesHasNobodyKnowsWhich() {
        vCenter.on("pbm PbmQueryAssociatedEntity", entity("vm-1"), entity("vm-1"), "", "");

        assertThat(vm(centre(vCenter.read())).homeStoragePolicyAssigned()).isNull();
    }

    @Test
    void whatVsanStoresFollowsFromTheRulesOfAPolicy() {
        vCenter.on(
                "pbm PbmRetrieveContent",
                profile("p-1", "a two mirrors", rule(2, "RAID-1 (Mirroring) - Performance"))
                        + profile("p-2", "b without", rule(0, "RAID-1 (Mirroring) - Performance"))
                        + profile("p-3", "c raid 6", rule(2, "RAID-5/6 (Erasure Coding) - Capacity"))
                        + profile("p-4", "d raid 5", rule(1, "RAID-5/6 (Erasure Coding) - Capacity"))
                        + profile("p-5", "e stretched", rule(1, "RAID-1") + capability("subFailuresToTolerate", "1"))
                        + profile(
                                "p-6",
                                "f one site",
                                rule(1, "RAID-1") + capability("locality", "Preferred Fault Domain"))
                        + profile("p-7", "g reserved", rule(1, "RAID-1") + capability("proportionalCapacity", "100"))
                        + profile("p-8", "h no number", capability("hostFailuresToTolerate", "some"))
                        + profile(
                                "p-9",
                                "i two sets",
                                rule(1, "RAID-1") + "</subProfiles><subProfiles>" + rule(2, "RAID-1"))
                        + profile(
                                "p-10",
                                "j encrypted",
                                "<capability><id><namespace>com.vmware.dataservice</namespace>"
                                        + "<id>x</id></id><constraint><propertyInstance><id>x</id><value>1</value>"
                                        + "</propertyInstance></constraint></capability>"));

        assertThat(centre(vCenter.read()).vsanPolicies().items())
                .extracting(policy -> policy.name() + " " + policy.spaceFactor())
                .containsExactly(
                        "a two mirrors 3.0",
                        "b without 1.0",
                        "c raid 6 1.5",
                        "d raid 5 null",
                        "e stretched null",
                        "f one site null",
                        "g reserved null",
                        "h no number null",
                        "i two sets null");
    }

    @Test
    void aPolicyWithoutANameMakesTheListPartial() {
        vCenter.on("pbm PbmRetrieveContent", profile("p-1", "Gold", "") + profile("p-2", " ", ""));

        assertThat(centre(vCenter.read()).storagePolicies()).isEqualTo(Listing.partial(List.of("Gold")));
    }

    /** The one note about policies, where no fact of theirs is known and all else is. */
    private static String unknown(Reading reading) {
        var centre = centre(reading);
        assertThat(centre.storagePolicies()).isNull();
        assertThat(centre.vsanPolicies()).isNull();
        assertThat(vm(centre).homeStoragePolicyAssigned()).isNull();
        assertThat(vm(centre).disks().items())
                .hasSize(2)
                .allMatch(disk -> disk.storagePolicy() == null && disk.storagePolicyAssigned() == null);
        var notes = notes(reading).stream()
                .filter(note -> note.contains("storage polic"))
                .toList();
        assertThat(notes).hasSize(1);
        return notes.get(0);
    }

    private static String datastore(String id, String type) {
        return object(
                "Datastore",
                id,
                "<propSet><name>summary</name><val xsi:type=\"DatastoreSummary\"><type>" + type
                        + "</type></val></propSet>");
    }

    private static String id(String id) {
        return "<returnval><uniqueId>" + id + "</uniqueId></returnval>";
    }

    private static String entity(String key) {
        return "<returnval><objectType>x</objectType><key>" + key + "</key></returnval>";
    }

    private static String profile(String id, String name, String capabilities) {
        return "<returnval xsi:type=\"PbmCapabilityProfile\"><profileId><uniqueId>" + id
                + "</uniqueId></profileId><name>"
                + name + "</name><constraints xsi:type=\"PbmCapabilitySubProfileConstraints\"><subProfiles>"
                + capabilities + "</subProfiles></constraints></returnval>";
    }

    private static String rule(int failures, String method) {
        return capability("hostFailuresToTolerate", Integer.toString(failures))
                + capability("replicaPreference", method);
    }

    private static String capability(String id, String value) {
        return "<capability><id><namespace>VSAN</namespace><id>" + id + "</id></id><constraint><propertyInstance><id>"
                + id
                + "</id><value xsi:type=\"xsd:string\">" + value
                + "</value></propertyInstance></constraint></capability>";
    }

    private static VCenter centre(Reading reading) {
        return reading.inventory().vCenters().get(0);
    }

    private static Vm vm(VCenter centre) {
        return centre.vms().items().get(0);
    }

    private static List<String> notes(Reading reading) {
        return reading.quality().stream().map(QualityNote::message).toList();
    }
}
