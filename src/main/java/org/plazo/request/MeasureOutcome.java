package org.plazo.request;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of one thing that was sought, or of the whole request. */
public enum MeasureOutcome {
    EXECUTED,
    PARTLY_EXECUTED,
    REFUSED,
    /** Granted under conditions, which the reasons state. */
    CONDITIONAL,
    POSTPONED,
    TRANSFERRED,
    NOT_HELD,
    LAPSED,
    WITHDRAWN;

    private static final Set<MeasureOutcome> SOMETHING_CAME = EnumSet.of(EXECUTED, PARTLY_EXECUTED, CONDITIONAL);

    /** Whether it must say on which ground. */
    public boolean needsGround() {
        return this == REFUSED || this == POSTPONED;
    }

    /** Whether it must say why: a refusal without reasons is none, and conditions must be known. */
    public boolean needsReasons() {
        return this == REFUSED || this == CONDITIONAL;
    }

    /**
     * The outcome of a whole request. What came for some measures and not for others is partly executed; of several
     * different negative outcomes the one that stands first here counts.
     *
     * @param measures one for each measure, null for those that are pending
     * @return null while nothing can be said
     */
    public static @Nullable MeasureOutcome ofAll(Collection<@Nullable MeasureOutcome> measures) {
        EnumSet<MeasureOutcome> settled = EnumSet.noneOf(MeasureOutcome.class);
        measures.stream().filter(Objects::nonNull).forEach(settled::add);
        boolean pending = measures.stream().anyMatch(Objects::isNull);
        if (settled.isEmpty()) {
            return null;
        }
        if (settled.stream().anyMatch(SOMETHING_CAME::contains)) {
            return settled.size() == 1 && !pending ? settled.iterator().next() : PARTLY_EXECUTED;
        }
        return pending ? null : settled.iterator().next();
    }
}
