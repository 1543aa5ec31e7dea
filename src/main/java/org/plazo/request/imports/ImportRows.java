package org.plazo.request.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plazo.request.FieldProblems;
import org.plazo.request.Lifecycle;
import org.plazo.request.NewRequest;
import org.plazo.request.Parties;
import org.plazo.request.Urgency;
import org.plazo.request.content.ContentCheck;
import org.plazo.request.content.History;
import org.plazo.request.content.HistoryCheck;
import org.plazo.request.content.RequestContent;

/** Reads rows into requests with their history, by the same rules as any new request. */
final class ImportRows {

    private static final int LONGEST_EXTERNAL_ID = 100;

    private final ContentCheck contentCheck;
    private final HistoryCheck historyCheck;
    private final Parties parties;
    private final Predicate<String> isHandler;
    private final BiPredicate<String, String> reaches;
    private final Instant now;

    /**
     * @param isHandler whether a user handles requests; asked for each row, so it should remember what it found
     * @param reaches whether a user may see requests of a level, likewise
     */
    ImportRows(
            ContentCheck contentCheck,
            Parties parties,
            Predicate<String> isHandler,
            BiPredicate<String, String> reaches,
            Instant now) {
        this.contentCheck = contentCheck;
        this.historyCheck = new HistoryCheck(parties, now);
        this.parties = parties;
        this.isHandler = isHandler;
        this.reaches = reaches;
        this.now = now;
    }

    /** Nothing if the row has problems, which then are among the file's. */
    Optional<ImportRow> read(CsvRow row, ImportProblems problems) {
        FieldProblems fields = new FieldProblems();
        fields.requiredLine("externalId", row.value(ImportColumn.EXTERNAL_ID), LONGEST_EXTERNAL_ID);
        Urgency given = code(row, ImportColumn.URGENCY, Urgency.class, fields);
        Urgency urgency = given == null ? Urgency.ROUTINE : given;
        fields.required("lifecycle", row.value(ImportColumn.LIFECYCLE));
        Lifecycle lifecycle = code(row, ImportColumn.LIFECYCLE, Lifecycle.class, fields);
        NewRequest request = request(row, urgency, fields);
        contentCheck.check(request, now.atZone(home()).toLocalDate(), isHandler, fields);
        sight(request, fields);
        History history = null;
        if (lifecycle != null) {
            history = history(row, lifecycle, fields);
            historyCheck.check(history, request.datedOn(), fields);
        }
        fields.all().forEach(problem -> tell(row, problem, problems));
        return history == null || !fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImportRow(row, row.text(ImportColumn.EXTERNAL_ID), request, history));
    }

    /** Nobody is given a request that he may not see. */
    private void sight(NewRequest request, FieldProblems fields) {
        String handler = request.handler();
        if (handler != null
                && fields.isEmpty()
                && !reaches.test(handler, RequestContent.of(request, parties).classification())) {
            fields.add("handler", "may not see requests of this classification");
        }
    }

    private NewRequest request(CsvRow row, Urgency urgency, FieldProblems fields) {
        return new NewRequest(
                row.text(ImportColumn.KIND),
                row.text(ImportColumn.REQUESTING_AUTHORITY),
                row.text(ImportColumn.REQUESTED_AUTHORITY),
                row.text(ImportColumn.LEGAL_BASIS),
                row.text(ImportColumn.CRIME_AREA),
                row.text(ImportColumn.LABEL),
                row.value(ImportColumn.FACTS),
                row.value(ImportColumn.PURPOSE),
                measures(row.text(ImportColumn.MEASURES)),
                urgency,
                row.value(ImportColumn.URGENCY_REASON),
                row.value(ImportColumn.CLASSIFICATION),
                date(row, ImportColumn.DATED_ON, fields),
                date(row, ImportColumn.REQUESTED_ON, fields),
                row.value(ImportColumn.THEIR_REFERENCE),
                row.value(ImportColumn.HANDLER));
    }

    private History history(CsvRow row, Lifecycle lifecycle, FieldProblems fields) {
        return new History(
                lifecycle,
                instant(row, ImportColumn.SUBMITTED_AT, fields),
                instant(row, ImportColumn.DISPATCHED_AT, fields),
                row.value(ImportColumn.CHANNEL),
                instant(row, ImportColumn.ACKNOWLEDGED_AT, fields),
                instant(row, ImportColumn.RESPONDED_AT, fields),
                instant(row, ImportColumn.CLOSED_AT, fields));
    }

    private static List<String> measures(String cell) {
        return Arrays.stream(cell.split("[|\\r\\n]+"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static <E extends Enum<E>> @Nullable E code(
            CsvRow row, ImportColumn column, Class<E> codes, FieldProblems fields) {
        String value = row.value(column);
        if (value == null) {
            return null;
        }
        for (E code : codes.getEnumConstants()) {
            if (code.name().equals(value)) {
                return code;
            }
        }
        fields.add(column.header(), "must be one of " + Arrays.toString(codes.getEnumConstants()));
        return null;
    }

    private static @Nullable LocalDate date(CsvRow row, ImportColumn column, FieldProblems fields) {
        String value = row.value(column);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            fields.add(column.header(), "must be a date such as 2026-03-06");
            return null;
        }
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

    private static void tell(CsvRow row, FieldProblems.FieldProblem problem, ImportProblems problems) {
        String column = problem.field().replaceFirst("\\[\\d+]$", "");
        String value = ImportColumn.of(column).map(row::value).orElse(null);
        problems.add(row.line(), column, value, problem.reason());
    }

    private ZoneId home() {
        return parties.home().zone();
    }
}
