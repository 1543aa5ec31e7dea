package org.plazo.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    private static final String HEADER =
            "externalId,kind,requestingAuthority,requestedAuthority,legalBasis,crimeArea,label,measures,lifecycle";

    private final ImportProblems problems = new ImportProblems();

    @Test
    void tellsTheLineWhereEachRowBegins() {
        List<CsvRow> rows = read(HEADER + "\r\nA,,,,,,x,\"one\r\ntwo\",\r\n\r\nB,,,,,,\"a, \"\"b\"\"\",,DRAFT");
        assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 5L);
        assertThat(rows.get(0).value(ImportColumn.MEASURES)).isEqualTo("one\r\ntwo");
        assertThat(rows.get(1).value(ImportColumn.LABEL)).isEqualTo("a, \"b\"");
        assertThat(rows.get(1).value(ImportColumn.KIND)).isNull();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void takesAByteOrderMarkAndSpanishLetters() {
        assertThat(read("\uFEFF" + HEADER + "\nA,,,,,,Señal ñ €,,DRAFT\n"))
                .singleElement()
                .satisfies(row -> assertThat(row.text(ImportColumn.LABEL)).isEqualTo("Señal ñ €"));
    }

    @Test
    void takesAHeaderWithoutRows() {
        assertThat(read(HEADER)).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(read("\n \n")).isEmpty();
        assertProblem(1, null, "the file is empty");
    }

    @Test
    void namesEachColumnThatIsMissingUnknownOrThereTwice() {
        assertThat(read(HEADER.replace("kind,", "sort,") + ",label")).isEmpty();
        assertThat(problems.report(true, 0, 0).problems())
                .extracting(ImportReport.Problem::column)
                .containsExactlyInAnyOrder("sort", "label", "kind");
    }

    @Test
    void saysThatSemicolonsDoNotSeparate() {
        read(HEADER.replace(',', ';'));
        assertThat(problems.report(true, 0, 0).problems().get(0).reason())
                .isEqualTo("the cells must be separated by commas");
    }

    @Test
    void refusesARowWithAnotherNumberOfCells() {
        assertThat(read(HEADER + "\nA,B\n")).isEmpty();
        assertProblem(2, null, "has 2 cells, but the header has 9");
    }

    @Test
    void namesTheLineWithBrokenQuotationMarks() {
        assertThat(read(HEADER + "\nA,,,,,,,,DRAFT\nB,,,,,,\"x\"y,,DRAFT\n")).hasSize(1);
        assertThat(problems.report(true, 0, 0).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.reason()).startsWith("the quotation marks are broken");
        });
    }

    @Test
    void namesTheLineWhereAQuotationMarkIsNeverClosed() {
        read(HEADER + "\nA,,,,,,,,DRAFT\nB,,,,,,\"x,,DRAFT\nC,,,,,,,,DRAFT\n");
        assertThat(problems.report(true, 0, 0).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
    }

    @Test
    void namesTheLineThatIsNotInUtf8() {
        assertThat(CsvFile.read((HEADER + "\nA,,,,,,Señal,,DRAFT\n").getBytes(StandardCharsets.ISO_8859_1), problems))
                .isEmpty();
        assertProblem(2, null, "the file is not in UTF-8");
    }

    @Test
    void takesNoMoreThanTenThousandRows() {
        String row = "\nA,,,,,,,,DRAFT";
        assertThat(read(HEADER + row.repeat(10_000))).hasSize(10_000);
        assertThatThrownBy(() -> read(HEADER + row.repeat(10_001))).isInstanceOf(ImportTooLarge.class);
    }

    private List<CsvRow> read(String text) {
        return CsvFile.read(text.getBytes(StandardCharsets.UTF_8), problems);
    }

    private void assertProblem(long line, String column, String reason) {
        assertThat(problems.report(true, 0, 0).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.reason()).isEqualTo(reason);
        });
    }
}
