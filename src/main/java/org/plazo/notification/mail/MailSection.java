package org.plazo.notification.mail;

import java.util.List;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;

/**
 * The matters of one escalation step of one kind of deadline and one direction, the longest overdue first.
 *
 * @param more how many further matters the section only counts
 */
public record MailSection(Code step, Direction direction, DeadlineKind kind, List<MailMatter> matters, int more) {

    public MailSection {
        matters = List.copyOf(matters);
    }

    public int size() {
        return matters.size() + more;
    }
}
