package org.plazo.notification.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plazo.notification.outbox.MailEntry;
import org.plazo.notification.outbox.NotificationEntry;
import org.plazo.notification.outbox.OutboxQueries;
import org.plazo.request.ReadableRequests;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestSummary;
import org.plazo.request.Requests;
import org.plazo.security.Actor;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.stereotype.Component;

/** Puts references and names to what the outbox holds, and knows who may read what. */
@Component
class NotificationReader {

    private final OutboxQueries outbox;
    private final RequestAccess access;
    private final Requests requests;
    private final UserDirectory users;
    private final CurrentActor actor;

    NotificationReader(
            OutboxQueries outbox, RequestAccess access, Requests requests, UserDirectory users, CurrentActor actor) {
        this.outbox = outbox;
        this.access = access;
        this.requests = requests;
        this.users = users;
        this.actor = actor;
    }

    /** Whether the reader sees what others were told, too. */
    boolean readsAll() {
        return actor.get().hasAny(Role.MANAGER, Role.ADMIN, Role.AUDITOR);
    }

    String reader() {
        return actor.get().userId();
    }

    /** What the reader may know of at all, whatever his role. */
    ReadableRequests readable() {
        return access.readableBy(actor.get());
    }

    /** Whether the reader may see a mail: everything that it tells of, and it is his or he sees what others were told. */
    boolean mayRead(MailEntry mail) {
        return (readsAll() || mail.recipient().equals(reader()))
                && outbox.hidden(Set.of(mail.id()), readable()).isEmpty();
    }

    List<NotificationRow> of(List<NotificationEntry> entries) {
        Actor reader = actor.get();
        boolean all = readsAll();
        Map<Long, String> references =
                requests
                        .findAll(entries.stream()
                                .map(NotificationEntry::requestId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(RequestSummary::id, RequestSummary::reference));
        Set<Long> hidden = outbox.hidden(
                entries.stream()
                        .flatMap(entry -> Stream.ofNullable(entry.mailId()))
                        .collect(Collectors.toSet()),
                readable());
        Map<String, String> names = new HashMap<>();
        return entries.stream()
                .map(entry -> new NotificationRow(
                        entry,
                        references.get(entry.requestId()),
                        names.computeIfAbsent(entry.recipient(), this::name),
                        (all || entry.recipient().equals(reader.userId()))
                                && entry.mailId() != null
                                && !hidden.contains(entry.mailId())))
                .toList();
    }

    String name(String userId) {
        return users.find(userId).map(UserProfile::displayName).orElse(userId);
    }
}
