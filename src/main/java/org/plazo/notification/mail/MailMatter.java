package org.plazo.notification.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Urgency;

/**
 * What a mail says of one request.
 *
 * @param authority the other side's
 * @param agency the one of ours that executes what the other side asks; null if none does
 */
public record MailMatter(
        Code reference, Code authority, @Nullable Code agency, Code crimeArea, Urgency urgency, Instant dueAt) {}
