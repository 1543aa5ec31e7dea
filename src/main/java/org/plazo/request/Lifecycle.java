package org.plazo.request;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands. Acknowledgement, pause and postponement are no states: they are facts with a clock of their own,
 * and a request goes on beside them.
 */
public enum Lifecycle {
    DRAFT(Direction.OUTGOING),
    IN_REVIEW(Direction.OUTGOING),
    IN_CORRECTION(Direction.OUTGOING),
    APPROVED(Direction.OUTGOING),
    AWAITING_RESPONSE(Direction.OUTGOING),
    IN_ASSESSMENT(Direction.OUTGOING),
    /** It is with us and has our reference, but nobody has registered yet what it asks for. */
    RECEIVED(Direction.INCOMING),
    /** Whether we can do what is asked is to be decided. */
    IN_ADMISSIBILITY(Direction.INCOMING),
    /** Admissible; no agency of ours has it yet. */
    ADMITTED(Direction.INCOMING),
    IN_EXECUTION(Direction.INCOMING),
    /** Everything sought has its outcome; the response is to be written. */
    IN_DRAFTING(Direction.INCOMING),
    IN_CLEARANCE(Direction.INCOMING),
    /** The response may be sent. */
    CLEARED(Direction.INCOMING),
    CLOSED(null),
    WITHDRAWN(null),
    /** Given on to somebody for whom we do not speak. */
    TRANSFERRED(Direction.INCOMING);

    private final @Nullable Direction direction;

    Lifecycle(@Nullable Direction direction) {
        this.direction = direction;
    }

    /** Where a request of this direction can stand, in the order of its life. */
    public static Set<Lifecycle> of(Direction direction) {
        return Arrays.stream(values())
                .filter(each -> each.direction == null || each.direction == direction)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Lifecycle.class)));
    }

    /** Where a request of this direction can stand while something is still to be done. */
    public static Set<Lifecycle> openOf(Direction direction) {
        Set<Lifecycle> open = of(direction);
        open.removeIf(Lifecycle::isFinal);
        return open;
    }

    /** Whether nothing more will happen to the request. */
    public boolean isFinal() {
        return this == CLOSED || this == WITHDRAWN || this == TRANSFERRED;
    }

    /** Whether what stands on the paper may still be changed. */
    public boolean isPaperOpen() {
        return this == DRAFT || this == IN_CORRECTION || this == RECEIVED;
    }
}
