package dev.premotion.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuModelTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Intel(R) Xeon(R) Silver 4208 CPU @ 2.10GHz,     intel Cascade Lake,    intel-cascadelake",
                "Intel(R) Xeon(R) Silver 4215R CPU @ 3.20GHz,    intel Cascade Lake,    intel-cascadelake",
                "Intel(R) Xeon(R) Gold 5218 CPU @ 2.30GHz,       intel Cascade Lake,    intel-cascadelake",
                "Intel(R) Xeon(R) Platinum 8260 CPU @ 2.40GHz,   intel Cascade Lake,    intel-cascadelake",
                "Intel(R) Xeon(R) Gold 6143 CPU @ 2.80GHz,       intel Skylake,         intel-skylake",
                "Intel(R) Xeon(R) Gold 6128 CPU @ 3.40GHz,       intel Skylake,         intel-skylake",
                "INTEL(R) XEON(R) GOLD 6526Y,                    intel Emerald Rapids,  intel-sapphirerapids",
                "Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz,       intel Ice Lake,        intel-icelake",
                "Intel(R) Xeon(R) Platinum 8380 CPU @ 2.30GHz,   intel Ice Lake,        intel-icelake",
                "Intel(R) Xeon(R) Platinum 8376H CPU @ 2.60GHz,  intel Cooper Lake,     -",
                "Intel(R) Xeon(R) Platinum 8480+,                intel Sapphire Rapids, intel-sapphirerapids",
                "Intel(R) Xeon(R) CPU E5-2687W v4 @ 3.00GHz,     intel Broadwell,       intel-broadwell",
                "Intel(R) Xeon(R) CPU E5-2697 v3 @ 2.60GHz,      intel Haswell,         intel-haswell",
                "Intel(R) Xeon(R) CPU E5-2697 v2 @ 2.70GHz,      intel Ivy Bridge,      intel-ivybridge",
                "Intel(R) Xeon(R) CPU E5-2690 0 @ 2.90GHz,       intel Sandy Bridge,    intel-sandybridge",
                "Intel(R) Xeon(R) CPU E7-8890 v4 @ 2.20GHz,      intel Broadwell,       intel-broadwell",
                "Intel(R) Xeon(R) CPU E7- 4870  @ 2.40GHz,       intel Westmere,        intel-westmere",
                "Intel(R) Xeon(R) CPU E7-4870 @ 2.40GHz,         intel Westmere,        intel-westmere",
                "Intel(R) Xeon(R) CPU           X5690  @ 3.47GHz, intel Westmere,       intel-westmere",
                "Intel(R) Xeon(R) CPU           X5570  @ 2.93GHz, intel Nehalem,        intel-nehalem",
                "Intel(R) Xeon(R) CPU           E5450  @ 3.00GHz, intel Penryn,         intel-penryn",
                "Intel(R) Xeon(R) CPU            5160  @ 3.00GHz, intel Merom,          intel-merom",
                "Intel(R) Xeon(R) E-2334 CPU @ 3.40GHz,          intel Rocket Lake,     -",
                "Intel(R) Xeon(R) E-2288G CPU @ 3.70GHz,         intel Coffee Lake,     -",
                "Intel(R) Xeon(R) CPU E3-1230 v6 @ 3.50GHz,      intel Kaby Lake,       -",
                "Intel(R) Xeon(R) CPU D-1541 @ 2.10GHz,          intel Broadwell,       -",
                "Intel(R) Xeon(R) 6787P,                         intel Xeon 6,          -",
                "Intel(R) Core(TM) i7-8550U CPU @ 1.80GHz,       intel,                 -",
                "AMD EPYC 7601 32-Core Processor,                amd Zen,               amd-zen",
                "AMD EPYC 7251 8-Core Processor,                 amd Zen,               amd-zen",
                "AMD EPYC 7742 64-Core Processor,                amd Zen 2,             -",
                "AMD EPYC 7F52 16-Core Processor,                amd Zen 2,             -",
                "AMD EPYC 7543 32-Core Processor,                amd Zen 3,             -",
                "AMD EPYC 73F3 16-Core Processor,                amd Zen 3,             -",
                "AMD EPYC 9654P 96-Core Processor,               amd Zen 4,             -",
                "AMD EPYC 9274F 24-Core Processor,               amd Zen 4,             -",
                "AMD EPYC 9755 128-Core Processor,               amd Zen 5,             -",
                "AMD Opteron(tm) Processor 6174,                 amd Opteron Generation 3, amd-greyhound",
                "AMD Opteron(TM) Processor 6274,                 amd Bulldozer,         amd-bulldozer",
                "AMD Opteron(tm) Processor 6376,                 amd Piledriver,        amd-piledriver",
                "Intel(R) Xeon(R) Gold 6430,                     intel Sapphire Rapids, intel-sapphirerapids",
                "Intel(R) Xeon(R) Silver 4514Y,                  intel Emerald Rapids,  intel-sapphirerapids",
                "Intel(R) Xeon(R) CPU E5-2650L v3 @ 1.80GHz,     intel Haswell,         intel-haswell",
                "Intel(R) Xeon(R) CPU           E7320  @ 2.13GHz, intel Merom,          intel-merom",
                "AMD EPYC 7302P 16-Core Processor,               amd Zen 2,             -",
                "AMD EPYC 8324P 32-Core Processor,               amd Zen 4,             -",
                "AMD EPYC 4564P 16-Core Processor,               amd,                   -",
                "AMD Something New 1,                            amd,                   -",
            })
    void tellsGenerationAndHighestMode(String model, String shown, @Nullable String evc) {
        assertThat(Loaded.TABLES.cpu(model)).hasToString(shown);
        assertThat(Objects.toString(Loaded.TABLES.evcOfCpu(model))).isEqualTo(String.valueOf(evc));
    }

    @Test
    void whatIsNoProcessorIsAbsent() {
        assertThat(Loaded.TABLES.cpu("Apple M2")).isNull();
        assertThat(Loaded.TABLES.cpu("")).isNull();
        assertThat(Loaded.TABLES.cpu(null)).isNull();
        assertThat(Loaded.TABLES.evcOfCpu(null)).isNull();
    }

    @Test
    void aModeThatIsNotVerifiedIsNotGiven() {
        var rows = Csv.read(Loaded.RULES.resolve("cpu-models.csv"), CpuModels.COLUMNS)
                .rows();
        assertThat(rows).anyMatch(r -> r.sourced() == Status.U && r.optional("evc") != null);
        assertThat(Loaded.TABLES.cpu("AMD EPYC 7543 32-Core Processor")).isEqualTo(new CpuModel("amd", "Zen 3", null));
    }
}
