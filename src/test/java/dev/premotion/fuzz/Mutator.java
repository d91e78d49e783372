package dev.premotion.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Breaks real inputs: bits, pieces, words, and the parts of an archive. The same seed breaks the same. */
final class Mutator {

    /** What stands where something else was expected. */
    private static final List<String> WORDS = List.of(
            "0",
            "-1",
            "1e999",
            "-1e-999",
            "99999999999999999999999999",
            "9223372036854775807",
            "-9223372036854775808",
            "2147483648",
            "NaN",
            "0x7fffffff",
            "1E400000000",
            "true",
            "null",
            "~",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[[]]",
            "{\"a\":1,\"a\":2}",
            "<a/>",
            "&lol;",
            "&#0;",
            "&#xFFFFFFFF;",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
            "<![CDATA[x]]>",
            "]]>",
            "*a",
            "&a [*a]",
            "!!java.net.URL [\"http://127.0.0.1\"]",
            "<<: *a",
            "9999-99-99T99:99:99Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "=cmd|' /C calc'!A0",
            "\uFEFF",
            "\r\n",
            ",",
            ";",
            "\"",
            "'",
            "\t");

    private static final List<String> NESTS = List.of("[", "{\"a\":", "<a>", "- ", "(", "&a [", "{a: ");

    private static final Pattern WORD = Pattern.compile("\"[^\"\n]{0,60}\"|>[^<\n]{1,60}<|[A-Za-z0-9_.:-]+");
    private static final int LARGE = 64 << 20;

    private final SplittableRandom random;

    Mutator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** One to four changes of an input. */
    byte[] broken(byte[] input, byte[] other) {
        var broken = input;
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            broken = zipped(broken) && random.nextInt(8) > 0
                    ? archive(broken)
                    : random.nextInt(3) > 0 ? text(broken) : bytes(broken, other);
        }
        return broken;
    }

    private static boolean zipped(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    private byte[] bytes(byte[] input, byte[] other) {
        if (input.length < 2) {
            return other;
        }
        int at = random.nextInt(input.length);
        int length = 1 + random.nextInt(Math.min(400, input.length - at));
        return switch (random.nextInt(7)) {
            case 0 -> flipped(input);
            case 1 -> Arrays.copyOf(input, at);
            case 2 -> joined(input, 0, at, input, at + length);
            case 3 -> joined(input, 0, at + length, input, at);
            case 4 -> joined(input, 0, at, other, other.length < 2 ? 0 : random.nextInt(other.length));
            case 5 -> Arrays.copyOfRange(input, at, input.length);
            default -> new String(input, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_16);
        };
    }

    private byte[] flipped(byte[] input) {
        var flipped = input.clone();
        int times = 1 + random.nextInt(8);
        for (int i = 0; i < times; i++) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] joined(byte[] head, int from, int to, byte[] tail, int start) {
        var out = new ByteArrayOutputStream();
        out.write(head, from, to - from);
        out.write(tail, start, tail.length - start);
        return out.toByteArray();
    }

    private byte[] text(byte[] input) {
        var text = new String(input, StandardCharsets.ISO_8859_1);
        return changed(text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String changed(String text) {
        return switch (random.nextInt(5)) {
            case 0 -> lines(text);
            case 1 -> nested(text);
            case 2 -> repeated(text);
            default -> word(text);
        };
    }

    /** A word becomes another one, one of the same text or one that nobody expects. */
    private String word(String text) {
        var places = new ArrayList<int[]>();
        for (var found = WORD.matcher(text); found.find() && places.size() < 20_000; ) {
            places.add(new int[] {found.start(), found.end()});
        }
        if (places.isEmpty()) {
            return text + random(WORDS);
        }
        var place = random(places);
        var with = random(places);
        var before = text.charAt(place[0]) == '>' ? ">" : "";
        var after = before.isEmpty() ? "" : "<";
        var made = random.nextBoolean() ? text.substring(with[0], with[1]) : before + random(WORDS) + after;
        return text.substring(0, place[0]) + made + text.substring(place[1]);
    }

    private String lines(String text) {
        var lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n|>)", -1)));
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> java.util.Collections.swap(lines, one, other);
            case 1 -> lines.remove(one);
            default -> lines.add(other, lines.get(one));
        }
        return String.join("", lines);
    }

    private String nested(String text) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + random(NESTS).repeat(1 << random.nextInt(16)) + text.substring(at);
    }

    /** Something small, very often. */
    private String repeated(String text) {
        int at = random.nextInt(text.length() + 1);
        int length = Math.min(text.length() - at, 1 + random.nextInt(60));
        return text.substring(0, at)
                + text.substring(at, at + length).repeat(1 << random.nextInt(13))
                + text.substring(at);
    }

    private byte[] archive(byte[] input) {
        Map<String, byte[]> parts;
        try {
            parts = parts(input);
        } catch (IOException | IllegalArgumentException e) {
            return bytes(input, input);
        }
        if (parts.isEmpty()) {
            return bytes(input, input);
        }
        var name = random(List.copyOf(parts.keySet()));
        var part = parts.get(name);
        switch (random.nextInt(12)) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(name, random(List.copyOf(parts.values())));
            case 2 -> parts.put(name, bytes(part, input));
            case 3 -> parts.put("../" + name, part);
            case 4 -> {
                return bomb(parts, name);
            }
            default -> parts.put(name, text(part));
        }
        return zip(parts);
    }

    /** A part that is small in the archive and large outside of it. */
    private byte[] bomb(Map<String, byte[]> parts, String name) {
        var part = parts.get(name);
        int half = part.length / 2;
        var large = new byte[random.nextInt(20) == 0 ? LARGE : LARGE >> 4];
        Arrays.fill(large, (byte) (random.nextBoolean() ? ' ' : 'A'));
        System.arraycopy(part, 0, large, 0, half);
        System.arraycopy(part, half, large, large.length - (part.length - half), part.length - half);
        parts.put(name, large);
        return zip(parts);
    }

    private static Map<String, byte[]> parts(byte[] input) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(input))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readNBytes(4 << 20));
            }
        }
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory takes everything", e);
        }
        return out.toByteArray();
    }

    private <T> T random(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
