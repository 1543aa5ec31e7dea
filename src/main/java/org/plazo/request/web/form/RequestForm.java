package org.plazo.request.web.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Direction;
import org.plazo.request.FurtherReference;
import org.plazo.request.InvalidInput;
import org.plazo.request.NewRequest;
import org.plazo.request.ReferenceSide;
import org.plazo.request.RequestDetails;
import org.plazo.request.RequestEdit;
import org.plazo.request.RequestField;
import org.plazo.request.RequestSubject;
import org.plazo.request.Urgency;
import org.springframework.util.MultiValueMap;

/** What stands in the form of a request, as the register has it or as somebody typed it. */
final class RequestForm {

    static final String EARLIER = "earlierRequests";
    static final String CIRCLES = "needToKnow";
    static final String HANDLER = "handler";
    static final String REASON = "reason";
    static final String DIRECTION = "direction";
    static final String RECEIVED_AT = "receivedAt";
    static final String CHANNEL = "channel";
    /** Names a list whose rows are in the form, even if there is none. */
    static final String LIST = "list";

    private final Map<String, String> values = new HashMap<>();
    private final Map<FormList, List<Map<String, String>>> rows = new EnumMap<>(FormList.class);
    private final Set<String> circles = new TreeSet<>();

    private RequestForm() {}

    /** An empty form, with room for one measure. */
    static RequestForm empty(Direction direction, String classification) {
        RequestForm form = new RequestForm();
        form.values.put(DIRECTION, direction.name());
        form.values.put(RequestField.CLASSIFICATION.apiName(), classification);
        form.values.put(RequestField.URGENCY.apiName(), Urgency.ROUTINE.name());
        form.filledIn(FormList.MEASURES).add(new HashMap<>());
        return form;
    }

    static RequestForm of(RequestDetails details) {
        RequestForm form = new RequestForm();
        form.values.put(DIRECTION, details.row().direction().name());
        details.fields().forEach((field, value) -> form.values.put(field.apiName(), lines(value)));
        details.measures().forEach(measure -> form.add(FormList.MEASURES, measure.description()));
        details.references()
                .forEach(each ->
                        form.add(FormList.REFERENCES, each.side().name(), each.type(), each.number(), each.issuer()));
        details.subjects()
                .forEach(each -> form.add(
                        FormList.SUBJECTS, each.kind(), each.name(), each.role(), each.identifiers(), each.details()));
        form.values.put(EARLIER, String.join("\n", details.earlierRequests()));
        form.circles.addAll(details.needToKnow());
        return form;
    }

    /** @param typed the parameters of a form that was sent */
    static RequestForm typed(MultiValueMap<String, String> typed) {
        RequestForm form = new RequestForm();
        Stream.concat(
                        Stream.of(RequestField.values()).map(RequestField::apiName),
                        Stream.of(EARLIER, HANDLER, REASON, DIRECTION, RECEIVED_AT, CHANNEL))
                .filter(typed::containsKey)
                .forEach(name -> form.values.put(name, last(typed, name)));
        typed.getOrDefault(CIRCLES, List.of()).stream()
                .filter(code -> !code.isBlank())
                .forEach(form.circles::add);
        for (FormList list : FormList.values()) {
            if (typed.getOrDefault(LIST, List.of()).contains(list.apiName())) {
                form.read(list, typed);
            }
        }
        if (typed.containsKey(CIRCLES)) {
            form.values.put(CIRCLES, "");
        }
        return form;
    }

    private void read(FormList list, MultiValueMap<String, String> typed) {
        List<Map<String, String>> read = filledIn(list);
        for (int row = 0; row < FormList.MOST_ROWS; row++) {
            Map<String, String> cells = new HashMap<>();
            for (FormList.Column column : list.columns()) {
                String name = list.nameOf(row, column);
                if (typed.containsKey(name)) {
                    cells.put(column.name(), last(typed, name));
                }
            }
            if (!cells.isEmpty()) {
                read.add(cells);
            }
        }
    }

    /** A check box has a field behind it that says no; what comes last counts. */
    private static String last(MultiValueMap<String, String> typed, String name) {
        List<String> all = typed.getOrDefault(name, List.of(""));
        return lines(all.get(all.size() - 1)).strip();
    }

    /** Browsers send lines with two characters at the end. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private void add(FormList list, @Nullable String... cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(list.columns().get(i).name(), lines(Objects.requireNonNullElse(cells[i], "")));
        }
        filledIn(list).add(row);
    }

    List<Map<String, String>> rows(FormList list) {
        return rows.getOrDefault(list, List.of());
    }

    /** The rows of a list that is in the form from now on. */
    private List<Map<String, String>> filledIn(FormList list) {
        return rows.computeIfAbsent(list, each -> new ArrayList<>());
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** A request of ours, unless it says that it came in. */
    Direction direction() {
        return value(DIRECTION).equals(Direction.INCOMING.name()) ? Direction.INCOMING : Direction.OUTGOING;
    }

    boolean has(String circle) {
        return circles.contains(circle);
    }

    void addRow(FormList list) {
        filledIn(list).add(new HashMap<>());
    }

    void removeRow(FormList list, int row) {
        if (row >= 0 && row < rows(list).size()) {
            filledIn(list).remove(row);
        }
    }

    /** Takes the rows away in which nothing was typed, so that each is counted as the register counts it. */
    void dropEmptyRows() {
        rows.values().forEach(list -> list.removeIf(row -> row.values().stream().allMatch(String::isBlank)));
    }

    /** At least one measure is needed, so there is room for it; unless measures are not in this form at all. */
    void leaveRoomForAMeasure() {
        if (rows.containsKey(FormList.MEASURES) && rows(FormList.MEASURES).isEmpty()) {
            addRow(FormList.MEASURES);
        }
    }

    /**
     * The request that is typed in.
     *
     * @throws InvalidInput if something cannot be read at all
     */
    NewRequest toNewRequest() {
        requireReadable();
        Map<RequestField, String> fields = new EnumMap<>(RequestField.class);
        for (RequestField field : RequestField.values()) {
            fields.put(field, value(field));
        }
        String handler = value(HANDLER);
        return NewRequest.of(
                fields,
                measures(),
                handler.isEmpty() ? null : handler,
                references(),
                subjects(),
                earlierRequests(),
                Set.copyOf(circles));
    }

    /**
     * What is typed and differs from what the register has; what is not in the form stays as it is.
     *
     * @throws InvalidInput if something cannot be read at all
     */
    RequestEdit toEdit(RequestDetails details) {
        requireReadable();
        RequestForm before = of(details);
        Map<RequestField, @Nullable String> fields = new EnumMap<>(RequestField.class);
        for (RequestField field : RequestField.values()) {
            if (values.containsKey(field.apiName())
                    && !value(field).equals(before.value(field).strip())) {
                fields.put(field, value(field).isEmpty() ? null : value(field));
            }
        }
        String reason = value(REASON);
        return new RequestEdit(
                fields,
                changed(FormList.MEASURES, before, RequestForm::measures),
                changed(FormList.REFERENCES, before, RequestForm::references),
                changed(FormList.SUBJECTS, before, RequestForm::subjects),
                values.containsKey(EARLIER)
                                && !Set.copyOf(earlierRequests()).equals(Set.copyOf(before.earlierRequests()))
                        ? earlierRequests()
                        : null,
                values.containsKey(CIRCLES) && !circles.equals(before.circles) ? Set.copyOf(circles) : null,
                reason.isEmpty() ? null : reason);
    }

    private <T> @Nullable List<T> changed(FormList list, RequestForm before, Function<RequestForm, List<T>> read) {
        List<T> now = read.apply(this);
        return rows.containsKey(list) && !now.equals(read.apply(before)) ? now : null;
    }

    /** Whether the other form says something else about a field or a list. */
    boolean differs(String name, RequestForm other) {
        return switch (name) {
            case CIRCLES -> !circles.equals(other.circles);
            case EARLIER -> !Set.copyOf(earlierRequests()).equals(Set.copyOf(other.earlierRequests()));
            default ->
                RequestField.of(name)
                        .map(field -> !value(field).equals(other.value(field)))
                        .orElseGet(() -> !value(name).equals(other.value(name)));
        };
    }

    boolean differs(FormList list, RequestForm other) {
        return !filled(list).equals(other.filled(list));
    }

    /** A check box that is not set stands for nothing. */
    private String value(RequestField field) {
        String value = value(field.apiName()).strip();
        return field.type() == RequestField.Type.FLAG && value.equals("false") ? "" : value;
    }

    List<String> measures() {
        return rows(FormList.MEASURES).stream().map(row -> text(row, "")).toList();
    }

    List<FurtherReference> references() {
        return rows(FormList.REFERENCES).stream()
                .map(row -> new FurtherReference(
                        ReferenceSide.valueOf(text(row, "side")),
                        text(row, "type"),
                        text(row, "number"),
                        cell(row, "issuer")))
                .toList();
    }

    List<RequestSubject> subjects() {
        return rows(FormList.SUBJECTS).stream()
                .map(row -> new RequestSubject(
                        text(row, "kind"),
                        cell(row, "role"),
                        text(row, "name"),
                        cell(row, "identifiers"),
                        cell(row, "details")))
                .toList();
    }

    /** Our references, apart by whatever is no part of one. */
    List<String> earlierRequests() {
        return Stream.of(value(EARLIER).split("[\\s,;]+"))
                .filter(reference -> !reference.isEmpty())
                .toList();
    }

    private List<Map<String, String>> filled(FormList list) {
        return rows(list).stream()
                .map(row -> {
                    Map<String, String> filled = new HashMap<>(row);
                    filled.values().removeIf(String::isBlank);
                    return filled;
                })
                .filter(row -> !row.isEmpty())
                .toList();
    }

    private static @Nullable String cell(Map<String, String> row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? null : text;
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").strip();
    }

    /** What the register is given as more than text. */
    private void requireReadable() {
        List<InvalidInput.Problem> problems = new ArrayList<>();
        for (RequestField field : RequestField.values()) {
            String value = value(field);
            if (field.type() == RequestField.Type.DATE && !value.isEmpty() && !isDate(value)) {
                problems.add(new InvalidInput.Problem(field.apiName(), "must be a date such as 2026-03-06"));
            }
            if (field.type() == RequestField.Type.URGENCY && !value.isEmpty() && !isUrgency(value)) {
                problems.add(new InvalidInput.Problem(field.apiName(), "unknown code"));
            }
        }
        List<Map<String, String>> references = rows(FormList.REFERENCES);
        for (int i = 0; i < references.size(); i++) {
            String side = text(references.get(i), "side");
            if (Stream.of(ReferenceSide.values()).noneMatch(each -> each.name().equals(side))) {
                problems.add(new InvalidInput.Problem(
                        "references[" + i + "].side", side.isEmpty() ? "is missing" : "unknown code"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static boolean isUrgency(String value) {
        return Stream.of(Urgency.values()).anyMatch(each -> each.name().equals(value));
    }

    static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
