package dev.premotion.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgeingTest {

    private static final Instant CAPTURED = Instant.parse("2026-11-20T06:00:00Z");
    private static final Ref STORE = Estates.oneSite()
            .inventory()
            .vCenters()
            .get(0)
            .datastores()
            .items()
            .get(0)
            .ref();

    private final Estate estate = Estates.oneSite()
            .change(Estates.VC_A, "capturedAt", CAPTURED)
            .without(STORE, "spaceReadAt")
            .without(Estates.WEB_A, "capturedAt")
            .change(Estates.WEB_A, "recentTasks", Listing.of());

    private static Reading aged(Estate estate, Duration later) {
        var origins = new Origins();
        origins.read(STORE, property -> "a.json#/datastores/0/" + property);
        var reading =
                new Reading(estate.inventory(), origins, List.of(), List.of(new SourceFile("a.json", "00", CAPTURED)));
        return Ageing.aged(reading, Ages.DEFAULTS, CAPTURED.plus(later));
    }

    private static Datastore store(Reading reading) {
        return new Estate(reading.inventory()).get(Datastore.class, STORE);
    }

    private static Vm web(Reading reading) {
        return new Estate(reading.inventory()).get(Vm.class, Estates.WEB_A);
    }

    @Test
    void eachClassOfFactsIsKnownToItsGreatestAgeAndNotASecondLonger() {
        assertThat(web(aged(estate, Duration.ofHours(1))).recentTasks()).isNotNull();
        assertThat(web(aged(estate, Duration.ofSeconds(3601))).recentTasks()).isNull();
        assertThat(store(aged(estate, Duration.ofDays(1))).freeSpaceBytes()).isNotNull();
        assertThat(store(aged(estate, Duration.ofSeconds(86_401))).freeSpaceBytes())
                .isNull();
        assertThat(web(aged(estate, Duration.ofDays(1))).toolsInstallerMounted())
                .isNotNull();
        assertThat(web(aged(estate, Duration.ofSeconds(86_401))).toolsInstallerMounted())
                .isNull();
        assertThat(store(aged(estate, Duration.ofDays(9))).capacityBytes()).isNotNull();
    }

    @Test
    void whereItWasReadSaysHowOldItIsAndTheNoteHowMany() {
        var aged = aged(estate, Duration.ofDays(9));

        assertThat(aged.origins().of(STORE, "freeSpaceBytes"))
                .isEqualTo(
                        "a.json#/datastores/0/freeSpaceBytes, read 9 days before 2026-11-29T06:00:00Z, more than 1 day");
        assertThat(aged.origins().of(STORE, "capacityBytes")).isEqualTo("a.json#/datastores/0/capacityBytes");
        assertThat(aged.quality()).anySatisfy(note -> {
            assertThat(note.file()).isEqualTo("a.json");
            assertThat(note.message())
                    .startsWith("no longer known: the free space of ")
                    .contains("\nMaybe ");
        });
    }

    @Test
    void aTimeOfItsOwnCountsBeforeThatOfTheSnapshot() {
        var read = estate.change(STORE, "spaceReadAt", CAPTURED.plus(Duration.ofDays(8)));

        assertThat(store(aged(read, Duration.ofDays(9))).freeSpaceBytes()).isNotNull();
    }

    @Test
    void whatWasReadNobodyKnowsWhenIsUnknown() {
        var aged = aged(estate.without(Estates.VC_A, "capturedAt"), Duration.ZERO);

        assertThat(store(aged).freeSpaceBytes()).isNull();
        assertThat(aged.origins().of(STORE, "freeSpaceBytes")).endsWith("read at a time that is not known");
    }

    @Test
    void withoutAClockNothingAges() {
        var reading = new Reading(estate.inventory(), new Origins(), List.of(), List.of());

        assertThat(Ageing.aged(reading, Ages.DEFAULTS, null)).isSameAs(reading);
    }
}
