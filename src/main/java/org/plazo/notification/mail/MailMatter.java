package org.plazo.notification.mail;

import java.time.Instant;
import org.plazo.request.Urgency;

/** What a mail says of one request. */
public record MailMatter(Code reference, Code authority, Code crimeArea, Urgency urgency, Instant dueAt) {}
