package org.plazo.request.web.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Direction;
import org.plazo.request.Parties;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestDetails;
import org.plazo.request.RequestField;
import org.plazo.request.RequestField.Part;
import org.plazo.request.access.Handlers;
import org.plazo.request.web.form.RequestFormView.Choice;
import org.plazo.request.web.form.RequestFormView.Input;
import org.plazo.request.web.form.RequestFormView.Rows;
import org.plazo.request.web.page.RequestFacts;
import org.plazo.request.web.words.PageFormats;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.CurrentActor;
import org.springframework.stereotype.Component;

/** Makes the form of a request out of the fields that the register knows. */
@Component
class RequestFormViews {

    private final Parties parties;
    private final Handlers handlers;
    private final RequestAccess access;
    private final CurrentActor actor;
    private final PageFormats formats;
    private final Clock clock;

    RequestFormViews(
            Parties parties,
            Handlers handlers,
            RequestAccess access,
            CurrentActor actor,
            PageFormats formats,
            Clock clock) {
        this.parties = parties;
        this.handlers = handlers;
        this.access = access;
        this.actor = actor;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * @param request null for a new request
     * @param reasons what is wrong, by the names of fields
     * @param compared whether to show what the register has where the form says something else
     */
    RequestFormView of(
            RequestForm form,
            @Nullable RequestDetails request,
            Map<String, String> reasons,
            boolean compared,
            PageWords words) {
        return new Drawing(form, request, reasons, compared, words).draw();
    }

    /** One form while it is put together. */
    private final class Drawing {

        private final RequestForm form;
        private final @Nullable RequestDetails request;
        private final FormComparison comparison;
        private final FormProblems problems;
        private final FormChoices choices;
        private final FormRows rows;
        private final FormWords labels;
        private final PageWords words;

        private Drawing(
                RequestForm form,
                @Nullable RequestDetails request,
                Map<String, String> reasons,
                boolean compared,
                PageWords words) {
            PageNames names = new PageNames(parties, words.locale());
            RequestFacts facts = new RequestFacts(parties, formats, words);
            this.form = form;
            this.request = request;
            this.words = words;
            this.labels = new FormWords(words);
            this.problems = new FormProblems(reasons);
            this.choices = new FormChoices(names, words, handlers, access, actor.get());
            this.comparison = new FormComparison(form, request, compared, facts, names, words);
            this.rows = new FormRows(form, comparison, problems, choices, labels);
        }

        private RequestFormView draw() {
            List<RequestFormView.Part> parts =
                    Stream.of(Part.values()).map(this::part).toList();
            Input reason = request == null
                    ? null
                    : input(RequestForm.REASON, words.of("pages.field.reason"), "text", false, 1_000, List.of());
            return new RequestFormView(
                    request == null ? null : request.row().reference(),
                    form.direction(),
                    parts,
                    reason,
                    problems.all(labels));
        }

        private RequestFormView.Part part(Part part) {
            List<Input> inputs = new ArrayList<>();
            for (RequestField field : RequestField.values()) {
                if (field.part() == part && !isElsewhere(field)) {
                    inputs.add(field(field));
                }
            }
            List<Rows> lists = new ArrayList<>();
            switch (part) {
                case PARTIES -> {
                    inputs.add(earlier());
                    lists.add(rows.of(FormList.REFERENCES));
                }
                case SUBSTANCE -> {
                    lists.add(rows.of(FormList.MEASURES));
                    lists.add(rows.of(FormList.SUBJECTS));
                }
                case HANDLING -> {
                    inputs.add(circles());
                    if (request == null) {
                        inputs.add(handler());
                    }
                }
                case TIME -> {
                    if (request == null && form.direction() == Direction.INCOMING) {
                        inputs.add(0, receivedAt());
                        inputs.add(1, channel());
                    }
                }
                case LAW -> {}
            }
            return new RequestFormView.Part(part.name(), inputs, lists);
        }

        private Input field(RequestField field) {
            String name = field.apiName();
            if (comparison.isFixed(field.isOnPaper()) || isAssigned(field)) {
                return fixed(name, comparison.registered(field));
            }
            String type = field.type().name().toLowerCase(Locale.ROOT);
            return switch (field.type()) {
                case CODE, URGENCY -> select(name, field.isMandatory(), field.longest(), choices.of(field, form));
                case FLAG -> input(name, labels.label(name), type, false, 5, List.of());
                case LINE, TEXT, DATE ->
                    input(name, labels.label(name), type, field.isMandatory(), field.longest(), List.of());
            };
        }

        private Input receivedAt() {
            String name = RequestForm.RECEIVED_AT;
            String label = words.of("pages.field.receivedAt");
            String latest = LocalDateTime.ofInstant(
                            clock.instant(), parties.home().zone())
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
            return new Input(
                    name,
                    Input.idOf(name),
                    label,
                    "datetime-local",
                    false,
                    form.value(name),
                    List.of(),
                    16,
                    latest,
                    words.of("pages.field.at.hint", formats.zone()),
                    problems.take(name, Input.idOf(name), label),
                    null);
        }

        private Input channel() {
            String label = words.of("pages.field.channel");
            return input(RequestForm.CHANNEL, label, "select", false, 40, choices.channels(form));
        }

        private Input earlier() {
            String name = RequestForm.EARLIER;
            return input(name, labels.label(name), "text", false, 2_000, List.of());
        }

        private Input circles() {
            String name = RequestForm.CIRCLES;
            return input(name, labels.label(name), "checks", false, 40, choices.circles(form));
        }

        private Input handler() {
            return select(RequestForm.HANDLER, false, 64, choices.handlers(form));
        }

        private Input select(String name, boolean required, int longest, List<Choice> offered) {
            return input(name, labels.label(name), "select", required, longest, offered);
        }

        private Input input(
                String name, String label, String type, boolean required, int longest, List<Choice> offered) {
            String value = form.value(name);
            boolean unreadable = type.equals("date") && !value.isEmpty() && !RequestForm.isDate(value);
            return new Input(
                    name,
                    Input.idOf(name),
                    label,
                    unreadable ? "line" : type,
                    required,
                    value,
                    offered,
                    longest,
                    name.equals("datedOn") || name.equals("deliveredOn") ? today() : null,
                    labels.hint(name),
                    problems.take(name, Input.idOf(name), label),
                    comparison.now(name));
        }

        private Input fixed(String name, String inWords) {
            String id = Input.idOf(name);
            String label = labels.label(name);
            String error = problems.take(name, id, label);
            return new Input(name, id, label, "fixed", false, inWords, List.of(), 0, null, null, error, null);
        }

        /** A command gives what came in to an agency. */
        private boolean isAssigned(RequestField field) {
            return field == RequestField.EXECUTING_AGENCY && form.direction() == Direction.INCOMING;
        }

        /** What came in was delivered when it was received. */
        private boolean isElsewhere(RequestField field) {
            return request == null
                    && (isAssigned(field)
                            || field == RequestField.DELIVERED_ON && form.direction() == Direction.INCOMING);
        }

        private String today() {
            return LocalDate.now(clock.withZone(parties.home().zone())).toString();
        }
    }
}
