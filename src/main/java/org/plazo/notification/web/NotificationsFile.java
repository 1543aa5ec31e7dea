package org.plazo.notification.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.export.ExportedList;
import org.plazo.export.Exports;
import org.plazo.notification.outbox.NotificationEntry;
import org.plazo.notification.outbox.NotificationState;
import org.plazo.notification.outbox.OutboxQueries;
import org.plazo.request.Parties;
import org.plazo.request.ReadableRequests;
import org.plazo.security.CurrentActor;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of notifications to take away, as far as the reader sees it. */
@Controller
class NotificationsFile {

    private static final int AT_ONCE = 500;

    private final OutboxQueries outbox;
    private final NotificationReader reader;
    private final Exports exports;
    private final Parties parties;
    private final CurrentActor actor;
    private final MessageSource messages;

    NotificationsFile(
            OutboxQueries outbox,
            NotificationReader reader,
            Exports exports,
            Parties parties,
            CurrentActor actor,
            MessageSource messages) {
        this.outbox = outbox;
        this.reader = reader;
        this.exports = exports;
        this.parties = parties;
        this.actor = actor;
        this.messages = messages;
    }

    @GetMapping("/notifications.csv")
    ResponseEntity<InputStreamResource> file(
            @RequestParam(required = false) @Nullable NotificationState state, Locale locale) {
        List<String> header = Stream.of(
                        "request",
                        "step",
                        "deadline",
                        "recipient",
                        "state",
                        "reason",
                        "mail",
                        "tries",
                        "created",
                        "settled")
                .map(column -> word("notification.list." + column, locale))
                .toList();
        ExportedList list = new ExportedList(
                "notifications",
                state == null ? "" : "state=" + state,
                ExportedList.separator(locale),
                header,
                taker -> each(state, row -> taker.accept(cells(row, locale))));
        return exports.make(list, actor.get(), parties.home().zone()).answer();
    }

    private void each(@Nullable NotificationState state, Consumer<NotificationRow> taker) {
        String recipient = reader.readsAll() ? null : reader.reader();
        ReadableRequests readable = reader.readable();
        long before = Long.MAX_VALUE;
        List<NotificationEntry> some = outbox.next(state, recipient, readable, before, AT_ONCE);
        while (!some.isEmpty()) {
            reader.of(some).forEach(taker);
            before = some.get(some.size() - 1).id();
            some = outbox.next(state, recipient, readable, before, AT_ONCE);
        }
    }

    private List<@Nullable Object> cells(NotificationRow row, Locale locale) {
        NotificationEntry entry = row.entry();
        return Arrays.asList(
                row.reference(),
                messages.getMessage("notification.step." + entry.step(), null, entry.step(), locale),
                word("notification.kind." + entry.kind(), locale),
                row.recipientName(),
                word("notification.state." + entry.state(), locale),
                entry.reason() == null ? null : word("notification.reason." + entry.reason(), locale),
                entry.mailState() == null ? null : word("notification.mailstate." + entry.mailState(), locale),
                entry.mailState() == null ? null : entry.attempts(),
                entry.createdAt(),
                entry.settledAt());
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
