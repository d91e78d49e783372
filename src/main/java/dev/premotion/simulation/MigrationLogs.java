package dev.premotion.simulation;

import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what ESXi logs of the end of a vMotion: {@code vmkernel.log} of either host and {@code vmware.log} of the VM, in
 * any order, joined by the migration's id. Lines of other things are passed over. The forms are those of Broadcom KB 436882.
 *
 * <p>Logs are untrusted: a line has a greatest length, a number a greatest number of digits, and each line is first asked
 * for a plain word, so that reading takes time in proportion to the size of the file whatever it holds.
 */
public final class MigrationLogs {
    /** No line of these logs is nearly as long; a longer one is passed over and counted. */
    private static final int LONGEST = 8192;

    private static final String STOPPING = "Stopping pre-copy: only ";
    private static final String SENT_ALL = " S: Sent all modified pages to destination";
    private static final String UNSTUNNED = "Checkpoint_Unstun: vm stopped for ";

    private static final String ID = "(?<!\\d)(\\d{10,20})";
    private static final String NUMBER = "(\\d{1,12}(?:\\.\\d{1,9})?)";
    private static final Pattern STOP = Pattern.compile(ID + " S: " + STOPPING
            + "(\\d{1,15}) pages left to send, which can be sent within the switchover time goal of " + NUMBER
            + " seconds \\(network bandwidth ~" + NUMBER + " MB/s, (\\d{1,18})% t2d\\)");
    private static final Pattern SENT = Pattern.compile(ID + SENT_ALL);
    private static final Pattern NAMED =
            Pattern.compile("(?:migration id|mid id|migId|mid=0n)[ =]?" + ID + "(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSTUN = Pattern.compile(UNSTUNNED + "(\\d{1,15}) us");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{1,20}Z");

    /** What is known of one migration so far. */
    private static final class Known {
        @Nullable
        Matcher stop;

        @Nullable
        Instant stoppedAt;

        @Nullable
        Instant sentAt;

        @Nullable
        Long stunMicros;
    }

    private final Map<String, Known> known = new LinkedHashMap<>();
    /** The migration that the present log is about, until its VM runs again. */
    private String current = "";

    private long skipped;

    /**
     * Reads another file.
     *
     * @param file its name, for errors
     * @param in its bytes, unpacked
     * @throws IOException if they cannot be read
     * @throws BadInput if it is no log: a NUL byte is in it
     */
    public void read(String file, InputStream in) throws IOException {
        current = "";
        var line = new StringBuilder();
        long number = 1;
        boolean tooLong = false;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == 0) {
                throw new BadInput(
                        file,
                        "line " + number,
                        "it holds a NUL byte, so this is no log.",
                        "it is packed, or a core dump.");
            }
            if (next == '\n') {
                ends(line, tooLong);
                tooLong = false;
                number++;
            } else if (line.length() < LONGEST) {
                line.append((char) next);
            } else {
                tooLong = true;
            }
        }
        ends(line, tooLong);
    }

    private void ends(StringBuilder line, boolean tooLong) {
        if (tooLong) {
            skipped++;
        } else if (line.length() > 0) {
            line(line.toString());
        }
        line.setLength(0);
    }

    private void line(String line) {
        if (line.contains(STOPPING)) {
            stopped(line);
        } else if (line.contains(SENT_ALL)) {
            Matcher sent = SENT.matcher(line);
            if (found(sent)) {
                of(sent.group(1)).sentAt = time(line);
            }
        } else if (line.contains(UNSTUNNED)) {
            Matcher unstun = UNSTUN.matcher(line);
            if (found(unstun)) {
                stood(unstun.group(1));
            }
        } else if (line.contains("id") || line.contains("Id") || line.contains("ID")) {
            Matcher named = NAMED.matcher(line);
            current = named.find() ? named.group(1) : current;
        }
    }

    /** A line that says what is looked for in a form that is not known is counted. */
    private boolean found(Matcher matcher) {
        boolean found = matcher.find();
        skipped += found ? 0 : 1;
        return found;
    }

    private void stopped(String line) {
        Matcher stop = STOP.matcher(line);
        if (found(stop)) {
            Known of = of(stop.group(1));
            of.stop = stop;
            of.stoppedAt = time(line);
        }
    }

    /** A VM that stood still without a migration before it was at a snapshot or the like. */
    private void stood(String micros) {
        if (!current.isEmpty()) {
            of(current).stunMicros = Long.valueOf(micros);
        }
        current = "";
    }

    private Known of(String id) {
        return known.computeIfAbsent(id, each -> new Known());
    }

    private static @Nullable Instant time(String line) {
        Matcher time = TIME.matcher(line);
        try {
            return time.lookingAt() ? Instant.parse(time.group()) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** How many lines were too long, or said what is looked for in a form that is not known. */
    public long skipped() {
        return skipped;
    }

    /** All migrations whose stop was logged, in the order of the logs. */
    public List<LoggedStop> stops() {
        var stops = new ArrayList<LoggedStop>();
        known.forEach((id, each) -> {
            if (each.stop != null && Double.parseDouble(each.stop.group(4)) > 0) {
                stops.add(stop(id, each, each.stop));
            }
        });
        return stops;
    }

    private static LoggedStop stop(String id, Known each, Matcher line) {
        return new LoggedStop(
                id,
                Long.parseLong(line.group(2)),
                Double.parseDouble(line.group(4)) * 1e6,
                Double.parseDouble(line.group(3)),
                Double.parseDouble(line.group(5)) / 100,
                each.stoppedAt == null || each.sentAt == null
                        ? null
                        : Double.valueOf(
                                Duration.between(each.stoppedAt, each.sentAt).toMillis() / 1e3),
                each.stunMicros == null ? null : Double.valueOf(each.stunMicros / 1e6));
    }
}
