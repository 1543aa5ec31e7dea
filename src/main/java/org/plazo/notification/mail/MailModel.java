package org.plazo.notification.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.plazo.request.Urgency;

/**
 * All that a mail can say. By its types it cannot hold a label, a fact, a name or anything else that somebody typed.
 *
 * @param urgency ROUTINE for a digest
 * @param restricted how many matters are not described at all
 * @param now the instant that "overdue" refers to
 */
public record MailModel(Locale language, Urgency urgency, List<MailSection> sections, int restricted, Instant now) {

    public MailModel {
        sections = List.copyOf(sections);
    }

    /** How many matters the mail is about. */
    public int size() {
        return restricted + sections.stream().mapToInt(MailSection::size).sum();
    }
}
