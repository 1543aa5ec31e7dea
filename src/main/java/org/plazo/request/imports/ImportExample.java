package org.plazo.request.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.plazo.request.CodeList;
import org.plazo.request.Direction;
import org.plazo.request.Lifecycle;
import org.plazo.request.Parties;
import org.plazo.request.RequestField;
import org.plazo.request.Urgency;
import org.springframework.stereotype.Component;

/** A file that shows every column and can be imported as it is, with the codes of this installation. */
@Component
public class ImportExample {

    private final Parties parties;
    private final Clock clock;

    ImportExample(Parties parties, Clock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    /** With a byte-order mark, so that spreadsheets show the accents. */
    public String csv() {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            List<ImportColumn> columns = ImportColumn.ALL;
            printer.printRecord(columns.stream().map(ImportColumn::header));
            for (Map<ImportColumn, String> row : List.of(awaiting(), urgent(), closed(), draft(), incoming())) {
                printer.printRecord(columns.stream().map(column -> row.getOrDefault(column, "")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Map<ImportColumn, String> awaiting() {
        Map<ImportColumn, String> row = row("1", Lifecycle.AWAITING_RESPONSE);
        put(row, RequestField.FACTS, "Lo que se sabe, en una o varias líneas.\nWhat is known, in one or more lines.");
        put(row, RequestField.PURPOSE, "Para qué se pide · What it is asked for");
        put(row, RequestField.DATED_ON, daysAgo(30));
        put(row, RequestField.REQUESTED_ON, daysAgo(-60));
        row.put(ImportColumn.DISPATCHED_AT, daysAgo(28));
        row.put(ImportColumn.CHANNEL, parties.channels().get(0).code());
        row.put(ImportColumn.ACKNOWLEDGED_AT, daysAgo(20));
        put(row, RequestField.THEIR_REFERENCE, "REF-0001");
        for (RequestField field : RequestField.values()) {
            row.putIfAbsent(ImportColumn.of(field), example(field));
        }
        row.put(
                ImportColumn.REFERENCES,
                "HOME; %s; 12/2026; Tribunal · Court|COUNTERPART; %s; A-77"
                        .formatted(first(CodeList.REFERENCE_TYPES), first(CodeList.REFERENCE_TYPES)));
        row.put(
                ImportColumn.SUBJECTS,
                first(CodeList.SUBJECT_KINDS)
                        + "; Nombre ficticio · Fictitious name; papel · role; documentos · papers");
        row.put(ImportColumn.MEASURE_OUTCOMES, "EXECUTED|PENDING");
        return row;
    }

    private Map<ImportColumn, String> urgent() {
        Map<ImportColumn, String> row = row("2", Lifecycle.IN_REVIEW);
        put(row, RequestField.URGENCY, Urgency.URGENT.name());
        put(row, RequestField.URGENCY_REASON, "Los registros se borran pronto · The records are deleted soon");
        row.put(ImportColumn.SUBMITTED_AT, daysAgo(1));
        return row;
    }

    private Map<ImportColumn, String> closed() {
        Map<ImportColumn, String> row = row("3", Lifecycle.CLOSED);
        put(row, RequestField.DATED_ON, daysAgo(300));
        row.put(ImportColumn.DISPATCHED_AT, daysAgo(298));
        row.put(ImportColumn.RESPONDED_AT, daysAgo(200));
        row.put(ImportColumn.CLOSED_AT, daysAgo(190));
        row.put(
                ImportColumn.MEASURE_OUTCOMES,
                "EXECUTED|REFUSED; " + first(CodeList.GROUNDS) + "; Lo que dicen al respecto · What they say of it");
        return row;
    }

    private Map<ImportColumn, String> draft() {
        return row("4", Lifecycle.DRAFT);
    }

    /** What the other side asks of us. */
    private Map<ImportColumn, String> incoming() {
        Map<ImportColumn, String> row = row("5", Lifecycle.IN_EXECUTION);
        String theirs = first(CodeList.COUNTERPART_AUTHORITIES);
        String ours = first(CodeList.HOME_AUTHORITIES);
        row.put(ImportColumn.DIRECTION, Direction.INCOMING.name());
        put(row, RequestField.REQUESTING_AUTHORITY, theirs);
        put(row, RequestField.REQUESTED_AUTHORITY, ours);
        put(row, RequestField.EXECUTING_AGENCY, ours);
        put(row, RequestField.THEIR_REFERENCE, "REF-0005");
        put(row, RequestField.DATED_ON, daysAgo(25));
        row.put(ImportColumn.RECEIVED_AT, daysAgo(20));
        row.put(ImportColumn.CHANNEL, parties.channels().get(0).code());
        row.put(ImportColumn.ACKNOWLEDGED_AT, daysAgo(18));
        row.put(ImportColumn.MEASURE_OUTCOMES, "EXECUTED|PENDING");
        return row;
    }

    private Map<ImportColumn, String> row(String number, Lifecycle lifecycle) {
        Map<ImportColumn, String> row = new HashMap<>();
        row.put(ImportColumn.EXTERNAL_ID, "EXAMPLE-" + number);
        put(row, RequestField.KIND, parties.kinds().get(0).code());
        put(
                row,
                RequestField.REQUESTING_AUTHORITY,
                parties.authoritiesOf(parties.home()).get(0).code());
        put(
                row,
                RequestField.REQUESTED_AUTHORITY,
                parties.authoritiesOf(parties.counterpart()).get(0).code());
        put(row, RequestField.LEGAL_BASIS, parties.legalBases().get(0).code());
        put(row, RequestField.CRIME_AREA, parties.crimeAreas().get(0).code());
        put(row, RequestField.LABEL, "Ejemplo · Example " + number);
        row.put(ImportColumn.MEASURES, "Primera medida · First measure|Segunda medida · Second measure");
        row.put(ImportColumn.LIFECYCLE, lifecycle.name());
        return row;
    }

    private String daysAgo(int days) {
        return LocalDate.ofInstant(clock.instant(), parties.home().zone())
                .minusDays(days)
                .toString();
    }

    private static void put(Map<ImportColumn, String> row, RequestField field, String value) {
        row.put(ImportColumn.of(field), value);
    }

    /** Something that may stand in a field, whatever it is for. */
    private String example(RequestField field) {
        CodeList codes = field.codes(Direction.OUTGOING);
        return switch (field.type()) {
            case CODE -> codes == null ? "" : first(codes);
            case URGENCY -> Urgency.ROUTINE.name();
            case LINE, TEXT -> field == RequestField.URGENCY_REASON ? "" : "Ejemplo · Example";
            case DATE -> field == RequestField.DELIVERED_ON ? daysAgo(27) : daysAgo(-90);
            case FLAG -> "true";
        };
    }

    private String first(CodeList codes) {
        return codes.of(parties).get(0).code();
    }
}
