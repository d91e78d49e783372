package dev.premotion.read.vsphere;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.premotion.answer.Listing;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What only the REST API of a vCenter tells.
 *
 * @param tags names of the tags of each thing, by its managed object id; absent where they could not be read
 * @param signingCertificate SHA-256 of the certificate that signs its tokens, in hex; absent where it could not be read
 */
record RestFacts(
        @Nullable Map<String, List<String>> tags, @Nullable String signingCertificate) {

    static final RestFacts NONE = new RestFacts(null, null);

    /** The tags of a thing; absent where they were not read. */
    @Nullable
    Listing<String> of(String id) {
        return tags == null ? null : Listing.complete(tags.getOrDefault(id, List.of()));
    }

    private static final String PEM = "-----BEGIN";
    private static final String TAGS = "cis/tagging/tag";

    /** Reads all of it; what is refused stays unknown and is noted. */
    static RestFacts read(Access access, Oddities oddities) {
        try (var rest = Rest.open(access)) {
            return new RestFacts(tags(rest, oddities), certificate(rest, oddities));
        } catch (Rest.Refused e) {
            oddities.add(
                    "/api/session",
                    "the REST API could not be used (" + e.words() + "); tags and the certificate that signs tokens are"
                            + " unknown\nMaybe it is switched off, or a firewall lets only the SOAP API through",
                    "");
            return NONE;
        }
    }

    private static @Nullable Map<String, List<String>> tags(Rest rest, Oddities oddities) {
        try {
            var ids = JsonNodeFactory.instance.arrayNode();
            var names = new TreeMap<String, String>();
            for (var id : rest.get(TAGS)) {
                ids.add(id.asText());
                names.put(id.asText(), rest.get(TAGS, id.asText()).path("name").asText());
            }
            var tags = new TreeMap<String, List<String>>();
            if (ids.isEmpty()) {
                return tags;
            }
            var body = JsonNodeFactory.instance.objectNode();
            body.set("tag_ids", ids);
            for (var each : rest.act("cis/tagging/tag-association", "list-attached-objects-on-tags", body)) {
                var name = names.getOrDefault(each.path("tag_id").asText(), "");
                for (var object : each.path("object_ids")) {
                    if (!name.isBlank()) {
                        tags.computeIfAbsent(object.path("id").asText(), id -> new ArrayList<>(1))
                                .add(name);
                    }
                }
            }
            tags.values().forEach(list -> list.sort(null));
            return tags;
        } catch (Rest.Refused e) {
            oddities.add(
                    "/" + TAGS,
                    "tags could not be read (" + e.words() + "); which things have which is unknown\nMaybe the account"
                            + " needs read-only access from the top of the vCenter down",
                    "");
            return null;
        }
    }

    /**
     * The first certificate of the chain that signs now ({@code SigningCertificate.Info.active_cert_chain}, since 7.0 U3; the
     * leaf comes first).
     */
    private static @Nullable String certificate(Rest rest, Oddities oddities) {
        try {
            var chain = rest.get("vcenter/certificate-management/vcenter/signing-certificate")
                    .path("active_cert_chain")
                    .path("cert_chain");
            return fingerprint(chain.isArray() && !chain.isEmpty() ? chain.get(0) : chain);
        } catch (Rest.Refused e) {
            oddities.add(
                    "signing-certificate",
                    "the certificate that signs tokens could not be read (" + e.words()
                            + "); whether two vCenters share"
                            + " an SSO domain has to be told by their links\nMaybe it is older than 7.0 U3, or the account"
                            + " needs the privilege System.Read",
                    "");
            return null;
        }
    }

    /** Of a certificate as PEM, which is what vCenters give, or as the base64 alone that the API's documentation promises. */
    private static @Nullable String fingerprint(JsonNode text) {
        try {
            var bytes = text.asText().contains(PEM)
                    ? text.asText().getBytes(StandardCharsets.US_ASCII)
                    : Base64.getMimeDecoder().decode(text.asText());
            var certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }
}
