package org.plazo.request.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * Reads a file to import row by row, without keeping it; what is wrong with its form goes to the problems. Commas or
 * semicolons separate the cells, whichever the first line has.
 */
final class CsvFile {

    private final InputStreamSource file;
    private final ImportProblems problems;
    private final Consumer<CsvRow> taker;
    private int rows;

    private CsvFile(InputStreamSource file, ImportProblems problems, Consumer<CsvRow> taker) {
        this.file = file;
        this.problems = problems;
        this.taker = taker;
    }

    /**
     * Returns how many rows there are, those with problems included.
     *
     * @param file can be opened more than once
     * @throws ImportTooLarge if there are more rows than {@code mostRows}
     */
    static int read(InputStreamSource file, int mostRows, ImportProblems problems, Consumer<CsvRow> taker) {
        CsvFile reading = new CsvFile(file, problems, taker);
        try {
            reading.rows(mostRows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading.rows;
    }

    private void rows(int mostRows) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator())
                .setIgnoreEmptyLines(false)
                .get();
        try (RowReader reader = new RowReader(decoded());
                CSVParser parser = CSVParser.parse(reader, format)) {
            rows(parser, reader, mostRows);
        }
    }

    private void rows(CSVParser parser, RowReader reader, int mostRows) throws IOException {
        long line = 1;
        List<ImportColumn> columns = List.of();
        try {
            Iterator<CSVRecord> records = parser.iterator();
            columns = records.hasNext() ? columns(records.next()) : empty();
            line = parser.getCurrentLineNumber() + 1;
            while (!columns.isEmpty() && next(records, reader)) {
                CSVRecord cells = records.next();
                if (!isBlank(cells)) {
                    if (++rows > mostRows) {
                        throw new ImportTooLarge("The file has more than " + mostRows + " rows");
                    }
                    row(line, cells, columns).ifPresent(taker);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            unreadable(line, columns, e);
        }
    }

    private static boolean next(Iterator<CSVRecord> records, RowReader reader) {
        reader.nextRow();
        return records.hasNext();
    }

    private List<ImportColumn> columns(CSVRecord header) {
        if (isBlank(header)) {
            return empty();
        }
        List<ImportColumn> columns = new ArrayList<>();
        Set<ImportColumn> missing = new LinkedHashSet<>(ImportColumn.ALL);
        missing.removeIf(column -> !column.isRequired());
        boolean usable = true;
        for (String name : header) {
            Optional<ImportColumn> column = ImportColumn.of(name.strip());
            if (column.isEmpty() || columns.contains(column.get())) {
                problems.unreadable(1, name, name, column.isEmpty() ? unknown(header) : "this column is there twice");
                usable = false;
            } else {
                columns.add(column.get());
                missing.remove(column.get());
            }
        }
        for (ImportColumn column : missing) {
            problems.unreadable(1, column.header(), null, "this column is missing");
            usable = false;
        }
        return usable ? columns : List.of();
    }

    private List<ImportColumn> empty() {
        problems.unreadable(1, null, null, "the file is empty, or its first line is");
        return List.of();
    }

    private static String unknown(CSVRecord header) {
        boolean oneCell = header.size() == 1 && header.get(0).matches(".*[|\t].*");
        return oneCell ? "the cells must be separated by commas or semicolons" : "unknown column";
    }

    private Optional<CsvRow> row(long line, CSVRecord cells, List<ImportColumn> columns) {
        if (cells.size() != columns.size()) {
            problems.add(line, null, null, "has " + cells.size() + " cells, but the header has " + columns.size());
            return Optional.empty();
        }
        Map<ImportColumn, String> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = cells.get(i).strip();
            if (!value.isEmpty()) {
                values.put(columns.get(i), value);
            }
        }
        return Optional.of(new CsvRow(line, values));
    }

    private static boolean isBlank(CSVRecord cells) {
        return cells.size() == 1 && cells.get(0).isBlank();
    }

    private Reader decoded() throws IOException {
        return Utf8.reader(file.getInputStream());
    }

    /** The semicolon if the first line has one and no comma. */
    private char separator() throws IOException {
        boolean semicolons = false;
        try (Reader reader = decoded()) {
            for (int i = 0, each = reader.read(); i < RowReader.LONGEST_ROW && each >= 0 && each != '\n'; i++) {
                if (each == ',') {
                    return ',';
                }
                semicolons |= each == ';';
                each = reader.read();
            }
        } catch (CharacterCodingException e) {
            return ',';
        }
        return semicolons ? ';' : ',';
    }

    private void unreadable(long line, List<ImportColumn> columns, RuntimeException e) throws IOException {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof CharacterCodingException) {
            problems.unreadable(lineOfWrongEncoding(), null, null, "the file is not in UTF-8");
        } else if (cause instanceof RowReader.RowTooLong) {
            problems.unreadable(
                    line,
                    columnOfTheLongCell(line, columns),
                    null,
                    "the row is longer than " + RowReader.LONGEST_ROW
                            + " characters; perhaps a quotation mark is not closed");
        } else {
            problems.unreadable(line, null, null, "the quotation marks are broken: " + cause.getMessage());
        }
    }

    private long lineOfWrongEncoding() throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            return Utf8.lineOfTheFault(bytes);
        }
    }

    /** The column of the cell in which a row that is too long leaves what a row may have; null if there is none. */
    private @Nullable String columnOfTheLongCell(long line, List<ImportColumn> columns) throws IOException {
        char separator = separator();
        try (Reader reader = new BufferedReader(decoded())) {
            int each = 0;
            for (long at = 1; at < line && each >= 0; at += each == '\n' ? 1 : 0) {
                each = reader.read();
            }
            int cell = 0;
            boolean quoted = false;
            for (int i = 0; i < RowReader.LONGEST_ROW; i++) {
                each = reader.read();
                quoted ^= each == '"';
                cell += each == separator && !quoted ? 1 : 0;
            }
            return cell < columns.size() ? columns.get(cell).header() : null;
        }
    }
}
