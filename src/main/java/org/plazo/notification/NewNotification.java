package org.plazo.notification;

import org.plazo.request.DeadlineKind;
import org.plazo.request.Urgency;

/**
 * Something a person is to be told: one escalation step of one deadline. Codes and ids only.
 *
 * @param generation the deadline's generation of steps; a step is told once per generation
 * @param step the step's code, such as OVERDUE
 * @param recipient user id
 * @param gathered whether it came due by an import: then it waits for the import's end and is told in a digest, however
 *     urgent it is
 */
public record NewNotification(
        long requestId,
        long deadlineId,
        DeadlineKind kind,
        int generation,
        String step,
        Urgency urgency,
        String recipient,
        boolean gathered) {

    public NewNotification(
            long requestId,
            long deadlineId,
            DeadlineKind kind,
            int generation,
            String step,
            Urgency urgency,
            String recipient) {
        this(requestId, deadlineId, kind, generation, step, urgency, recipient, false);
    }
}
