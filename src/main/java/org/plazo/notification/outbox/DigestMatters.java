package org.plazo.notification.outbox;

import java.time.Instant;
import java.util.List;
import org.plazo.request.RunningImports;
import org.springframework.stereotype.Component;

/** What a person's next digest tells. What came due by an import waits until no import is running. */
@Component
class DigestMatters {

    private final NotificationRows notifications;
    private final RunningImports imports;

    DigestMatters(NotificationRows notifications, RunningImports imports) {
        this.notifications = notifications;
        this.imports = imports;
    }

    /** Who is to get a digest now: see {@link NotificationRows#digestRecipients}. */
    List<String> recipients(Instant oldest) {
        return notifications.digestRecipients(oldest, !imports.anyRunning());
    }

    /** Locked, until the caller's transaction ends. */
    List<PendingMatter> lock(String recipient) {
        List<PendingMatter> matters = notifications.lockForDigest(recipient);
        // asked afterwards: an import whose rows were just seen is seen running, unless it has ended
        return matters.stream().anyMatch(PendingMatter::gathered) && imports.anyRunning()
                ? matters.stream().filter(matter -> !matter.gathered()).toList()
                : matters;
    }
}
