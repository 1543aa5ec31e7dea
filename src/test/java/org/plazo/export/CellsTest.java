package org.plazo.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CellsTest {

    private static final String DANGEROUS = "=+-@\t\r\u0000\uFF1D\uFF0B\uFF0D\uFF20";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '`',
            value = {
                "=HYPERLINK(\"http://x\";\"y\")|'=HYPERLINK(\"http://x\";\"y\")",
                "+1|'+1",
                "-2+3+cmd|'-2+3+cmd",
                "@SUM(A1)|'@SUM(A1)",
                " =1+1| '=1+1",
                "a;=1+1|a;'=1+1",
                "a,@b|a,'@b",
                "x\"=1|x\"'=1",
                "it's '=1|it's ''=1",
                "＝1+1|'＝1+1",
                "a; \"; =1|a; \"; '=1",
                "Orquídeas - sin permiso|Orquídeas - sin permiso",
                "CU-OUT-2026-0001|CU-OUT-2026-0001",
                "a=b, c+d|a=b, c+d",
                "|"
            })
    void putsAnApostropheBeforeWhatCouldBeAFormula(String text, String harmless) {
        assertThat(Cells.harmless(text == null ? "" : text)).isEqualTo(harmless == null ? "" : harmless);
    }

    @Test
    void guardsWhiteBeginnings() {
        assertThat(Cells.harmless("\t=1")).isEqualTo("'\t'=1");
        assertThat(Cells.harmless("\rx")).isEqualTo("'\rx");
        assertThat(Cells.harmless("\u0000x")).isEqualTo("'\u0000x");
    }

    @Test
    void looksThroughWhatNobodySees() {
        for (String unseen : List.of("\u00A0", "\u3000", "\uFEFF", "\u200B", "\u2060", "\u00AD")) {
            assertThat(Cells.harmless(unseen + "=1")).isEqualTo(unseen + "'=1");
            assertThat(Cells.harmless("a;" + unseen + "=1")).isEqualTo("a;" + unseen + "'=1");
        }
    }

    static Stream<String> tricks() {
        return Stream.of(",", ";", "\t", "|", "\"", "\",", "\";", "\"\";", "\"\n", "\r\n", "' ", "a;b\";\"")
                .flatMap(before ->
                        DANGEROUS.chars().mapToObj(dangerous -> "x" + before + (char) dangerous + "cmd|' /C calc'!A0"));
    }

    /** Whatever separator and quote a program believes in, none of its cells begins with what it would calculate. */
    @ParameterizedTest
    @MethodSource("tricks")
    void leavesNoFormulaForAnotherIdeaOfSeparators(String text) throws IOException {
        String line = CSVFormat.RFC4180.format("first", Cells.harmless(text));
        for (char separator : new char[] {',', ';', '\t', '|'}) {
            CSVFormat lenient = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(separator)
                    .setLenientEof(true)
                    .setTrailingData(true)
                    .get();
            List<CSVRecord> rows = lenient.parse(new StringReader(line)).getRecords();
            assertThat(rows.stream().flatMap(CSVRecord::stream)).noneMatch(CellsTest::isFormula);
            assertThat(Stream.of(line.split("[" + separator + "\\r\\n]"))).noneMatch(CellsTest::isFormula);
        }
    }

    private static boolean isFormula(String cell) {
        String seen = cell.strip();
        return !seen.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(seen.charAt(0)) >= 0;
    }
}
