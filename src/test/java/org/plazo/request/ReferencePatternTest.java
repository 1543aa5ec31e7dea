package org.plazo.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plazo.request.parties.PartiesFile;

class ReferencePatternTest {

    private static final Parties PARTIES = PartiesFile.read(Path.of("config/parties.yaml"), id -> true);

    @ParameterizedTest
    @CsvSource({
        "{home}-{direction}-{year}-{number:4}, 42, CU-OUT-2026-0042",
        "{home}-{direction}-{year}-{number:4}, 12345, CU-OUT-2026-12345",
        "{year}.{number}_{counterpart}, 7, 2026.7_US",
        "SC-{year}{number:6}, 42, SC-2026000042"
    })
    void fillsThePlaceholders(String pattern, long number, String reference) {
        assertThat(new ReferencePattern(pattern)
                        .reference(PARTIES.home(), PARTIES.counterpart(), Direction.OUTGOING, 2026, number))
                .isEqualTo(reference);
    }

    @Test
    void countsAnewWhereverTheRestDiffers() {
        ReferencePattern pattern = new ReferencePattern("{home}-{direction}-{year}-{number:4}");
        assertThat(pattern.series(PARTIES.home(), PARTIES.counterpart(), Direction.OUTGOING, 2026))
                .isEqualTo("CU-OUT-2026-#");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{year}",
                "{number}",
                "{year}-{number}-{number}",
                "{year}/{number}",
                "{year} {number}",
                "{yaer}-{number}",
                "{year}-{number:0}",
                "{year}-{number:12}",
                "{year}-{number",
                "ñ{year}{number}",
                "AAAAAAAAAAAAAAAAAAAAAAAA-{year}-{number}"
            })
    void refusesWhatWouldNotMakeGoodReferences(String pattern) {
        assertThatThrownBy(() -> new ReferencePattern(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}
