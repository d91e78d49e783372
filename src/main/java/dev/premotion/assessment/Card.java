package dev.premotion.assessment;

import dev.premotion.plan.TypePattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is about: everything but its condition.
 *
 * @param id the rule's name, such as {@code CPU-EVC-CLUSTER}
 * @param title what it requires, a sentence without its full stop
 * @param topic the file it stands in, such as {@code cpu}
 * @param severity one: where it differs by version or state, there are two rules
 * @param enforcedBy who enforces it
 * @param types the kinds of migration it is about
 * @param versions the vSphere versions it is about, in words; absent for all
 * @param says the sentence of a finding; {@code {path}} stands for a fact of the subject
 * @param why why it is so
 * @param remedy what to do
 * @param sources documents by their keys
 * @param status V1, V2 or U: how well the sources were verified
 * @param faults vSphere's faults; a tilde in front marks the closest one where none is documented
 * @param subject simple name of the subject's type
 * @param needs the fact paths the condition reads, sorted
 * @param limits the keys of {@code rules/limits.csv} that the condition names, sorted
 */
public record Card(
        String id,
        String title,
        String topic,
        Severity severity,
        EnforcedBy enforcedBy,
        List<TypePattern> types,
        @Nullable String versions,
        String says,
        String why,
        String remedy,
        List<String> sources,
        String status,
        List<String> faults,
        String subject,
        List<String> needs,
        List<String> limits) {

    /** The same rule with another weight. */
    public Card with(Severity other) {
        return new Card(
                id,
                title,
                topic,
                other,
                enforcedBy,
                types,
                versions,
                says,
                why,
                remedy,
                sources,
                status,
                faults,
                subject,
                needs,
                limits);
    }

    /** Whether vCenter or a host stops the migration: no policy makes less of that. */
    public boolean enforcedBlocker() {
        return severity == Severity.BLOCKER && !enforcedBy.waivable();
    }
}
