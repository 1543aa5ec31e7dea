package org.plazo.document.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plazo.document.DocumentRefused;
import org.plazo.document.Refusal;

class FileNameTest {

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("no name", null, Refusal.NAME_MISSING),
                Arguments.of("empty", "", Refusal.NAME_MISSING),
                Arguments.of("space", "   ", Refusal.NAME_MISSING),
                Arguments.of("wide space", "\u2003 ", Refusal.NAME_MISSING),
                Arguments.of("300 characters", "a".repeat(296) + ".pdf", Refusal.NAME_TOO_LONG),
                Arguments.of("256 characters", "a".repeat(252) + ".pdf", Refusal.NAME_TOO_LONG),
                Arguments.of("up", "../nota.pdf", Refusal.NAME_WITH_PATH),
                Arguments.of("up twice", "../../etc/passwd", Refusal.NAME_WITH_PATH),
                Arguments.of("up on Windows", "..\\nota.pdf", Refusal.NAME_WITH_PATH),
                Arguments.of("a folder", "carpeta/nota.pdf", Refusal.NAME_WITH_PATH),
                Arguments.of("the root", "/nota.pdf", Refusal.NAME_WITH_PATH),
                Arguments.of("a drive", "C:nota.pdf", Refusal.NAME_WITH_PATH),
                Arguments.of("a drive with path", "C:\\temp\\nota.pdf", Refusal.NAME_WITH_PATH),
                Arguments.of("a share", "\\\\server\\nota.pdf", Refusal.NAME_WITH_PATH),
                Arguments.of("a stream", "nota.pdf::$DATA", Refusal.NAME_WITH_PATH),
                Arguments.of("itself", ".", Refusal.NAME_WITH_PATH),
                Arguments.of("parent", "..", Refusal.NAME_WITH_PATH),
                Arguments.of("NUL", "nota.pdf\0.exe", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("line feed", "nota\n.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("carriage return", "nota\r.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("tabulator", "no\tta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("escape", "nota\u001B[31m.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("C1 control", "nota\u0085.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("line separator", "no\u2028ta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("right-to-left override", "nota\u202Efdp.exe", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("left-to-right override", "no\u202Dta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("isolate", "no\u2067ta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("right-to-left mark", "no\u200Fta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("Arabic letter mark", "no\u061Cta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("byte order mark", "no\uFEFFta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("soft hyphen", "no\u00ADta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("half a character", "no\uD83Dta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("a broken encoding", "no\uFFFDta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("a tag", "nota\uDB40\uDC41.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("asterisk", "no*ta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("question mark", "no?ta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("quotation mark", "no\"ta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("angle brackets", "<b>.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("pipe", "no|ta.pdf", Refusal.NAME_WITH_CHARACTER),
                Arguments.of("a device", "CON", Refusal.NAME_RESERVED),
                Arguments.of("a device with ending", "CON.pdf", Refusal.NAME_RESERVED),
                Arguments.of("a device in lower case", "nul.txt", Refusal.NAME_RESERVED),
                Arguments.of("a device with space", "AUX .pdf", Refusal.NAME_RESERVED),
                Arguments.of("a port", "com1.csv", Refusal.NAME_RESERVED),
                Arguments.of("a printer with two endings", "lpt9.tar.pdf", Refusal.NAME_RESERVED),
                Arguments.of("a port in superscript", "COM¹.pdf", Refusal.NAME_RESERVED),
                Arguments.of("a dot at the end", "nota.pdf.", Refusal.NAME_RESERVED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void refuses(String what, String name, Refusal refusal) {
        assertThatThrownBy(() -> FileName.checked(name)).isInstanceOfSatisfying(DocumentRefused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(refusal);
            assertThat(refused.field()).isEqualTo("file");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nota.pdf",
                "Nota verbal n.º 12 (copia).docx",
                "ñandú & compañía.xlsx",
                "письмо.pdf",
                "文書.pdf",
                "مستند.pdf",
                "CONTRATO.pdf",
                "console.txt",
                "my.con.txt",
                "😀.png",
                "..nota.pdf",
                "می\u200Cخواهم.pdf"
            })
    void takes(String name) {
        assertThat(FileName.checked(name)).isEqualTo(name);
    }

    @Test
    void takesTheLongestName() {
        String longest = "a".repeat(251) + ".pdf";
        assertThat(FileName.checked(longest)).hasSize(255).isEqualTo(longest);
    }

    @Test
    void writesTwinsAlike() {
        assertThat(FileName.checked("petición.pdf"))
                .isEqualTo(FileName.checked("petici\u006F\u0301n.pdf"))
                .isEqualTo("petici\u00F3n.pdf");
    }

    @Test
    void namesTheCharacterThatIsForbidden() {
        assertThatThrownBy(() -> FileName.checked("nota\u202Efdp.exe"))
                .isInstanceOfSatisfying(DocumentRefused.class, refused -> assertThat(refused.values())
                        .containsExactly("U+202E"));
    }

    @Test
    void leavesOutSpaceAround() {
        assertThat(FileName.checked("  nota.pdf ")).isEqualTo("nota.pdf");
    }
}
