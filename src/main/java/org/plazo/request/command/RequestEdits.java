package org.plazo.request.command;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Direction;
import org.plazo.request.FieldIsFixed;
import org.plazo.request.FieldProblems;
import org.plazo.request.FurtherReference;
import org.plazo.request.InvalidInput;
import org.plazo.request.LedgerAction;
import org.plazo.request.Parties;
import org.plazo.request.RequestEdit;
import org.plazo.request.RequestEvent.AccessChanged;
import org.plazo.request.RequestEvent.RequestEdited;
import org.plazo.request.RequestField;
import org.plazo.request.RequestSubject;
import org.plazo.request.access.AccessClasses;
import org.plazo.request.access.NeedToKnow;
import org.plazo.request.command.RequestChanges.Change;
import org.plazo.request.content.ContentCheck;
import org.plazo.request.content.SearchText;
import org.plazo.request.ledger.Ledger;
import org.plazo.request.rows.FieldRows;
import org.plazo.request.rows.ParticularRows;
import org.plazo.security.Actor;
import org.plazo.security.UserDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes what describes a request, field by field, each with its own entry in the ledger. */
@Component
class RequestEdits {

    private final RequestChanges changes;
    private final ContentCheck check;
    private final FieldRows fields;
    private final ParticularRows lists;
    private final AccessClasses classes;
    private final NeedToKnow needToKnow;
    private final UserDirectory users;
    private final Ledger ledger;
    private final Parties parties;
    private final JdbcClient jdbc;
    private final Clock clock;

    RequestEdits(
            RequestChanges changes,
            ContentCheck check,
            FieldRows fields,
            ParticularRows lists,
            AccessClasses classes,
            NeedToKnow needToKnow,
            UserDirectory users,
            Ledger ledger,
            Parties parties,
            JdbcClient jdbc,
            Clock clock) {
        this.changes = changes;
        this.check = check;
        this.fields = fields;
        this.lists = lists;
        this.classes = classes;
        this.needToKnow = needToKnow;
        this.users = users;
        this.ledger = ledger;
        this.parties = parties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void edit(Change change, RequestEdit edit, Actor actor) {
        new Edit(change, edit, actor).run();
    }

    /** One edit of one request. */
    private final class Edit {

        private final CooperationRequest request;
        private final RequestEdit edit;
        private final Actor actor;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private final Set<RequestField> changed = EnumSet.noneOf(RequestField.class);
        private boolean anything;

        private Edit(Change change, RequestEdit edit, Actor actor) {
            this.request = change.request();
            this.edit = edit;
            this.actor = actor;
        }

        private void run() {
            FieldProblems problems = new FieldProblems();
            Map<RequestField, String> before = fields.of(request.id());
            Map<RequestField, String> after = after(before, problems);
            checkLists(problems);
            problems.refuse();
            changeFields(before, after);
            list("measures", edit.measures(), lists.measures(request.id()), m -> m, this::measures);
            list("references", edit.references(), lists.references(request.id()), Edit::words, this::references);
            list("subjects", edit.subjects(), lists.subjects(request.id()), RequestSubject::name, this::subjects);
            list(
                    "earlierRequests",
                    edit.earlierRequests(),
                    lists.earlierRequests(request.id()),
                    reference -> reference,
                    references -> lists.earlierRequests(request.id(), references));
            boolean access = changeAccess(before, after);
            if (anything) {
                finish(after);
                changes.publish(new RequestEdited(request.id(), request.reference(), Set.copyOf(changed)));
                if (access) {
                    changes.publish(new AccessChanged(request.id(), request.reference()));
                }
            }
        }

        private void checkLists(FieldProblems problems) {
            problems.text("reason", edit.reason(), ContentCheck.LONGEST_REASON);
            if (edit.measures() != null) {
                ContentCheck.measures(edit.measures(), problems);
            }
            if (edit.references() != null) {
                check.lists().references(edit.references(), problems);
            }
            if (edit.subjects() != null) {
                check.lists().subjects(edit.subjects(), problems);
            }
            if (edit.earlierRequests() != null) {
                check.lists().earlierRequests(edit.earlierRequests(), problems);
            }
            if (edit.needToKnow() != null) {
                check.lists().needToKnow(edit.needToKnow(), problems);
            }
        }

        private Map<RequestField, String> after(Map<RequestField, String> before, FieldProblems problems) {
            Map<RequestField, String> after = new EnumMap<>(RequestField.class);
            after.putAll(before);
            edit.fields().forEach((field, value) -> {
                boolean empty = value == null
                        || value.isBlank()
                        || (field.type() == RequestField.Type.FLAG && value.equals("false"));
                if (empty) {
                    after.remove(field);
                } else {
                    after.put(field, value.strip());
                }
            });
            LocalDate today = now.atZone(parties.home().zone()).toLocalDate();
            check.fields().check(after, request.direction(), today, problems);
            String agency = before.get(RequestField.EXECUTING_AGENCY);
            if (request.direction() == Direction.INCOMING
                    && !Objects.equals(agency, after.get(RequestField.EXECUTING_AGENCY))) {
                problems.add("executingAgency", "is changed by assigning the request to another agency");
            }
            return after;
        }

        private void changeFields(Map<RequestField, String> before, Map<RequestField, String> after) {
            Map<RequestField, @Nullable String> written = new EnumMap<>(RequestField.class);
            for (RequestField field : edit.fields().keySet()) {
                if (!Objects.equals(before.get(field), after.get(field))) {
                    requireOpen(field.isOnPaper(), field.apiName());
                    written.put(field, after.get(field));
                    enter(field.apiName(), before.get(field), after.get(field));
                }
            }
            changed.addAll(written.keySet());
            fields.write(request.id(), written);
        }

        private <T> void list(
                String name,
                @Nullable List<T> wanted,
                List<T> present,
                Function<T, String> words,
                Consumer<List<T>> store) {
            if (wanted == null || wanted.equals(present)) {
                return;
            }
            store.accept(wanted);
            enter(name, joined(present, words), joined(wanted, words));
        }

        private void measures(List<String> measures) {
            requireOpen(true, "measures");
            lists.measures(request.id(), measures);
        }

        private void references(List<FurtherReference> references) {
            lists.references(request.id(), references);
        }

        private void subjects(List<RequestSubject> subjects) {
            requireOpen(true, "subjects");
            lists.subjects(request.id(), subjects);
        }

        /** @return whether other people than before may see it */
        private boolean changeAccess(Map<RequestField, String> before, Map<RequestField, String> after) {
            String level = after.getOrDefault(RequestField.CLASSIFICATION, "");
            AccessClasses.AccessClass present = classes.of(request.accessClass());
            Set<String> circles = edit.needToKnow() == null ? present.needToKnow() : edit.needToKnow();
            AccessClasses.AccessClass wanted = new AccessClasses.AccessClass(level, circles);
            if (wanted.equals(present)) {
                return false;
            }
            requireSight(wanted);
            if (!wanted.needToKnow().equals(present.needToKnow())) {
                enter(
                        "needToKnow",
                        String.join(", ", new TreeSet<>(present.needToKnow())),
                        String.join(", ", new TreeSet<>(circles)));
            }
            jdbc.sql("update cooperation_request set access_class = ? where id = ?")
                    .param(classes.idOf(level, circles))
                    .param(request.id())
                    .update();
            return true;
        }

        /** Neither the one who changes it nor its handler may lose sight of it. */
        private void requireSight(AccessClasses.AccessClass wanted) {
            String field = edit.needToKnow() == null ? "classification" : "needToKnow";
            if (!needToKnow.maySee(wanted, actor)) {
                throw new InvalidInput(field, "would hide the request from yourself");
            }
            String handler = request.handler();
            if (handler != null
                    && users.find(handler)
                            .filter(user -> !needToKnow.maySee(wanted, user.asActor()))
                            .isPresent()) {
                throw new InvalidInput(field, "would hide the request from its handler " + handler);
            }
        }

        private void finish(Map<RequestField, String> after) {
            jdbc.sql("update cooperation_request set version = version + 1, search_text = ? where id = ?")
                    .param(SearchText.of(
                            request.reference(),
                            after.get(RequestField.THEIR_REFERENCE),
                            after.get(RequestField.LABEL)))
                    .param(request.id())
                    .update();
        }

        private void requireOpen(boolean onPaper, String field) {
            if (onPaper && !request.lifecycle().isPaperOpen()) {
                throw new FieldIsFixed(field, request.lifecycle());
            }
        }

        private void enter(String field, @Nullable String from, @Nullable String to) {
            anything = true;
            ledger.append(new Ledger.Entry(
                    request.id(), LedgerAction.EDITED, actor.userId(), now, field, from, to, edit.reason()));
        }

        private static String words(FurtherReference reference) {
            return reference.type() + " " + reference.number()
                    + (reference.issuer() == null ? "" : " (" + reference.issuer() + ")");
        }

        private static <T> @Nullable String joined(List<T> list, Function<T, String> words) {
            String joined = list.stream().map(words).collect(Collectors.joining("; "));
            return joined.isEmpty() ? null : joined.length() <= 10_000 ? joined : joined.substring(0, 9_999) + "…";
        }
    }
}
