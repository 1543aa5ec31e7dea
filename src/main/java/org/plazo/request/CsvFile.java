package org.plazo.request;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a file to import into rows; what is wrong with its form goes to the problems. */
final class CsvFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final ImportProblems problems;

    private CsvFile(ImportProblems problems) {
        this.problems = problems;
    }

    /** @throws ImportTooLarge if there are too many rows */
    static List<CsvRow> read(byte[] bytes, ImportProblems problems) {
        return new CsvFile(problems).rows(bytes);
    }

    private List<CsvRow> rows(byte[] bytes) {
        String text = decode(bytes);
        if (text == null) {
            return List.of();
        }
        if (text.isBlank()) {
            problems.add(1, null, null, "the file is empty");
            return List.of();
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            return rows(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CsvRow> rows(CSVParser parser) {
        List<CsvRow> rows = new ArrayList<>();
        List<ImportColumn> columns = List.of();
        Iterator<CSVRecord> records = parser.iterator();
        long line = 1;
        try {
            for (boolean header = true; records.hasNext(); header = false) {
                CSVRecord cells = records.next();
                if (header) {
                    columns = columns(cells);
                    if (columns.isEmpty()) {
                        return List.of();
                    }
                } else if (!isBlank(cells)) {
                    row(line, cells, columns).ifPresent(rows::add);
                }
                if (rows.size() > RegisterImport.MOST_ROWS) {
                    throw new ImportTooLarge("The file has more than " + RegisterImport.MOST_ROWS + " rows");
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            problems.add(line, null, null, "the quotation marks are broken: " + causeOf(e));
        }
        return rows;
    }

    private List<ImportColumn> columns(CSVRecord header) {
        List<ImportColumn> columns = new ArrayList<>();
        Set<ImportColumn> missing = EnumSet.allOf(ImportColumn.class);
        missing.removeIf(column -> !column.isRequired());
        boolean usable = true;
        for (String name : header) {
            Optional<ImportColumn> column = ImportColumn.of(name.strip());
            if (column.isEmpty() || columns.contains(column.get())) {
                problems.add(1, name, name, column.isEmpty() ? unknown(header) : "this column is there twice");
                usable = false;
            } else {
                columns.add(column.get());
                missing.remove(column.get());
            }
        }
        for (ImportColumn column : missing) {
            problems.add(1, column.header(), null, "this column is missing");
            usable = false;
        }
        return usable ? columns : List.of();
    }

    private static String unknown(CSVRecord header) {
        boolean oneCell = header.size() == 1 && header.get(0).matches(".*[;\t].*");
        return oneCell ? "the cells must be separated by commas" : "unknown column";
    }

    private Optional<CsvRow> row(long line, CSVRecord cells, List<ImportColumn> columns) {
        if (cells.size() != columns.size()) {
            problems.add(line, null, null, "has " + cells.size() + " cells, but the header has " + columns.size());
            return Optional.empty();
        }
        Map<ImportColumn, String> values = new EnumMap<>(ImportColumn.class);
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

    private @Nullable String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean broken = decoder.decode(in, out, true).isError();
        String text = out.flip().toString();
        if (broken) {
            long line = 1 + text.chars().filter(each -> each == '\n').count();
            problems.add(line, null, null, "the file is not in UTF-8");
            return null;
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static @Nullable String causeOf(RuntimeException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }
}
