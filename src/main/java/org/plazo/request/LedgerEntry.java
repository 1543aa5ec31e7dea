package org.plazo.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.LocalizedText;

/**
 * One change of a request.
 *
 * @param recordedAt when it was entered, {@code effectiveAt} when it happened
 * @param actor user id, or {@code system}
 * @param subject code of what the action is about: a deadline, a step, an outcome
 * @param from code of the state, or the date, before; {@code to} after
 * @param sentence the same in words, made at reading
 */
public record LedgerEntry(
        long id,
        Instant recordedAt,
        Instant effectiveAt,
        String actor,
        LedgerAction action,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        LocalizedText sentence) {}
