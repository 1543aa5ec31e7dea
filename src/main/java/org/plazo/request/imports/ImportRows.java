package org.plazo.request.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Direction;
import org.plazo.request.FieldProblems;
import org.plazo.request.Lifecycle;
import org.plazo.request.NewRequest;
import org.plazo.request.Parties;
import org.plazo.request.RequestField;
import org.plazo.request.Settlement;
import org.plazo.request.Urgency;
import org.plazo.request.access.AccessClasses.AccessClass;
import org.plazo.request.content.ContentCheck;
import org.plazo.request.content.History;
import org.plazo.request.content.HistoryCheck;
import org.plazo.request.content.RequestContent;

/** Reads rows into requests with their history, by the same rules as any new request. */
final class ImportRows {

    private static final int LONGEST_EXTERNAL_ID = 100;
    private static final Set<Lifecycle> WITHOUT_AGENCY =
            EnumSet.of(Lifecycle.RECEIVED, Lifecycle.IN_ADMISSIBILITY, Lifecycle.ADMITTED);

    private final ContentCheck contentCheck;
    private final HistoryCheck historyCheck;
    private final Parties parties;
    private final Known known;
    private final Instant now;

    ImportRows(ContentCheck contentCheck, Parties parties, Known known, Instant now) {
        this.contentCheck = contentCheck;
        this.historyCheck = new HistoryCheck(parties, now);
        this.parties = parties;
        this.known = known;
        this.now = now;
    }

    /** What the register and the user store know; asked for each row, so it should remember what it found. */
    interface Known {

        boolean isHandler(String userId);

        /** Whether a user may see requests of a class. */
        boolean reaches(String userId, AccessClass is);

        /** Whether there is a request that the importer may link. */
        boolean isRequest(String reference);
    }

    /** Nothing if the row has problems, which then are among the file's. */
    Optional<ImportRow> read(CsvRow row, ImportProblems problems) {
        FieldProblems fields = new FieldProblems();
        Direction direction = direction(row);
        if (direction == null) {
            fields.add("direction", "must be one of " + Arrays.toString(Direction.values()));
            fields.all().forEach(problem -> tell(row, problem, problems));
            return Optional.empty();
        }
        fields.requiredLine("externalId", row.value(ImportColumn.EXTERNAL_ID), LONGEST_EXTERNAL_ID);
        fields.required("lifecycle", row.value(ImportColumn.LIFECYCLE));
        Lifecycle lifecycle = lifecycle(row, direction, fields);
        CellLists lists = new CellLists(row, fields);
        NewRequest request = NewRequest.of(
                values(row, fields),
                lists.measures(),
                row.value(ImportColumn.HANDLER),
                lists.references(),
                lists.subjects(),
                lists.earlierRequests(),
                lists.needToKnow());
        contentCheck.check(request, direction, now.atZone(home()).toLocalDate(), known::isHandler, fields);
        request.particulars().earlierRequests().stream()
                .filter(reference -> !known.isRequest(reference))
                .forEach(reference -> fields.add("earlierRequests", "there is no request " + shortened(reference)));
        Map<Integer, Settlement> outcomes = lists.outcomes(request.measures().size(), lifecycle, parties);
        sight(request, fields);
        History history = null;
        if (lifecycle != null) {
            int told = fields.all().size();
            history = history(row, direction, lifecycle, fields);
            // a point in time that cannot be read is not missing besides
            if (fields.all().size() == told) {
                historyCheck.check(history, request.datedOn(), fields);
            }
            agency(row, history, fields);
        }
        fields.all().forEach(problem -> tell(row, problem, problems));
        return history == null || !fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImportRow(row, row.text(ImportColumn.EXTERNAL_ID), request, history, outcomes));
    }

    /** Nobody is given a request that he may not see. */
    private void sight(NewRequest request, FieldProblems fields) {
        String handler = request.handler();
        if (handler != null
                && fields.isEmpty()
                && !known.reaches(
                        handler,
                        new AccessClass(
                                RequestContent.of(request, parties).classification(),
                                request.particulars().needToKnow()))) {
            fields.add("handler", "may not see the request");
        }
    }

    /** What stands in the fields, without what is so wrong that no value can be made of it. */
    private static Map<RequestField, String> values(CsvRow row, FieldProblems fields) {
        Map<RequestField, String> values = new EnumMap<>(RequestField.class);
        row.cells().forEach((column, cell) -> {
            RequestField field = column.field();
            if (field == null) {
                return;
            }
            String value = field.type() == RequestField.Type.FLAG ? cell.toLowerCase(Locale.ROOT) : cell;
            String wrong = wrong(field.type(), value);
            if (wrong == null) {
                values.put(field, value);
            } else {
                fields.add(field.apiName(), wrong);
            }
        });
        return values;
    }

    private static @Nullable String wrong(RequestField.Type type, String value) {
        return switch (type) {
            case URGENCY ->
                Arrays.stream(Urgency.values()).anyMatch(each -> each.name().equals(value))
                        ? null
                        : "must be one of " + Arrays.toString(Urgency.values());
            case DATE -> isDate(value) ? null : "must be a date such as 2026-03-06";
            default -> null;
        };
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Of an incoming request it is known from its execution on. */
    private static void agency(CsvRow row, History history, FieldProblems fields) {
        String value = row.value(ImportColumn.of(RequestField.EXECUTING_AGENCY));
        Lifecycle at = history.lifecycle();
        if (value == null && at == Lifecycle.IN_EXECUTION) {
            fields.add("executingAgency", "is needed for a request that is " + at);
        }
        if (value != null && WITHOUT_AGENCY.contains(at)) {
            fields.add("executingAgency", "does not fit a request that is " + at);
        }
    }

    /** Without one it is ours; null if it cannot be read. */
    private static @Nullable Direction direction(CsvRow row) {
        String value = row.value(ImportColumn.DIRECTION);
        return value == null
                ? Direction.OUTGOING
                : Arrays.stream(Direction.values())
                        .filter(each -> each.name().equals(value))
                        .findFirst()
                        .orElse(null);
    }

    private History history(CsvRow row, Direction direction, Lifecycle lifecycle, FieldProblems fields) {
        return new History(
                direction,
                lifecycle,
                instant(row, ImportColumn.SUBMITTED_AT, fields),
                instant(row, ImportColumn.DISPATCHED_AT, fields),
                instant(row, ImportColumn.RECEIVED_AT, fields),
                row.value(ImportColumn.CHANNEL),
                instant(row, ImportColumn.ACKNOWLEDGED_AT, fields),
                instant(row, ImportColumn.RESPONDED_AT, fields),
                instant(row, ImportColumn.CLOSED_AT, fields));
    }

    private static @Nullable Lifecycle lifecycle(CsvRow row, Direction direction, FieldProblems fields) {
        String value = row.value(ImportColumn.LIFECYCLE);
        if (value == null) {
            return null;
        }
        for (Lifecycle lifecycle : Lifecycle.of(direction)) {
            if (lifecycle.name().equals(value)) {
                return lifecycle;
            }
        }
        fields.add("lifecycle", "must be one of " + Lifecycle.of(direction));
        return null;
    }

    /** A date alone means its first instant on the home side. */
    private @Nullable Instant instant(CsvRow row, ImportColumn column, FieldProblems fields) {
        String value = row.value(column);
        try {
            if (value == null) {
                return null;
            }
            Instant instant = value.contains("T")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDate.parse(value).atStartOfDay(home()).toInstant();
            return instant.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            fields.add(
                    column.header(),
                    "must be a date such as 2026-03-06 or a date-time with offset such as 2026-03-06T14:00:00Z");
            return null;
        }
    }

    /** A thing in a list is named by its place, such as {@code subjects[0].name}. */
    private static void tell(CsvRow row, FieldProblems.FieldProblem problem, ImportProblems problems) {
        String column = problem.field().replaceFirst("\\[.*", "");
        String value = ImportColumn.of(column).map(row::value).orElse(null);
        problems.add(row.line(), problem.field(), value, problem.reason());
    }

    private static String shortened(String reference) {
        return reference.length() <= 60 ? reference : reference.substring(0, 60) + "…";
    }

    private ZoneId home() {
        return parties.home().zone();
    }
}
