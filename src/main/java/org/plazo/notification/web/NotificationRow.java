package org.plazo.notification.web;

import org.jspecify.annotations.Nullable;
import org.plazo.notification.outbox.NotificationEntry;

/**
 * A row of the list.
 *
 * @param reference of its request; null if the request is not there any more
 * @param recipientName as shown, his user id if he is unknown
 * @param mailReadable whether the reader may open its mail
 */
public record NotificationRow(
        NotificationEntry entry, @Nullable String reference, String recipientName, boolean mailReadable) {}
