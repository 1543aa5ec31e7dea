package org.plazo.workflow.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.InvalidInput;
import org.plazo.security.CurrentActor;
import org.plazo.workflow.change.ChangedDeadline;
import org.plazo.workflow.change.PolicyApplication;
import org.plazo.workflow.change.PolicyChange;
import org.plazo.workflow.change.PolicyChanges;
import org.plazo.workflow.change.PolicyProposal;
import org.plazo.workflow.deployment.TableFiles.State;
import org.plazo.workflow.escalation.PlannedStep;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed time limits and ladders would do to running deadlines, and publishing them, for administrators. */
@RestController
@RequestMapping("/api/policies/changes")
class PolicyChangesController {

    private static final int HIGHEST_PAGE = 1_000_000;

    private final PolicyChanges changes;
    private final CurrentActor actor;

    PolicyChangesController(PolicyChanges changes, CurrentActor actor) {
        this.changes = changes;
        this.actor = actor;
    }

    /** @param page from 0 */
    @GetMapping
    ChangeView change(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + PolicyChanges.MOST_SHOWN) int size,
            Locale reader) {
        if (page < 0 || page > HIGHEST_PAGE) {
            throw new InvalidInput("page", "must be 0 to " + HIGHEST_PAGE);
        }
        if (size < 1 || size > PolicyChanges.MOST_SHOWN) {
            throw new InvalidInput("size", "must be 1 to " + PolicyChanges.MOST_SHOWN);
        }
        return ChangeView.of(changes.change(page, size, actor.get()), size, changes.following(), reader);
    }

    /** @param hash of the change that was looked at */
    @PostMapping("/{hash}/application")
    ResponseEntity<AppliedView> apply(@PathVariable String hash, @RequestBody ApplicationInput input) {
        if (input.running() == null) {
            throw new InvalidInput("running", "is missing");
        }
        String reason = input.reason() == null ? "" : input.reason();
        return ResponseEntity.accepted()
                .body(AppliedView.of(changes.apply(hash, reason, input.running(), actor.get())));
    }

    /**
     * @param reason stands in the ledger beside each date that moves
     * @param running whether running deadlines follow; else the tables count for new ones only
     */
    record ApplicationInput(
            @Nullable String reason, @Nullable Boolean running) {}

    /** The versions in force; running deadlines follow in the background if they are to. */
    record AppliedView(int timeLimits, int ladder, boolean running) {

        static AppliedView of(PolicyApplication application) {
            return new AppliedView(application.timeLimits(), application.ladder(), application.running());
        }
    }

    /** @param problems what is wrong with a BROKEN file */
    record TableView(String id, State state, int version, List<String> problems) {}

    /** @param at if it lies in the past, it is taken at once */
    record StepView(String step, Instant at) {

        static @Nullable StepView of(@Nullable PlannedStep step) {
            return step == null ? null : new StepView(step.step(), step.at());
        }
    }

    /**
     * A deadline that would have another date or other steps.
     *
     * @param authority the counterpart's
     * @param days how much later it would be
     * @param step the first of its coming steps that would be another one or at another time
     * @param newStep what would stand in its place
     */
    record MovedView(
            String reference,
            DeadlineKind kind,
            String authority,
            LocalDate dueOn,
            Instant dueAt,
            LocalDate newDueOn,
            Instant newDueAt,
            long days,
            @Nullable StepView step,
            @Nullable StepView newStep) {

        static MovedView of(ChangedDeadline changed) {
            return new MovedView(
                    changed.request().reference(),
                    changed.before().kind(),
                    changed.authority(),
                    changed.before().dueOn(),
                    changed.before().dueAt(),
                    changed.after().dueOn(),
                    changed.after().dueAt(),
                    changed.days(),
                    StepView.of(changed.stepBefore()),
                    StepView.of(changed.stepAfter()));
        }
    }

    /**
     * @param following whether running deadlines have still to follow the last decision
     * @param pending whether a changed table waits to be published
     * @param hash to be sent back with the application
     * @param moved hidden ones included
     * @param unmoved how many more would follow other terms without that anything moves now
     */
    record ChangeView(
            boolean following,
            boolean pending,
            String hash,
            List<TableView> tables,
            long moved,
            long hidden,
            long unmoved,
            long notComputable,
            int page,
            long pages,
            List<MovedView> deadlines) {

        static ChangeView of(PolicyChange change, int size, boolean following, Locale reader) {
            PolicyProposal proposal = change.proposal();
            return new ChangeView(
                    following,
                    proposal.isPending(),
                    proposal.hash(),
                    proposal.files().stream()
                            .map(file -> new TableView(
                                    file.id(),
                                    file.state(),
                                    file.version(),
                                    file.problems().stream()
                                            .map(problem -> problem.text(reader))
                                            .toList()))
                            .toList(),
                    change.moved(),
                    change.hidden(),
                    change.unmoved(),
                    change.notComputable(),
                    change.page(),
                    (change.moved() - change.hidden() + size - 1) / size,
                    change.shown().stream().map(MovedView::of).toList());
        }
    }
}
