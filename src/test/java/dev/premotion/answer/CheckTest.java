package dev.premotion.answer;

import static dev.premotion.answer.Fact.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions over lists: a list that is absent or partial never makes an answer surer. */
class CheckTest {

    /** An item that holds, does not, or is not known. */
    private record Item(@Nullable Boolean good) {}

    static Stream<Arguments> lists() {
        return Stream.of(
                list("", true, Truth.YES, Truth.NO),
                list("", false, Truth.UNKNOWN, Truth.UNKNOWN),
                list("yes yes", true, Truth.YES, Truth.YES),
                list("yes yes", false, Truth.UNKNOWN, Truth.YES),
                list("yes no", true, Truth.NO, Truth.YES),
                list("yes no", false, Truth.NO, Truth.YES),
                list("no no", true, Truth.NO, Truth.NO),
                list("no no", false, Truth.NO, Truth.UNKNOWN),
                list("yes ?", true, Truth.UNKNOWN, Truth.YES),
                list("no ?", true, Truth.NO, Truth.UNKNOWN),
                list("? no", false, Truth.NO, Truth.UNKNOWN));
    }

    private static Arguments list(String items, boolean complete, Truth every, Truth any) {
        var listed = new ArrayList<Item>();
        Arrays.stream(items.split(" "))
                .filter(word -> !word.isEmpty())
                .forEach(word -> listed.add(new Item(word.equals("?") ? null : word.equals("yes"))));
        return Arguments.of(items, new Listing<>(listed, complete), every, any);
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("lists")
    void everyAndAnyAreSureOnlyOfWhatTheListShows(String items, Listing<Item> list, Truth every, Truth any) {
        assertThat(Check.every("items", list, item -> fact("good", item.good()).isTrue())
                        .truth())
                .isEqualTo(every);
        assertThat(Check.any("items", list, item -> fact("good", item.good()).isTrue())
                        .truth())
                .isEqualTo(any);
    }

    @Test
    void aListThatWasNotCollectedIsWhatTheAnswerWaitsFor() {
        var every = Check.every(
                "items", (Listing<Item>) null, item -> fact("good", item.good()).isTrue());

        assertThat(every.unknown()).isTrue();
        assertThat(every.missing()).extracting(Evidence::fact).containsExactly("items");
        assertThat(Check.any(
                                "items",
                                (Listing<Item>) null,
                                item -> fact("good", item.good()).isTrue())
                        .unknown())
                .isTrue();
    }

    @Test
    void aPartialListOfGoodItemsIsTheReasonAndNotTheItems() {
        var partial = Listing.partial(List.of(new Item(true)));

        assertThat(Check.every(
                                "items",
                                partial,
                                item -> fact("good", item.good()).isTrue())
                        .because())
                .containsExactly(new Evidence("items", partial, "each"));
    }

    @Test
    void aListSaysWhetherThereMayBeMore() {
        assertThat(Listing.of(1, 2)).hasToString("[1, 2]").containsExactly(1, 2);
        assertThat(Listing.partial(List.of(1)))
                .hasToString("[1] and perhaps others")
                .hasSize(1);
        assertThat(Listing.of(1, 2).size()).isEqualTo(2);
        assertThat(Listing.complete(List.of(1)).complete()).isTrue();
        assertThat(Listing.of(1, 2).stream()).containsExactly(1, 2);
    }
}
