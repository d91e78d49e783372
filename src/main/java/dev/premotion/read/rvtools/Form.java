package dev.premotion.read.rvtools;

import dev.premotion.read.EscapedName;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a column are written. A blank cell never gets here; what does is a text without blanks around it, a
 * {@link BigDecimal} or a {@link Boolean}, whichever the version and the program that saved the workbook chose.
 *
 * @param expected what a cell should hold, for messages
 * @param reading the value; absent where the cell holds something else, {@link #UNSET} where it says that there is none
 */
record Form(String expected, Function<Object, @Nullable Object> reading) {

    /** What a cell means that is filled in, but says that nothing is set. */
    static final Object UNSET = new Object();

    private static final Pattern MAC_ADDRESS = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f]{2}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,'\\u2019 \\u00a0\\u202f]\\d{3})+");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d+,\\d{1,2}");
    private static final Instant FIRST_REAL_DAY = Instant.parse("1970-01-02T00:00:00Z");
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT),
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT),
            DateTimeFormatter.ISO_LOCAL_DATE_TIME);

    static final Form TEXT = new Form("text", Form::text);

    /** vCenter escapes three characters in names, and RVTools leaves them so. */
    static final Form NAME = new Form("a name", raw -> EscapedName.unescape(text(raw)));

    static final Form LOWER = new Form("a word", raw -> text(raw).toLowerCase(Locale.ROOT));

    static final Form COUNT = new Form(
            "a whole number", raw -> whole(raw, Integer.MAX_VALUE) instanceof Long n ? (Object) n.intValue() : null);

    static final Form SIZE = new Form("a whole number", raw -> whole(raw, Long.MAX_VALUE));

    /** A number of things; one below 0 means that there is no limit. */
    static final Form LIMIT = new Form("a whole number", raw -> {
        var number = number(raw);
        return number != null && number.signum() < 0 ? UNSET : whole(raw, Long.MAX_VALUE);
    });

    /** Mebibytes, whether the header says MB or MiB: RVTools only changed the word. */
    static final Form MIB = new Form(
            "a whole number of MiB",
            raw -> whole(raw, Long.MAX_VALUE >> 20) instanceof Long n ? (Object) (n << 20) : null);

    static final Form PERCENT = new Form("a percentage", Form::percent);

    static final Form TRUTH = new Form("True or False", Form::truth);

    static final Form TIME = new Form("a date and time", Form::time);

    /** The class of a controller, by what RVTools writes: what vSphere calls its kind, or its label. */
    static final Form CONTROLLER = new Form("a kind of controller such as LSI Logic SAS", raw -> controller(text(raw)));

    static final Form HARDWARE = new Form(
            "a hardware version such as 19",
            raw -> COUNT.reading()
                    .apply(raw instanceof String text && text.startsWith("vmx-") ? text.substring(4) : raw));

    static final Form MAC = new Form("a MAC address", raw -> {
        var mac = text(raw).toLowerCase(Locale.ROOT).replace('-', ':');
        return MAC_ADDRESS.matcher(mac).matches() ? mac : null;
    });

    /** One of some words, in any case; read as written here. */
    static Form words(String... words) {
        return oneOf(List.of(words), false);
    }

    /** The same, or its position, counted from 0: RVTools 3.10 wrote some enumerations as numbers. */
    static Form codes(String... words) {
        return oneOf(List.of(words), true);
    }

    private static Form oneOf(List<String> words, boolean positions) {
        var meanings = new LinkedHashMap<String, String>();
        for (int i = 0; i < words.size(); i++) {
            meanings.put(words.get(i), words.get(i));
            meanings.put(words.get(i).toLowerCase(Locale.ROOT), words.get(i));
            if (positions) {
                meanings.put(Integer.toString(i), words.get(i));
            }
        }
        return new Form("one of " + String.join(", ", words), raw -> {
            var word = meanings.get(text(raw)); // nearly always written as it should be
            return word != null ? word : meanings.get(text(raw).toLowerCase(Locale.ROOT));
        });
    }

    private static @Nullable Object controller(String word) {
        return switch (word.replaceFirst(" \\d+$", "").toLowerCase(Locale.ROOT)) {
            case "vmware paravirtual scsi" -> "ParaVirtualSCSIController";
            case "lsi logic" -> "VirtualLsiLogicController";
            case "lsi logic sas" -> "VirtualLsiLogicSASController";
            case "buslogic" -> "VirtualBusLogicController";
            case "ahci", "sata controller" -> "VirtualAHCIController";
            case "nvme controller" -> "VirtualNVMEController";
            case "ide" -> "VirtualIDEController";
            default -> null;
        };
    }

    private static String text(Object raw) {
        if (raw instanceof BigDecimal number) {
            return number.precision() - number.scale() > 40 || number.scale() > 40
                    ? number.toString()
                    : number.stripTrailingZeros().toPlainString();
        }
        return raw instanceof Boolean truth ? (truth ? "True" : "False") : raw.toString();
    }

    private static @Nullable BigDecimal number(Object raw) {
        if (raw instanceof BigDecimal number) {
            return number;
        }
        var text = text(raw);
        try {
            return new BigDecimal(
                    GROUPED.matcher(text).matches()
                            ? text.replaceAll("\\D", "")
                            : DECIMAL_COMMA.matcher(text).matches() ? text.replace(',', '.') : text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object whole(Object raw, long most) {
        var number = number(raw);
        try {
            long value = number == null ? -1 : number.longValueExact();
            return value < 0 || value > most ? null : value;
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Object percent(Object raw) {
        var number = number(raw instanceof String text ? text.replaceFirst("\\s*%$", "") : raw);
        double percent = number == null ? -1 : number.doubleValue();
        return percent < 0 || percent > 100 ? null : (Object) percent;
    }

    private static @Nullable Object truth(Object raw) {
        return switch (text(raw)) {
            case "True", "TRUE", "true", "1" -> Boolean.TRUE;
            case "False", "FALSE", "false", "0" -> Boolean.FALSE;
            case "Yes", "YES", "yes" -> Boolean.TRUE;
            case "No", "NO", "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** Times bear no zone; they are taken as UTC, which can be off by the collecting computer's offset. */
    private static @Nullable Object time(Object raw) {
        var time = raw instanceof BigDecimal serial ? ofSerial(serial) : ofText(text(raw));
        return time != null && time.isBefore(FIRST_REAL_DAY) ? UNSET : time;
    }

    /** Excel counts days from 1899-12-30. */
    private static @Nullable Instant ofSerial(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(LAST_DAY) > 0) {
            return null;
        }
        long seconds = Math.round(serial.doubleValue() * 86_400);
        return Instant.parse("1899-12-30T00:00:00Z").plus(Duration.ofSeconds(seconds));
    }

    private static @Nullable Instant ofText(String text) {
        for (var format : TIMES) {
            try {
                return LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                // The next format may fit.
            }
        }
        return null;
    }
}
