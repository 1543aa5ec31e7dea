package org.plazo.request.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.CalendarProposal;
import org.plazo.calendar.CalendarsChanged;
import org.plazo.request.CalendarChange;
import org.plazo.request.CalendarChanges;
import org.plazo.request.CalendarsNotApplicable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.InvalidInput;
import org.plazo.request.MovedDeadline;
import org.plazo.security.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed calendars would do to running deadlines, and putting them in force, for administrators. */
@RestController
@RequestMapping("/api/calendars/changes")
class CalendarChangesController {

    private static final int HIGHEST_PAGE = 1_000_000;

    private final CalendarChanges changes;
    private final CurrentActor actor;

    CalendarChangesController(CalendarChanges changes, CurrentActor actor) {
        this.changes = changes;
        this.actor = actor;
    }

    /** @param page from 0 */
    @GetMapping
    ChangeView change(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + CalendarChanges.MOST_SHOWN) int size) {
        if (page < 0 || page > HIGHEST_PAGE) {
            throw new InvalidInput("page", "must be 0 to " + HIGHEST_PAGE);
        }
        if (size < 1 || size > CalendarChanges.MOST_SHOWN) {
            throw new InvalidInput("size", "must be 1 to " + CalendarChanges.MOST_SHOWN);
        }
        return ChangeView.of(changes.change(page, size, actor.get()), size, changes.following());
    }

    /** @param hash of the change that was looked at */
    @PostMapping("/{hash}/application")
    ResponseEntity<AppliedView> apply(@PathVariable String hash, @RequestBody ApplicationInput input) {
        String reason = input.reason() == null ? "" : input.reason();
        return ResponseEntity.accepted().body(new AppliedView(changes.apply(hash, reason, actor.get())));
    }

    @ExceptionHandler
    ProblemDetail changedMeanwhile(CalendarsChanged problem) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, problem.getMessage());
        body.setProperty("field", "hash");
        return body;
    }

    @ExceptionHandler
    ProblemDetail notApplicable(CalendarsNotApplicable problem) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, problem.getMessage());
        body.setProperty("cause", problem.why());
        return body;
    }

    /** @param reason stands in the ledger beside each date that moves */
    record ApplicationInput(@Nullable String reason) {}

    /** @param version of the calendars; running deadlines follow in the background */
    record AppliedView(int version) {}

    /** @param problem what is wrong with a BROKEN file */
    record FileView(
            String id,
            CalendarProposal.State state,
            @Nullable String problem) {}

    /**
     * A deadline that would move.
     *
     * @param authority the counterpart's
     * @param days how much later it would be
     */
    record MovedView(
            String reference,
            DeadlineKind kind,
            String authority,
            LocalDate dueOn,
            Instant dueAt,
            LocalDate newDueOn,
            Instant newDueAt,
            long days) {

        static MovedView of(MovedDeadline moved) {
            return new MovedView(
                    moved.reference(),
                    moved.kind(),
                    moved.authority(),
                    moved.fromDueOn(),
                    moved.fromDueAt(),
                    moved.toDueOn(),
                    moved.toDueAt(),
                    moved.days());
        }
    }

    /**
     * @param version the calendars in force
     * @param following whether running deadlines have still to follow those
     * @param hash to be sent back with the application
     * @param moved hidden ones included
     */
    record ChangeView(
            int version,
            boolean following,
            boolean pending,
            String hash,
            List<FileView> calendars,
            long moved,
            long hidden,
            long notComputable,
            int page,
            long pages,
            List<MovedView> deadlines) {

        static ChangeView of(CalendarChange change, int size, boolean following) {
            CalendarProposal proposal = change.proposal();
            return new ChangeView(
                    proposal.basedOn(),
                    following,
                    !proposal.isEmpty(),
                    proposal.hash(),
                    proposal.files().stream()
                            .map(file -> new FileView(file.id(), file.state(), file.problem()))
                            .toList(),
                    change.moved(),
                    change.hidden(),
                    change.notComputable(),
                    change.page(),
                    (change.moved() - change.hidden() + size - 1) / size,
                    change.shown().stream().map(MovedView::of).toList());
        }
    }
}
