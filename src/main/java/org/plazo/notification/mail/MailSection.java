package org.plazo.notification.mail;

import java.util.List;
import org.plazo.request.DeadlineKind;

/**
 * The matters of one escalation step of one kind of deadline, the longest overdue first.
 *
 * @param more how many further matters the section only counts
 */
public record MailSection(Code step, DeadlineKind kind, List<MailMatter> matters, int more) {

    public MailSection {
        matters = List.copyOf(matters);
    }

    public int size() {
        return matters.size() + more;
    }
}
