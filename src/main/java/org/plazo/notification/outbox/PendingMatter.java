package org.plazo.notification.outbox;

import org.plazo.request.DeadlineKind;
import org.plazo.request.Urgency;

/** A row of the table {@code notification} that is still to be told. */
record PendingMatter(
        long id,
        long requestId,
        long deadlineId,
        DeadlineKind kind,
        String step,
        Urgency urgency,
        String recipient,
        boolean gathered) {}
