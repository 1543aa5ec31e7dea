package org.plazo.request.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.plazo.request.Lifecycle;
import org.plazo.request.Parties;
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
            List<ImportColumn> columns = List.of(ImportColumn.values());
            printer.printRecord(columns.stream().map(ImportColumn::header));
            for (Map<ImportColumn, String> row : List.of(awaiting(), urgent(), closed(), draft())) {
                printer.printRecord(columns.stream().map(column -> row.getOrDefault(column, "")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Map<ImportColumn, String> awaiting() {
        Map<ImportColumn, String> row = row("1", Lifecycle.AWAITING_RESPONSE);
        row.put(ImportColumn.FACTS, "Lo que se sabe, en una o varias líneas.\nWhat is known, in one or more lines.");
        row.put(ImportColumn.PURPOSE, "Para qué se pide · What it is asked for");
        row.put(ImportColumn.DATED_ON, daysAgo(30));
        row.put(ImportColumn.REQUESTED_ON, daysAgo(-60));
        row.put(ImportColumn.DISPATCHED_AT, daysAgo(28));
        row.put(ImportColumn.CHANNEL, parties.channels().get(0).code());
        row.put(ImportColumn.ACKNOWLEDGED_AT, daysAgo(20));
        row.put(ImportColumn.THEIR_REFERENCE, "REF-0001");
        return row;
    }

    private Map<ImportColumn, String> urgent() {
        Map<ImportColumn, String> row = row("2", Lifecycle.IN_REVIEW);
        row.put(ImportColumn.URGENCY, Urgency.URGENT.name());
        row.put(ImportColumn.URGENCY_REASON, "Los registros se borran pronto · The records are deleted soon");
        row.put(ImportColumn.SUBMITTED_AT, daysAgo(1));
        return row;
    }

    private Map<ImportColumn, String> closed() {
        Map<ImportColumn, String> row = row("3", Lifecycle.CLOSED);
        row.put(ImportColumn.DATED_ON, daysAgo(300));
        row.put(ImportColumn.DISPATCHED_AT, daysAgo(298));
        row.put(ImportColumn.RESPONDED_AT, daysAgo(200));
        row.put(ImportColumn.CLOSED_AT, daysAgo(190));
        return row;
    }

    private Map<ImportColumn, String> draft() {
        return row("4", Lifecycle.DRAFT);
    }

    private Map<ImportColumn, String> row(String number, Lifecycle lifecycle) {
        Map<ImportColumn, String> row = new EnumMap<>(ImportColumn.class);
        row.put(ImportColumn.EXTERNAL_ID, "EXAMPLE-" + number);
        row.put(ImportColumn.KIND, parties.kinds().get(0).code());
        row.put(
                ImportColumn.REQUESTING_AUTHORITY,
                parties.authoritiesOf(parties.home()).get(0).code());
        row.put(
                ImportColumn.REQUESTED_AUTHORITY,
                parties.authoritiesOf(parties.counterpart()).get(0).code());
        row.put(ImportColumn.LEGAL_BASIS, parties.legalBases().get(0).code());
        row.put(ImportColumn.CRIME_AREA, parties.crimeAreas().get(0).code());
        row.put(ImportColumn.LABEL, "Ejemplo · Example " + number);
        row.put(ImportColumn.MEASURES, "Primera medida · First measure|Segunda medida · Second measure");
        row.put(ImportColumn.LIFECYCLE, lifecycle.name());
        return row;
    }

    private String daysAgo(int days) {
        return LocalDate.ofInstant(clock.instant(), parties.home().zone())
                .minusDays(days)
                .toString();
    }
}
