package org.plazo.request.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plazo.request.RequestField;
import org.springframework.core.io.ByteArrayResource;

class CsvFileTest {

    private static final String HEADER =
            "externalId,kind,requestingAuthority,requestedAuthority,legalBasis,crimeArea,label,measures,lifecycle";

    private static final int MOST_ROWS = 10_000;

    private final ImportProblems problems = new ImportProblems();

    @Test
    void tellsTheLineWhereEachRowBegins() {
        List<CsvRow> rows = read(HEADER + "\r\nA,,,,,,x,\"one\r\ntwo\",\r\n\r\nB,,,,,,\"a, \"\"b\"\"\",,DRAFT");
        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 5L);
        assertThat(rows.get(0).value(ImportColumn.MEASURES)).isEqualTo("one\r\ntwo");
        assertThat(rows.get(1).value(ImportColumn.of(RequestField.LABEL))).isEqualTo("a, \"b\"");
        assertThat(rows.get(1).value(ImportColumn.of(RequestField.KIND))).isNull();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void takesAByteOrderMarkAndSpanishLetters() {
        assertThat(read("\uFEFF" + HEADER + "\nA,,,,,,Señal ñ €,,DRAFT\n"))
                .singleElement()
                .satisfies(row -> assertThat(row.text(ImportColumn.of(RequestField.LABEL)))
                        .isEqualTo("Señal ñ €"));
    }

    @Test
    void takesAHeaderWithoutRows() {
        assertThat(read(HEADER)).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(read("\n \n")).isEmpty();
        assertProblem(1, null, "the file is empty, or its first line is");
    }

    @Test
    void namesEachColumnThatIsMissingUnknownOrThereTwice() {
        assertThat(read(HEADER.replace("kind,", "sort,") + ",label")).isEmpty();
        assertThat(problems.first())
                .extracting(ImportReport.Problem::column)
                .containsExactlyInAnyOrder("sort", "label", "kind");
    }

    @Test
    void takesSemicolonsWhereTheFirstLineHasThem() {
        List<CsvRow> rows = read("\uFEFF" + HEADER.replace(',', ';') + "\r\nA;;;;;;\"a, b; c\";;DRAFT\r\n");
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.text(ImportColumn.of(RequestField.LABEL))).isEqualTo("a, b; c");
            assertThat(row.text(ImportColumn.LIFECYCLE)).isEqualTo("DRAFT");
        });
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void saysThatTabsDoNotSeparate() {
        read(HEADER.replace(',', '\t'));
        assertThat(problems.first().get(0).reason()).isEqualTo("the cells must be separated by commas or semicolons");
    }

    @Test
    void refusesARowWithAnotherNumberOfCells() {
        assertThat(read(HEADER + "\nA,B\n")).isEmpty();
        assertProblem(2, null, "has 2 cells, but the header has 9");
    }

    @Test
    void namesTheLineWithBrokenQuotationMarks() {
        assertThat(read(HEADER + "\nA,,,,,,,,DRAFT\nB,,,,,,\"x\"y,,DRAFT\n")).hasSize(1);
        assertThat(problems.first()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.reason()).startsWith("the quotation marks are broken");
        });
    }

    @Test
    void namesTheLineWhereAQuotationMarkIsNeverClosed() {
        read(HEADER + "\nA,,,,,,,,DRAFT\nB,,,,,,\"x,,DRAFT\nC,,,,,,,,DRAFT\n");
        assertThat(problems.first()).singleElement().satisfies(problem -> assertThat(problem.line())
                .isEqualTo(3));
    }

    @Test
    void namesTheLineThatIsNotInUtf8() {
        read((HEADER + "\nA,,,,,,Señal,,DRAFT\n").getBytes(StandardCharsets.ISO_8859_1));
        assertProblem(2, null, "the file is not in UTF-8");
    }

    @Test
    void takesNoMoreRowsThanItIsTold() {
        String row = "\nA,,,,,,,,DRAFT";
        assertThat(read(HEADER + row.repeat(MOST_ROWS))).hasSize(MOST_ROWS);
        assertThatThrownBy(() -> read(HEADER + row.repeat(MOST_ROWS + 1))).isInstanceOf(ImportTooLarge.class);
    }

    @Test
    void stopsReadingACellOfTenMegabytes() {
        read(HEADER + "\nA,,,,,,,,DRAFT\nB,,,,,,\"" + "x".repeat(10_000_000) + "\",,DRAFT\n");
        assertThat(problems.isUnreadable()).isTrue();
        assertProblem(3, "label", "the row is longer than 250000 characters; perhaps a quotation mark is not closed");
    }

    @Test
    void refusesAFileOfNoBytes() {
        assertThat(read("")).isEmpty();
        assertProblem(1, null, "the file is empty, or its first line is");
    }

    private List<CsvRow> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<CsvRow> read(byte[] bytes) {
        List<CsvRow> rows = new ArrayList<>();
        CsvFile.read(new ByteArrayResource(bytes), MOST_ROWS, problems, rows::add);
        return rows;
    }

    private void assertProblem(long line, String column, String reason) {
        assertThat(problems.first()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.reason()).isEqualTo(reason);
        });
    }
}
