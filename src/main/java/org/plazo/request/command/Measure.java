package org.plazo.request.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.Settlement;
import org.springframework.data.relational.core.mapping.Table;

/** One thing sought; {@code outcome} is what became of it, null while it is pending. */
@Table("measure")
record Measure(
        String description,
        @Nullable MeasureOutcome outcome,
        @Nullable String ground,
        @Nullable String reasons,
        @Nullable Instant settledAt) {

    static Measure sought(String description) {
        return new Measure(description.strip(), null, null, null, null);
    }

    Measure settled(Settlement settlement, Instant at) {
        return new Measure(description, settlement.outcome(), settlement.ground(), settlement.reasons(), at);
    }
}
