package dev.premotion.read.vsphere;

import static dev.premotion.read.vsphere.RecordedVCenter.name;
import static dev.premotion.read.vsphere.RecordedVCenter.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.QualityNote;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.VCenter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a vCenter tells beside its SOAP API: tags and the signing certificate over REST, its group in the lookup service. */
class BesideSoapTest {

    private static final String OWN = "11111111-2222-3333-4444-555555555555";
    private static final String OTHER = "99999999-2222-3333-4444-555555555555";
    private static final String CERTIFICATE = "MIIBhTCCASugAwIBAgIUcC0/MGn5FrICTZMEDvqKW4T7XD8wCgYIKoZIzj0EAwIw"
            + "GDEWMBQGA1UEAwwNc3Nvc2VydmVyU2lnbjAeFw0yNjExMjMwNTQzNTZaFw0zNjEx"
            + "MjAwNTQzNTZaMBgxFjAUBgNVBAMMDXNzb3NlcnZlclNpZ24wWTATBgcqhkjOPQIB"
            + "BggqhkjOPQMBBwNCAARoixJdagt7pVLQ2WA3zeuFgl15X47DPNnLSsbo/o7MsyBJ"
            + "1EJqI8UfyHFf8dyhlQYC6dJE5MkaqTE6T3ptHF79o1MwUTAdBgNVHQ4EFgQUeauK"
            + "mc4T3ec1XR4HpbNDWY37qJQwHwYDVR0jBBgwFoAUeauKmc4T3ec1XR4HpbNDWY37"
            + "qJQwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBc5bvX8GYKaKPi"
            + "TV95VYtenif285vCVVDRI4sOvQv41QIhAOqaUdSytl0ggU28OPCmP16Ew8Di9L7v"
            + "IkfzuNE0FbF7";
    private static final String BEFORE = "-----BEGIN CERTIFICATE-----\\n";
    private static final String AFTER = "\\n-----END CERTIFICATE-----";

    private final List<String> siblings = new ArrayList<>();
    private RecordedVCenter vCenter;

    @BeforeEach
    void start() throws IOException {
        vCenter = new RecordedVCenter();
        vCenter.on(
                "RetrievePropertiesEx",
                "",
                object("Folder", "group-d1", ""),
                "<returnval><objects><obj type=\"VirtualMachine\">vm-1</obj>" + name("a")
                        + "</objects><objects><obj type=\"VirtualMachine\">vm-2</obj>" + name("b")
                        + "</objects></returnval>");
    }

    @AfterEach
    void stop() {
        vCenter.close();
    }

    @Test
    void tagsAreReadOverTheNewApi() {
        vCenter.onRest("POST /api/session", "\"s-1\"");
        vCenter.onRest("GET /api/cis/tagging/tag", "[\"urn:t:1\", \"urn:t:2\"]");
        vCenter.onRest("GET /api/cis/tagging/tag/urn%3At%3A1", "{\"name\": \"tier-1\"}");
        vCenter.onRest("GET /api/cis/tagging/tag/urn%3At%3A2", "{\"name\": \"backup\"}");
        vCenter.onRest(
                "POST /api/cis/tagging/tag-association?action=list-attached-objects-on-tags",
                "[{\"tag_id\": \"urn:t:1\", \"object_ids\": [{\"id\": \"vm-1\", \"type\": \"VirtualMachine\"}]},"
                        + "{\"tag_id\": \"urn:t:2\", \"object_ids\": [{\"id\": \"vm-1\", \"type\": \"VirtualMachine\"}]}]");

        assertThat(tags(read())).containsExactly(Listing.of("backup", "tier-1"), Listing.of());
        assertThat(vCenter.askedElsewhere())
                .contains("POST /api/session Basic cmVhZGVyOnNlY3JldA==", "DELETE /api/session session s-1");
    }

    @Test
    void tagsAreReadOverTheOldApi() {
        vCenter.onRest("POST /rest/com/vmware/cis/session", "{\"value\": \"s-2\"}");
        vCenter.onRest("GET /rest/com/vmware/cis/tagging/tag", "{\"value\": [\"t1\"]}");
        vCenter.onRest("GET /rest/com/vmware/cis/tagging/tag/id:t1", "{\"value\": {\"name\": \"tier-1\"}}");
        vCenter.onRest(
                "POST /rest/com/vmware/cis/tagging/tag-association?~action=list-attached-objects-on-tags",
                "{\"value\": [{\"tag_id\": \"t1\", \"object_ids\": [{\"id\": \"vm-2\"}]}]}");

        assertThat(tags(read())).containsExactly(Listing.of(), Listing.of("tier-1"));
        assertThat(vCenter.askedElsewhere()).contains("DELETE /rest/com/vmware/cis/session session s-2");
    }

    @Test
    void whatIsRefusedStaysUnknownAndIsSaid() {
        vCenter.onRest("POST /api/session", "\"s-1\"");
        vCenter.onRest("GET /api/cis/tagging/tag", "403");

        var reading = read();

        assertThat(tags(reading)).containsExactly(null, null);
        assertThat(centre(reading).stsCertificate()).isNull();
        assertThat(notes(reading))
                .anyMatch(note -> note.startsWith("tags could not be read (it answered 403)"))
                .anyMatch(note -> note.startsWith("the certificate that signs tokens could not be read"))
                .noneMatch(note -> note.contains("secret"));
    }

    @Test
    void aVCenterWithoutItsRestApiIsReadAllTheSame() {
        assertThat(tags(read())).containsExactly(null, null);

        vCenter.onRest("POST /api/session", "<html>");
        assertThat(notes(read())).anyMatch(note -> note.startsWith("the REST API could not be used"));
    }

    @Test
    void theLinkedGroupAndTheDomainComeFromTheLookupService() {
        lookup("<returnval><serviceId>" + OWN + "</serviceId><serviceType><type>vcenterserver</type></serviceType>"
                + "<serviceEndpoints><url>https://127.0.0.1/sdk</url></serviceEndpoints></returnval>"
                + "<returnval><serviceId>" + OTHER + "</serviceId><serviceType><type>vcenterserver</type></serviceType>"
                + "<serviceEndpoints><url>https://vcsa-b.example/ui</url></serviceEndpoints>"
                + "<serviceEndpoints><url>https://vcsa-b.example:443/sdk</url></serviceEndpoints></returnval>"
                + "<returnval><serviceId>x</serviceId><serviceType><type>cs.identity</type></serviceType>"
                + "<serviceEndpoints><url>https://vcsa-b.example/sts/STSService/site-a.local</url></serviceEndpoints>"
                + "</returnval>");

        var centre = centre(read());

        assertThat(centre.ssoDomain()).isEqualTo("site-a.local");
        assertThat(centre.linkedVCenters()).isEqualTo(Listing.of(OTHER));
        assertThat(siblings).containsExactly("https://vcsa-b.example:443/sdk");
    }

    @Test
    void servicesUnderOtherIdsDoNotTellWhichVCentersAreLinked() {
        lookup("<returnval><serviceId>a</serviceId><serviceType><type>vcenterserver</type></serviceType>"
                + "<serviceEndpoints><url>https://vcsa-b.example/sdk</url></serviceEndpoints></returnval>");

        assertThat(centre(read()).linkedVCenters()).isNull();
        assertThat(siblings).containsExactly("https://vcsa-b.example/sdk");
    }

    /** The fingerprint is what {@code openssl x509 -fingerprint -sha256} says. */
    @Test
    void theCertificateThatSignsNowIsTheFirstOfItsChain() {
        var print = "2c62308bca17aed6108e4e893d1da75699ff675347d4acfb6f47982f67bcaead";

        assertThat(signing("[\"" + BEFORE + CERTIFICATE + AFTER + "\", \"the root\"]"))
                .isEqualTo(print);
        assertThat(signing("[\"" + CERTIFICATE + "\"]")).isEqualTo(print);
    }

    @Test
    void aSigningCertificateThatIsNoneIsUnknown() {
        assertThat(signing("[\"" + BEFORE + CERTIFICATE.substring(0, 64) + AFTER + "\"]"))
                .isNull();
        assertThat(signing("[\"?\"]")).isNull();
        assertThat(signing("[]")).isNull();
    }

    private @Nullable String signing(String chain) {
        vCenter.onRest("POST /api/session", "\"s-1\"");
        vCenter.onRest("GET /api/cis/tagging/tag", "[]");
        vCenter.onRest(
                "GET /api/vcenter/certificate-management/vcenter/signing-certificate",
                "{\"active_cert_chain\": {\"cert_chain\": " + chain + "}, \"signing_cert_chains\": []}");
        return centre(read()).stsCertificate();
    }

    @Test
    void theDomainIsToldByASettingWhereTheLookupServiceIsSilent() {
        assertThat(domain("https://psc.example/sts/STSService/site-b.local")).isEqualTo("site-b.local");
        assertThat(domain("https://psc.example/sts/STSService")).isNull();
        assertThat(domain("https://psc.example/websso/SAML2/SSO/site-b.local")).isNull();
    }

    private @Nullable String domain(String url) {
        vCenter.on(
                "RetrievePropertiesEx",
                object(
                        "OptionManager",
                        "VpxSettings",
                        "<propSet><name>setting</name><val xsi:type=\"ArrayOfOptionValue\"><OptionValue><key>"
                                + "config.vpxd.sso.sts.uri</key><value xsi:type=\"xsd:string\">" + url
                                + "</value></OptionValue></val></propSet>"),
                "");
        return centre(read()).ssoDomain();
    }

    private void lookup(String services) {
        vCenter.on(
                "lookup RetrieveServiceContent",
                "<returnval><serviceRegistration type=\"LookupServiceRegistration\">ServiceRegistration"
                        + "</serviceRegistration></returnval>");
        vCenter.on("lookup List", services);
    }

    private Reading read() {
        vCenter.on("RetrievePropertiesEx", vCenter.answersOf("RetrievePropertiesEx"));
        return LiveReader.read(vCenter.access(), step -> {}, siblings::addAll);
    }

    private static VCenter centre(Reading reading) {
        return reading.inventory().vCenters().get(0);
    }

    private static List<Listing<String>> tags(Reading reading) {
        var tags = new ArrayList<Listing<String>>();
        if (centre(reading).vms() != null) {
            centre(reading).vms().forEach(vm -> tags.add(vm.tags()));
        }
        return tags;
    }

    private static List<String> notes(Reading reading) {
        return reading.quality().stream().map(QualityNote::message).toList();
    }
}
