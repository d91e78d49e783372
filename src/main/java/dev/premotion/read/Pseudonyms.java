package dev.premotion.read;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands for names, addresses and keys: for one text always the same, for two texts never. What a rule can see of them
 * stays: which names differ in case only, which addresses share a subnet, which range a MAC address is of.
 */
final class Pseudonyms {

    /** Names that every vSphere has. */
    private static final Set<String> EVERYBODYS =
            Set.of("vm", "host", "datastore", "network", "Resources", "Datacenters", "vsphere.local", "");

    private static final Pattern VCLS = Pattern.compile("(?i)(vcls( ?\\(\\d+\\))?|(vcls-)([0-9a-f-]{36}))");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*:[0-9a-fA-F:]*");
    private static final Pattern MOREF = Pattern.compile("[A-Za-z]+(-[a-z]?\\d+)+");

    private final byte[] key;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Map<String, String>> spellings = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> macs = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    /** @param seed what makes the replacements differ from one estate to another */
    Pseudonyms(String seed) {
        this.key = seed.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A name of anything.
     *
     * @param word what the replacement begins with, if this name was not met before
     */
    String name(String name, String word) {
        if (EVERYBODYS.contains(name) || name.startsWith("<")) {
            return name;
        }
        var vcls = VCLS.matcher(name);
        if (vcls.matches()) {
            return vcls.group(4) == null ? name : vcls.group(3) + token(vcls.group(4));
        }
        if (IPV4.matcher(name).matches() || IPV6.matcher(name).matches()) {
            return address(name);
        }
        var lower = name.toLowerCase(Locale.ROOT);
        // Agent VMs of a cluster are known by how their names begin.
        var agent = lower.startsWith("vcls") ? "vcls-" : "";
        var base = names.computeIfAbsent(lower, key -> agent + word + "-" + (names.size() + 1));
        var known = spellings.computeIfAbsent(lower, key -> new HashMap<>());
        return known.computeIfAbsent(name, key -> spelled(base, known.size()));
    }

    /** Spellings of one word that differ in case only, as many as its letters allow. */
    private static String spelled(String word, int which) {
        var spelled = new StringBuilder(word);
        for (int i = 0, bits = which; i < spelled.length() && bits > 0; i++) {
            if (Character.isLetter(spelled.charAt(i))) {
                spelled.setCharAt(i, bits % 2 == 1 ? Character.toUpperCase(spelled.charAt(i)) : spelled.charAt(i));
                bits /= 2;
            }
        }
        return spelled.toString();
    }

    /** A path of names, such as that of a folder, or of a file on a datastore. */
    String path(String path) {
        if (path.startsWith("[") && path.indexOf(']') > 0) {
            int end = path.indexOf(']');
            var rest = path.substring(end + 1);
            int blank = rest.length() - rest.stripLeading().length();
            return "[" + name(path.substring(1, end), "store") + "]" + rest.substring(0, blank)
                    + path(rest.substring(blank));
        }
        var replaced = new StringBuilder();
        for (var part : path.split("/", -1)) {
            int dot = part.lastIndexOf('.');
            var ending = dot > 0 && part.substring(dot).matches("\\.[A-Za-z]{2,5}") ? part.substring(dot) : "";
            replaced.append(replaced.isEmpty() && !path.startsWith("/") ? "" : "/")
                    .append(name(part.substring(0, part.length() - ending.length()), "name"))
                    .append(ending);
        }
        return path.startsWith("/") ? replaced.substring(1) : replaced.toString();
    }

    /** Managed object ids say nothing about anybody; what stands for one where a source has none may be a name. */
    String id(String kind, String id) {
        int slash = id.lastIndexOf('/');
        if (slash > 0 && id.substring(slash + 1).matches("-?\\d+") && kind.matches("disk|nic|device")) {
            return id(kind.isEmpty() ? kind : "vm", id.substring(0, slash)) + id.substring(slash);
        }
        return MOREF.matcher(id).matches() || id.matches("\\d+")
                ? id
                : ids.computeIfAbsent(id, key -> kind + "-" + (1_000_000 + ids.size()));
    }

    /** A UUID or another key: of the same shape. */
    String token(String token) {
        return tokens.computeIfAbsent(token, text -> {
            for (int attempt = 0; ; attempt++) {
                var made = shaped(text, HexFormat.of().formatHex(digest("token " + attempt + " " + text)));
                if (taken.add(made) || attempt > 100) {
                    return made;
                }
            }
        });
    }

    private static String shaped(String text, String hex) {
        var shaped = new StringBuilder(text);
        for (int i = 0, used = 0; i < shaped.length(); i++) {
            char c = shaped.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                char next = hex.charAt(used++ % hex.length());
                shaped.setCharAt(i, Character.isUpperCase(c) ? Character.toUpperCase(next) : next);
            }
        }
        return shaped.toString();
    }

    /** The address of a datastore: its volume is a key. */
    String url(String url) {
        int volumes = url.indexOf("/volumes/");
        int from = volumes < 0 ? url.indexOf("://") + 3 : volumes + "/volumes/".length();
        return from < 3 ? token(url) : url.substring(0, from) + token(url.substring(from));
    }

    /** A MAC address: its maker and VMware's range within stay. */
    String mac(String mac) {
        if (mac.length() != 17) {
            return token(mac);
        }
        return macs.computeIfAbsent(mac, text -> {
            int fourth = Integer.parseInt(text.substring(9, 11), 16) & 0xC0;
            int number = macs.size() + 1;
            return text.substring(0, 9)
                    + String.format(
                            Locale.ROOT,
                            "%02x:%02x:%02x",
                            fourth | number >> 16 & 0x3F,
                            number >> 8 & 0xFF,
                            number & 0xFF);
        });
    }

    /** An IP address: two that share so many leading bits share as many afterwards; the first part stays. */
    String address(String address) {
        boolean four = IPV4.matcher(address).matches();
        if (!four && !IPV6.matcher(address).matches()) {
            return name(address, "name");
        }
        if (address.startsWith("127.") || address.startsWith("0.") || address.startsWith("169.254.")) {
            return address;
        }
        return four ? four(address) : six(address);
    }

    private String four(String address) {
        var value = BigInteger.ZERO;
        for (var part : address.split("\\.")) {
            value = value.shiftLeft(8).or(BigInteger.valueOf(Integer.parseInt(part) & 0xFF));
        }
        int mapped = mapped(value, 32, 8).intValue();
        return (mapped >>> 24) + "." + (mapped >>> 16 & 0xFF) + "." + (mapped >>> 8 & 0xFF) + "." + (mapped & 0xFF);
    }

    private String six(String address) {
        var halves = address.split("::", 2);
        var front = groups(halves[0]);
        var back = halves.length < 2 ? new String[0] : groups(halves[1]);
        var value = BigInteger.ZERO;
        for (int i = 0; i < 8; i++) {
            var group = i < front.length ? front[i] : i >= 8 - back.length ? back[i - 8 + back.length] : "0";
            value = value.shiftLeft(16).or(new BigInteger(group, 16));
        }
        var mapped = mapped(value, 128, 16);
        var text = new StringBuilder();
        for (int shift = 112; shift >= 0; shift -= 16) {
            text.append(text.isEmpty() ? "" : ":")
                    .append(Integer.toHexString(mapped.shiftRight(shift).intValue() & 0xFFFF));
        }
        return text.toString();
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":");
    }

    /** Flips each bit or not, by what stands before it. */
    private BigInteger mapped(BigInteger value, int bits, int kept) {
        var mapped = value;
        for (int at = kept; at < bits; at++) {
            var before = value.shiftRight(bits - at);
            if ((digest("bit " + at + " " + before)[0] & 1) == 1) {
                mapped = mapped.flipBit(bits - 1 - at);
            }
        }
        return mapped;
    }

    private byte[] digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
