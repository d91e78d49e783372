package dev.premotion.rules;

import dev.premotion.plan.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of findings: digests of rule, kind and the subject's identities, so that they stay the same from run to run. */
final class FindingId {

    private FindingId() {}

    /** Such as {@code CPU-EVC-CLUSTER-3f9a2c41d07b}. */
    static String of(String rule, Subject subject) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((rule + "\n" + subject.kind() + "\n" + subject.refs()).getBytes(StandardCharsets.UTF_8));
            return rule + "-" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
