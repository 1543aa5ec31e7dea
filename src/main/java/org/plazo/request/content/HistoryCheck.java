package org.plazo.request.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Direction;
import org.plazo.request.FieldProblems;
import org.plazo.request.Lifecycle;
import org.plazo.request.Parties;

/** Whether the dates of an imported request fit each other and the state it stands at. */
public final class HistoryCheck {

    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    private static final String NOT_OF_THEIRS = "does not fit a request of the other side";

    private static final Set<Lifecycle> NEEDS_SUBMISSION =
            EnumSet.of(Lifecycle.IN_REVIEW, Lifecycle.IN_CORRECTION, Lifecycle.APPROVED);
    private static final Set<Lifecycle> NEEDS_DISPATCH =
            EnumSet.of(Lifecycle.AWAITING_RESPONSE, Lifecycle.IN_ASSESSMENT, Lifecycle.CLOSED);
    private static final Set<Lifecycle> MAY_BE_DISPATCHED =
            EnumSet.of(Lifecycle.AWAITING_RESPONSE, Lifecycle.IN_ASSESSMENT, Lifecycle.CLOSED, Lifecycle.WITHDRAWN);
    private static final Set<Lifecycle> MAY_BE_ANSWERED =
            EnumSet.of(Lifecycle.IN_ASSESSMENT, Lifecycle.CLOSED, Lifecycle.WITHDRAWN);

    private final Parties parties;
    private final Instant now;

    public HistoryCheck(Parties parties, Instant now) {
        this.parties = parties;
        this.now = now;
    }

    public void check(History history, @Nullable LocalDate datedOn, FieldProblems problems) {
        if (history.direction() == Direction.OUTGOING) {
            ours(history, datedOn, problems);
        } else {
            theirs(history, datedOn, problems);
        }
    }

    /** What the other side asks is received, perhaps acknowledged, and closed by our response. */
    private void theirs(History history, @Nullable LocalDate datedOn, FieldProblems problems) {
        Lifecycle at = history.lifecycle();
        if (history.submittedAt() != null) {
            problems.add("submittedAt", NOT_OF_THEIRS);
        }
        if (history.dispatchedAt() != null) {
            problems.add("dispatchedAt", NOT_OF_THEIRS);
        }
        needs("receivedAt", history.receivedAt(), true, true, at, problems);
        needs("acknowledgedAt", history.acknowledgedAt(), false, true, at, problems);
        boolean answered = at == Lifecycle.CLOSED;
        needs("respondedAt", history.respondedAt(), answered, answered, at, problems);
        needs("closedAt", history.closedAt(), at.isFinal(), at.isFinal(), at, problems);
        notBefore("acknowledgedAt", history.acknowledgedAt(), history.receivedAt(), "receipt", problems);
        notBefore("respondedAt", history.respondedAt(), history.receivedAt(), "receipt", problems);
        notBefore("closedAt", history.closedAt(), history.respondedAt(), "response", problems);
        notBefore("closedAt", history.closedAt(), history.receivedAt(), "receipt", problems);
        channel(history.channel(), problems);
        notBeforePaper("receivedAt", history.receivedAt(), datedOn, problems);
    }

    private void ours(History history, @Nullable LocalDate datedOn, FieldProblems problems) {
        Lifecycle at = history.lifecycle();
        if (history.receivedAt() != null) {
            problems.add("receivedAt", "does not fit a request of ours");
        }
        needs("submittedAt", history.submittedAt(), NEEDS_SUBMISSION.contains(at), at != Lifecycle.DRAFT, at, problems);
        needs(
                "dispatchedAt",
                history.dispatchedAt(),
                NEEDS_DISPATCH.contains(at),
                MAY_BE_DISPATCHED.contains(at),
                at,
                problems);
        needs("acknowledgedAt", history.acknowledgedAt(), false, MAY_BE_DISPATCHED.contains(at), at, problems);
        needs(
                "respondedAt",
                history.respondedAt(),
                at == Lifecycle.IN_ASSESSMENT,
                MAY_BE_ANSWERED.contains(at),
                at,
                problems);
        needs("closedAt", history.closedAt(), at.isFinal(), at.isFinal(), at, problems);
        order(history, problems);
        dispatch(history, datedOn, problems);
    }

    private void needs(
            String field, @Nullable Instant value, boolean must, boolean may, Lifecycle at, FieldProblems problems) {
        if (must && value == null) {
            problems.add(field, "is needed for a request that is " + at);
        }
        if (!may && value != null) {
            problems.add(field, "does not fit a request that is " + at);
        }
        if (value != null && value.isAfter(now)) {
            problems.add(field, "lies in the future");
        }
        if (value != null && value.isBefore(EARLIEST)) {
            problems.add(field, "lies before 1970-01-02");
        }
    }

    private static void order(History history, FieldProblems problems) {
        notBefore("dispatchedAt", history.dispatchedAt(), history.submittedAt(), "submission", problems);
        notBefore("acknowledgedAt", history.acknowledgedAt(), history.dispatchedAt(), "dispatch", problems);
        notBefore("respondedAt", history.respondedAt(), history.dispatchedAt(), "dispatch", problems);
        notBefore("closedAt", history.closedAt(), history.respondedAt(), "response", problems);
        notBefore("closedAt", history.closedAt(), history.dispatchedAt(), "dispatch", problems);
        notBefore("closedAt", history.closedAt(), history.submittedAt(), "submission", problems);
    }

    private static void notBefore(
            String field, @Nullable Instant value, @Nullable Instant earlier, String what, FieldProblems problems) {
        if (value != null && earlier != null && value.isBefore(earlier)) {
            problems.add(field, "lies before the " + what);
        }
    }

    private void dispatch(History history, @Nullable LocalDate datedOn, FieldProblems problems) {
        Instant dispatchedAt = history.dispatchedAt();
        if (dispatchedAt == null) {
            without("channel", history.channel(), problems);
            without("acknowledgedAt", history.acknowledgedAt(), problems);
            without("respondedAt", history.respondedAt(), problems);
            return;
        }
        channel(history.channel(), problems);
        notBeforePaper("dispatchedAt", dispatchedAt, datedOn, problems);
    }

    private void channel(@Nullable String channel, FieldProblems problems) {
        if (channel != null && parties.channel(channel).isEmpty()) {
            problems.add("channel", "unknown code");
        }
    }

    private void notBeforePaper(
            String field, @Nullable Instant at, @Nullable LocalDate datedOn, FieldProblems problems) {
        if (at != null
                && datedOn != null
                && at.atZone(parties.home().zone()).toLocalDate().isBefore(datedOn)) {
            problems.add(field, "lies before the date of the request");
        }
    }

    private static void without(String field, @Nullable Object value, FieldProblems problems) {
        if (value != null) {
            problems.add(field, "does not fit without a dispatch");
        }
    }
}
