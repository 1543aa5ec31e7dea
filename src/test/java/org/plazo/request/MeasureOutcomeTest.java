package org.plazo.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.request.MeasureOutcome.EXECUTED;
import static org.plazo.request.MeasureOutcome.LAPSED;
import static org.plazo.request.MeasureOutcome.NOT_HELD;
import static org.plazo.request.MeasureOutcome.PARTLY_EXECUTED;
import static org.plazo.request.MeasureOutcome.REFUSED;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeasureOutcomeTest {

    @Test
    void saysNothingWhileEverythingIsPending() {
        assertThat(whole(null, null)).isNull();
        assertThat(whole(REFUSED, null)).as("the other may still come").isNull();
    }

    @Test
    void isWhatAllMeasuresAre() {
        assertThat(whole(EXECUTED, EXECUTED)).isEqualTo(EXECUTED);
        assertThat(whole(NOT_HELD)).isEqualTo(NOT_HELD);
    }

    @Test
    void isPartlyExecutedOnceSomethingCameAndNotEverything() {
        assertThat(whole(EXECUTED, null)).isEqualTo(PARTLY_EXECUTED);
        assertThat(whole(EXECUTED, REFUSED)).isEqualTo(PARTLY_EXECUTED);
        assertThat(whole(PARTLY_EXECUTED, NOT_HELD)).isEqualTo(PARTLY_EXECUTED);
    }

    @Test
    void isTheGravestOfSeveralNegativeOnes() {
        assertThat(whole(LAPSED, NOT_HELD, REFUSED)).isEqualTo(REFUSED);
        assertThat(whole(LAPSED, NOT_HELD)).isEqualTo(NOT_HELD);
    }

    private static MeasureOutcome whole(MeasureOutcome... measures) {
        return MeasureOutcome.ofAll(Arrays.asList(measures));
    }
}
