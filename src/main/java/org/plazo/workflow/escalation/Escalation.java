package org.plazo.workflow.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plazo.notification.NewNotification;
import org.plazo.notification.Notifications;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestDeadline;
import org.plazo.workflow.policy.OutwardAction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the steps of the ladders. Everything a step does is written in the transaction of the timer that fired. */
@Component
public class Escalation {

    private final RunningDeadlines running;
    private final StepPlan plan;
    private final EscalationSteps steps;
    private final Recipients recipients;
    private final Notifications notifications;
    private final RequestCommands register;
    private final Clock clock;

    Escalation(
            RunningDeadlines running,
            StepPlan plan,
            EscalationSteps steps,
            Recipients recipients,
            Notifications notifications,
            RequestCommands register,
            Clock clock) {
        this.running = running;
        this.plan = plan;
        this.steps = steps;
        this.recipients = recipients;
        this.notifications = notifications;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Takes the highest step that is due now and skips every lower one, so that after an outage nobody gets a whole ladder
     * at once. A step that waits for a promised day is not skipped before that day. Nothing happens if nothing is due: the job runs a second time, or what was awaited has come meanwhile.
     *
     * @return what the step asks for outwardly
     */
    @Transactional
    public OutwardAction take(String reference, DeadlineKind kind) {
        RunningDeadline matter = running.find(reference, kind).orElse(null);
        if (matter == null) {
            return OutwardAction.NONE;
        }
        Instant now = clock.instant();
        List<OpenStep> open = plan.open(matter.deadline(), matter.request());
        Optional<OpenStep> highest = open.stream()
                .filter(step -> !step.at().isAfter(now))
                .max(Comparator.<OpenStep>comparingInt(step -> step.step().level())
                        .thenComparing(OpenStep::at));
        if (highest.isEmpty()) {
            return OutwardAction.NONE;
        }
        OpenStep due = highest.get();
        for (OpenStep step : open) {
            boolean isDue = !step.at().isAfter(now);
            boolean overtaken =
                    step != due && (isDue || (step.step().level() < due.step().level() && !step.promised()));
            if (overtaken) {
                decide(matter, step, false, 0, now);
            }
        }
        Set<String> people = recipients.of(due.step().recipients(), matter.request());
        decide(matter, due, true, people.size(), now);
        people.forEach(person -> tell(matter, due, person));
        if (people.isEmpty() && !due.step().recipients().isEmpty()) {
            register.recordUnheard(
                    matter.request().reference(),
                    matter.deadline().kind(),
                    due.step().step());
        }
        if (due.step().outward() == OutwardAction.DIALOGUE_AGENDA) {
            steps.putOnAgenda(matter.deadline(), now);
        }
        return due.step().outward();
    }

    /** After a ladder was exchanged: skips what a higher step that was taken has overtaken. */
    @Transactional
    public void skipOvertaken(String reference, DeadlineKind kind) {
        Instant now = clock.instant();
        running.find(reference, kind).ifPresent(matter -> StepPlan.overtaken(
                        now, plan.open(matter.deadline(), matter.request()), plan.decided(matter.deadline()))
                .forEach(step -> decide(matter, step, false, 0, now)));
    }

    private void decide(RunningDeadline matter, OpenStep step, boolean taken, int told, Instant now) {
        // first the register, which locks the request until this is decided
        register.recordEscalation(
                matter.request().reference(),
                matter.deadline().kind(),
                step.step().step(),
                taken);
        steps.decide(matter.deadline(), step, taken, told, now);
    }

    private void tell(RunningDeadline matter, OpenStep due, String recipient) {
        RequestDeadline deadline = matter.deadline();
        notifications.enqueue(new NewNotification(
                matter.request().id(),
                deadline.id(),
                deadline.kind(),
                due.generation(),
                due.step().step(),
                matter.request().urgency(),
                recipient,
                ImportedSteps.areBeingTaken()));
    }
}
