package org.plazo.workflow.escalation;

import java.util.List;
import java.util.Set;
import org.plazo.notification.NewNotification;
import org.plazo.notification.Notifications;
import org.plazo.request.RequestCommands;
import org.plazo.workflow.policy.Recipient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of steps that nobody could be told of, as soon as there is somebody who may know. Notices too when those who were to
 * be told lost sight of the request before their mail left.
 */
@Component
class UnheardSteps {

    private static final int AT_ONCE = 500;

    private final EscalationSteps steps;
    private final RunningDeadlines running;
    private final StepPlan plan;
    private final Recipients recipients;
    private final Notifications notifications;
    private final RequestCommands register;
    private final TransactionTemplate transaction;

    UnheardSteps(
            EscalationSteps steps,
            RunningDeadlines running,
            StepPlan plan,
            Recipients recipients,
            Notifications notifications,
            RequestCommands register,
            TransactionTemplate transaction) {
        this.steps = steps;
        this.running = running;
        this.plan = plan;
        this.recipients = recipients;
        this.notifications = notifications;
        this.register = register;
        this.transaction = transaction;
    }

    void tryAgain() {
        for (UnheardStep step : steps.silenced(AT_ONCE)) {
            transaction.executeWithoutResult(status -> {
                int told = tell(step);
                steps.told(step.id(), told);
                if (told == 0) {
                    register.recordUnheard(step.reference(), step.kind(), step.step());
                }
            });
        }
        for (UnheardStep step : steps.unheard(AT_ONCE)) {
            transaction.executeWithoutResult(status -> steps.told(step.id(), tell(step)));
        }
    }

    private int tell(UnheardStep step) {
        return running.find(step.reference(), step.kind()).stream()
                .mapToInt(matter -> tell(matter, step))
                .sum();
    }

    private int tell(RunningDeadline matter, UnheardStep step) {
        Set<Recipient> asked = plan.recipients(step.step(), matter.deadline(), matter.request());
        List<String> told = recipients.of(asked, matter.request()).stream()
                .filter(person -> notifications.enqueue(new NewNotification(
                        matter.request().id(),
                        matter.deadline().id(),
                        step.kind(),
                        step.generation(),
                        step.step(),
                        matter.request().urgency(),
                        person)))
                .toList();
        return told.size();
    }
}
