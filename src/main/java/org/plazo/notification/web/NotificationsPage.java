package org.plazo.notification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.notification.outbox.NotificationState;
import org.plazo.notification.outbox.OutboxQueries;
import org.plazo.request.ReadableRequests;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestNotFound;
import org.plazo.request.RequestSummary;
import org.plazo.security.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who was told what, and what became of it: managers, admins and auditors see what others were told too, everybody only
 * that of requests that he may see.
 */
@Controller
class NotificationsPage {

    private static final List<Integer> SIZES = List.of(25, 50, 100, 200);
    private static final int LARGEST = 200;

    private final OutboxQueries outbox;
    private final NotificationReader reader;
    private final RequestAccess access;
    private final CurrentActor actor;

    NotificationsPage(OutboxQueries outbox, NotificationReader reader, RequestAccess access, CurrentActor actor) {
        this.outbox = outbox;
        this.reader = reader;
        this.access = access;
        this.actor = actor;
    }

    /** The rows that are shown; {@code number} counts pages from 0, {@code first} and {@code last} rows from 1. */
    public record Shown(
            List<NotificationRow> rows, long total, int number, int size, long pages, long first, long last) {}

    @GetMapping("/notifications")
    String list(
            @RequestParam(required = false) @Nullable NotificationState state,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int rowsPerPage = Math.min(Math.max(size, 1), LARGEST);
        model.addAttribute("state", state);
        model.addAttribute("states", NotificationState.values());
        model.addAttribute("sizes", SIZES);
        model.addAttribute("readsAll", reader.readsAll());
        model.addAttribute("page", shown(state, Math.max(page, 0), rowsPerPage));
        return "notification/list";
    }

    /** The part of a request's page. */
    @GetMapping("/requests/{reference}/notifications")
    String ofRequest(@PathVariable String reference, Model model) {
        RequestSummary request = visible(reference);
        model.addAttribute("rows", reader.of(outbox.ofRequest(request.id())));
        return "notification/request :: notifications";
    }

    private RequestSummary visible(String reference) {
        try {
            return access.toRead(reference, actor.get());
        } catch (RequestNotFound unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, unknown);
        }
    }

    private Shown shown(@Nullable NotificationState state, int number, int size) {
        String recipient = reader.readsAll() ? null : reader.reader();
        ReadableRequests readable = reader.readable();
        long total = outbox.count(state, recipient, readable);
        List<NotificationRow> rows = reader.of(outbox.list(state, recipient, readable, number, size));
        long first = (long) number * size + 1;
        return new Shown(rows, total, number, size, (total + size - 1) / size, first, first + rows.size() - 1);
    }
}
