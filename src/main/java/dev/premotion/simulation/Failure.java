package dev.premotion.simulation;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something that breaks while a plan is executed.
 *
 * @param kind what
 * @param name which one, as the estate calls it
 * @param atSeconds when, from the start of the plan
 * @param forSeconds how long; infinite where it does not come back
 */
public record Failure(Kind kind, String name, double atSeconds, double forSeconds) {
    /** What can break. */
    public enum Kind {
        /** A link between sites, in both directions. */
        LINK,
        /** A host's vMotion network. */
        ADAPTER,
        /** A host, with what runs on it. */
        HOST,
        /** A datastore fills up. */
        DATASTORE
    }

    /** Checks the times. */
    public Failure {
        if (!(atSeconds >= 0) || !(forSeconds > 0)) {
            throw new IllegalArgumentException(
                    "A failure happens at 0 s or later and lasts longer than 0 s.\nMaybe leave out how long it lasts.");
        }
    }

    /**
     * Reads {@code KIND:NAME@TIME[+TIME]}, such as {@code host:esx-01@10min} or {@code link:site-a->site-b@5min+30s}.
     *
     * @throws IllegalArgumentException with the part that is wrong and what may have been meant
     */
    public static Failure parse(String text) {
        int colon = text.indexOf(':');
        int at = text.lastIndexOf('@');
        if (colon < 1 || at <= colon + 1) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no failure: expected KIND:NAME@TIME or KIND:NAME@TIME+TIME.\nMaybe host:esx-01@10min.");
        }
        String[] times = text.substring(at + 1).split("\\+", 2);
        double lasts = times.length > 1 ? time(times[1]) : Double.POSITIVE_INFINITY;
        String name = text.substring(colon + 1, at);
        return new Failure(kind(text.substring(0, colon)), name, time(times[0]), lasts);
    }

    /** Who leaves the unit out of an outage means minutes, hardly milliseconds. */
    private static double time(String text) {
        if (text.matches("0*[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no duration: expected a number and one of ms, s, min, h.\nMaybe " + text + "min.");
        }
        return Quantity.DURATION.parse(text);
    }

    private static Kind kind(String word) {
        return Stream.of(Kind.values())
                .filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word
                        + "\" is nothing that can fail here: expected link, adapter, host or datastore.\nMaybe "
                        + meant(word.toLowerCase(Locale.ROOT)) + "."));
    }

    /** By what people call it, or by its first letter. */
    private static String meant(String word) {
        if (word.contains("nic") || word.startsWith("vmk") || word.startsWith("net") || word.startsWith("a")) {
            return "adapter";
        }
        if (word.startsWith("l") && !word.equals("lun") || word.contains("wan") || word.contains("site")) {
            return "link";
        }
        return word.startsWith("d") || word.equals("lun") || word.startsWith("vmfs") || word.startsWith("vol")
                ? "datastore"
                : "host";
    }

    /** Whether a thing of the estate is meant; a link by either direction, its arrow written as {@code ->} or as →. */
    boolean means(String id) {
        if (kind != Kind.LINK) {
            return id.equals(name);
        }
        String[] wanted = ends(name);
        String[] ends = ends(id);
        return id.equals(name)
                || wanted.length == 2
                        && ends.length == 2
                        && (wanted[0].equals(ends[0]) && wanted[1].equals(ends[1])
                                || wanted[0].equals(ends[1]) && wanted[1].equals(ends[0]));
    }

    private static String[] ends(String link) {
        return link.replace("→", "->").replaceAll("\\s*->\\s*", "->").split("->", -1);
    }
}
