package org.plazo.request.web.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.CodeList;
import org.plazo.request.Direction;
import org.plazo.request.Parties;
import org.plazo.request.ReferenceSide;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestDetails;
import org.plazo.request.RequestField;
import org.plazo.request.RequestField.Part;
import org.plazo.request.Urgency;
import org.plazo.request.access.Handlers;
import org.plazo.request.web.form.RequestFormView.Choice;
import org.plazo.request.web.form.RequestFormView.Input;
import org.plazo.request.web.form.RequestFormView.Problem;
import org.plazo.request.web.form.RequestFormView.Row;
import org.plazo.request.web.form.RequestFormView.Rows;
import org.plazo.request.web.page.RequestFacts;
import org.plazo.request.web.words.PageFormats;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageNames.Named;
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

    /** The id of a field; brackets and dots would mean something in a selector. */
    static String id(String name) {
        return name.replaceAll("\\W+", "-").replaceAll("-$", "");
    }

    /** One form while it is put together. */
    private final class Drawing {

        private final RequestForm form;
        private final @Nullable RequestDetails request;
        private final @Nullable RequestForm stored;
        private final Map<String, String> reasons;
        private final boolean compared;
        private final PageWords words;
        private final PageNames names;
        private final List<Problem> problems = new ArrayList<>();

        private Drawing(
                RequestForm form,
                @Nullable RequestDetails request,
                Map<String, String> reasons,
                boolean compared,
                PageWords words) {
            this.form = form;
            this.request = request;
            this.stored = request == null ? null : RequestForm.of(request);
            this.reasons = new LinkedHashMap<>(reasons);
            this.compared = compared;
            this.words = words;
            this.names = new PageNames(parties, words.locale());
        }

        private RequestFormView draw() {
            List<RequestFormView.Part> parts =
                    Stream.of(Part.values()).map(this::part).toList();
            Input reason = request == null
                    ? null
                    : input(RequestForm.REASON, words.of("pages.field.reason"), "text", false, 1_000, List.of());
            reasons.forEach((name, why) -> problems.add(new Problem(null, label(name), why)));
            return new RequestFormView(
                    request == null ? null : request.row().reference(),
                    form.direction(),
                    parts,
                    reason,
                    List.copyOf(problems));
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
                    lists.add(rows(FormList.REFERENCES));
                }
                case SUBSTANCE -> {
                    lists.add(rows(FormList.MEASURES));
                    lists.add(rows(FormList.SUBJECTS));
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
            if (isFixed(field.isOnPaper()) || isAssigned(field)) {
                String value = Objects.requireNonNull(stored).value(name);
                return fixed(name, value.isEmpty() ? "" : facts().inWords(field, value));
            }
            String type = field.type().name().toLowerCase(Locale.ROOT);
            return switch (field.type()) {
                case CODE, URGENCY -> select(field);
                case FLAG -> input(name, label(name), type, false, 5, List.of());
                case LINE, TEXT, DATE ->
                    input(name, label(name), type, field.isMandatory(), field.longest(), List.of());
            };
        }

        private Input select(RequestField field) {
            String name = field.apiName();
            String value = form.value(name);
            CodeList list = field.codes(form.direction());
            List<Named> codes = list == null ? urgencies() : names.of(list);
            List<Choice> choices = codes.stream()
                    .filter(code -> list != CodeList.CLASSIFICATIONS
                            || code.code().equals(value)
                            || access.mayRead(code.code(), actor.get()))
                    .map(code -> Choice.of(code, code.code().equals(value)))
                    .toList();
            return input(
                    name, label(name), "select", field.isMandatory(), field.longest(), withUnknown(choices, value));
        }

        /** A code that the configuration does not know is shown as it is. */
        private List<Choice> withUnknown(List<Choice> choices, String value) {
            if (value.isEmpty() || choices.stream().anyMatch(Choice::chosen)) {
                return choices;
            }
            List<Choice> more = new ArrayList<>(choices);
            more.add(new Choice(value, value, true));
            return more;
        }

        private List<Named> urgencies() {
            return Stream.of(Urgency.values())
                    .map(urgency -> new Named(urgency.name(), words.of("request.urgency." + urgency)))
                    .toList();
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
                    id(name),
                    label,
                    "datetime-local",
                    false,
                    form.value(name),
                    List.of(),
                    16,
                    latest,
                    words.of("pages.field.at.hint", formats.zone()),
                    take(name, id(name), label),
                    null);
        }

        private Input channel() {
            String name = RequestForm.CHANNEL;
            String value = form.value(name);
            List<Choice> choices = names.channels().stream()
                    .map(channel -> Choice.of(channel, channel.code().equals(value)))
                    .toList();
            return input(name, words.of("pages.field.channel"), "select", false, 40, withUnknown(choices, value));
        }

        private Input earlier() {
            String name = RequestForm.EARLIER;
            return input(name, label(name), "text", false, 2_000, List.of());
        }

        private Input circles() {
            String name = RequestForm.CIRCLES;
            List<Choice> choices = names.of(CodeList.NEED_TO_KNOW).stream()
                    .map(circle -> Choice.of(circle, form.has(circle.code())))
                    .toList();
            return input(name, label(name), "checks", false, 40, choices);
        }

        private Input handler() {
            String name = RequestForm.HANDLER;
            String value = form.value(name);
            List<Choice> choices = handlers.all().stream()
                    .map(PageNames::person)
                    .map(person -> Choice.of(person, person.code().equals(value)))
                    .toList();
            return input(name, label(name), "select", false, 64, withUnknown(choices, value));
        }

        private Rows rows(FormList list) {
            String name = list.apiName();
            if (isFixed(list.isOnPaper())) {
                return new Rows(name, label(name), List.of(), entries(list), null, null, null);
            }
            String error = take(name, name, label(name));
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < form.rows(list).size(); i++) {
                rows.add(row(list, i));
            }
            boolean differs = compared && stored != null && form.differs(list, stored);
            return new Rows(
                    name,
                    label(name),
                    rows,
                    null,
                    words.orNull("pages.form.hint." + name),
                    error,
                    differs ? orNothing(String.join("; ", entries(list))) : null);
        }

        private Row row(FormList list, int index) {
            Map<String, String> cells = form.rows(list).get(index);
            List<Input> inputs = list.columns().stream()
                    .map(column -> cell(list, index, column, cells.getOrDefault(column.name(), "")))
                    .toList();
            return new Row(index + 1, inputs);
        }

        private Input cell(FormList list, int index, FormList.Column column, String value) {
            String name = list.nameOf(index, column);
            String what = list.apiName() + (column.name().isEmpty() ? "" : "." + column.name());
            String label = words.of("pages.form.column." + what, index + 1);
            boolean code = column.type() == RequestField.Type.CODE;
            List<Choice> choices = code ? withUnknown(choices(column.codes(), value), value) : List.of();
            return new Input(
                    name,
                    id(name),
                    label,
                    code ? "select" : column.type().name().toLowerCase(Locale.ROOT),
                    column.mandatory(),
                    value,
                    choices,
                    column.longest(),
                    null,
                    column.name().isEmpty() ? null : words.orNull("pages.form.hint." + what),
                    take(name, id(name), label(list.apiName()) + " " + (index + 1) + ", " + label),
                    null);
        }

        /** Without a list of codes it is the side of a reference. */
        private List<Choice> choices(@Nullable CodeList codes, String value) {
            Stream<Named> all = codes == null
                    ? Stream.of(ReferenceSide.values())
                            .map(side -> new Named(side.name(), words.of("request.side." + side)))
                    : names.of(codes).stream();
            return all.map(code -> Choice.of(code, code.code().equals(value))).toList();
        }

        private Input input(
                String name, String label, String type, boolean required, int longest, List<Choice> choices) {
            String value = form.value(name);
            boolean unreadable = type.equals("date") && !value.isEmpty() && !RequestForm.isDate(value);
            return new Input(
                    name,
                    id(name),
                    label,
                    unreadable ? "line" : type,
                    required,
                    value,
                    choices,
                    longest,
                    name.equals("datedOn") || name.equals("deliveredOn") ? today() : null,
                    words.orNull("pages.form.hint." + name),
                    take(name, id(name), label),
                    now(name));
        }

        private Input fixed(String name, String inWords) {
            String error = take(name, id(name), label(name));
            return new Input(
                    name, id(name), label(name), "fixed", false, inWords, List.of(), 0, null, null, error, null);
        }

        private @Nullable String now(String name) {
            boolean differs =
                    compared && stored != null && !name.equals(RequestForm.REASON) && form.differs(name, stored);
            if (!differs) {
                return null;
            }
            RequestDetails present = Objects.requireNonNull(request);
            return orNothing(
                    switch (name) {
                        case RequestForm.EARLIER -> String.join(", ", present.earlierRequests());
                        case RequestForm.CIRCLES ->
                            String.join(
                                    ", ",
                                    present.needToKnow().stream()
                                            .map(code -> names.name(CodeList.NEED_TO_KNOW, code))
                                            .toList());
                        default -> {
                            String value = Objects.requireNonNull(stored).value(name);
                            yield value.isEmpty()
                                    ? ""
                                    : RequestField.of(name)
                                            .map(field -> facts().inWords(field, value))
                                            .orElse(value);
                        }
                    });
        }

        private String orNothing(String text) {
            return text.isEmpty() ? words.of("request.ledger.nothing") : text;
        }

        /** The entries of a list as the register has them, in words. */
        private List<String> entries(FormList list) {
            if (request == null) {
                return List.of();
            }
            return switch (list) {
                case MEASURES ->
                    request.measures().stream()
                            .map(RequestDetails.MeasureLine::description)
                            .toList();
                case REFERENCES ->
                    request.references().stream().map(facts()::reference).toList();
                case SUBJECTS ->
                    request.subjects().stream().map(facts()::subject).toList();
            };
        }

        /** What is wrong with a field, which is thereby told. */
        private @Nullable String take(String name, String id, String label) {
            String reason = reasons.remove(name);
            if (reason != null) {
                problems.add(new Problem(id, label, reason));
            }
            return reason;
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

        private boolean isFixed(boolean onPaper) {
            return request != null && onPaper && !request.row().lifecycle().isPaperOpen();
        }

        private RequestFacts facts() {
            return new RequestFacts(parties, formats, words);
        }

        private String label(String name) {
            String known = words.orNull("request.field." + name);
            return known == null ? name : known;
        }

        private String today() {
            return LocalDate.now(clock.withZone(parties.home().zone())).toString();
        }
    }
}
