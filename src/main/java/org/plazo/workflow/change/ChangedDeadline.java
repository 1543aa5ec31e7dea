package org.plazo.workflow.change;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestSummary;
import org.plazo.workflow.escalation.PlannedStep;

/**
 * A running or paused deadline, as it is and as it would be under other tables.
 *
 * @param stepBefore the first of its coming steps that would be another one or at another time; null: there is none on that
 *     side
 * @param stepAfter what would stand in its place
 */
public record ChangedDeadline(
        RequestSummary request,
        RequestDeadline before,
        RequestDeadline after,
        @Nullable PlannedStep stepBefore,
        @Nullable PlannedStep stepAfter) {

    public boolean isMoved() {
        return !before.dueAt().equals(after.dueAt()) || stepBefore != null || stepAfter != null;
    }

    /** Positive: due later; 0: on the same day. */
    public long days() {
        return ChronoUnit.DAYS.between(before.dueOn(), after.dueOn());
    }

    /** Code of the authority on the other side. */
    public String authority() {
        return switch (request.direction()) {
            case OUTGOING -> request.requestedAuthority();
            case INCOMING -> request.requestingAuthority();
        };
    }
}
