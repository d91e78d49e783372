package dev.premotion.simulation;

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
 */
public final class MigrationLogs {
    private static final Pattern STOP = Pattern.compile(
            "(\\d{10,}) S: Stopping pre-copy: only (\\d+) pages left to send, which can be sent within the switchover time"
                    + " goal of ([\\d.]+) seconds \\(network bandwidth ~([\\d.]+) MB/s, (\\d+)% t2d\\)");
    private static final Pattern SENT = Pattern.compile("(\\d{10,}) S: Sent all modified pages to destination");
    private static final Pattern NAMED =
            Pattern.compile("(?:migration id|mid id|migId|mid=0n)[ =]?(\\d{10,})", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSTUN = Pattern.compile("Checkpoint_Unstun: vm stopped for (\\d+) us");
    private static final Pattern STUN_TIME =
            Pattern.compile("(\\d{10,})?.*?pre-?copy ?stun ?time\\D*(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("^(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)");

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

    /** Begins another file. */
    public void file() {
        current = "";
    }

    /** Reads the next line of the present file. */
    public void line(String line) {
        Matcher stop = STOP.matcher(line);
        Matcher sent = SENT.matcher(line);
        Matcher named = NAMED.matcher(line);
        Matcher unstun = UNSTUN.matcher(line);
        Matcher stun = STUN_TIME.matcher(line);
        if (stop.find()) {
            Known of = of(stop.group(1));
            of.stop = stop;
            of.stoppedAt = time(line);
        } else if (sent.find()) {
            of(sent.group(1)).sentAt = time(line);
        } else if (unstun.find()) {
            stood(current, unstun.group(1));
            current = "";
        } else if (stun.find()) {
            stood(stun.group(1) == null ? current : stun.group(1), stun.group(2));
        } else if (named.find()) {
            current = named.group(1);
        }
    }

    /** A VM that stood still without a migration before it was at a snapshot or the like. */
    private void stood(String id, String micros) {
        if (!id.isEmpty()) {
            of(id).stunMicros = Long.valueOf(micros);
        }
    }

    private Known of(String id) {
        return known.computeIfAbsent(id, each -> new Known());
    }

    private static @Nullable Instant time(String line) {
        Matcher time = TIME.matcher(line);
        try {
            return time.find() ? Instant.parse(time.group(1)) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
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
