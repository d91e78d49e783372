package dev.premotion.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.RandomEstate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NativeRoundTripTest {

    @Property(seed = "20261120", tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll long seed) {
        var inventory = new RandomEstate(seed).inventory();

        var reading = Texts.read(written(inventory));

        assertThat(reading.quality()).isEmpty();
        assertThat(reading.inventory()).isEqualTo(inventory);
    }

    @Property(seed = "20261121", tries = 50)
    void theSameInventoryGivesTheSameBytes(@ForAll long seed) {
        assertThat(written(new RandomEstate(seed).inventory())).isEqualTo(written(new RandomEstate(seed).inventory()));
    }

    static byte[] written(Inventory inventory) {
        var out = new ByteArrayOutputStream();
        try {
            NativeWriter.write(inventory, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
