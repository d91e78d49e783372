package dev.premotion.rules;

import dev.premotion.plan.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of findings: digests of the rule and of what it is about, so that they stay the same from run to run. */
final class FindingId {

    private FindingId() {}

    /** Such as {@code CPU-EVC-CLUSTER-3f9a2c41d07b}. */
    static String of(String rule, Subject subject) {
        var within = subject.within();
        return of(rule, subject.kind() + "\n" + subject.refs() + (within.isEmpty() ? "" : "\n" + within));
    }

    /** @param about what several subjects have in common */
    static String of(String rule, String about) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest((rule + "\n" + about).getBytes(StandardCharsets.UTF_8));
            return rule + "-" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
