package dev.premotion.plan;

import java.util.Arrays;

/** Release lines such as {@code 7.0}, which compare number by number. */
final class Lines {

    private Lines() {}

    /** Whether the first is the newer one. */
    static boolean newer(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other)) > 0;
    }

    private static int[] numbers(String line) {
        return Arrays.stream(line.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
