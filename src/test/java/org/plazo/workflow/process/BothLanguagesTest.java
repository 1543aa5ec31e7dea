package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BothLanguagesTest {

    private static final Locale CUBAN = Locale.forLanguageTag("es-CU");

    private static void assertRead(String text, String es, String en) {
        assertThat(BothLanguages.in(CUBAN, text)).isEqualTo(es);
        assertThat(BothLanguages.in(Locale.US, text)).isEqualTo(en);
        assertThat(BothLanguages.in(Locale.FRENCH, text)).isEqualTo(en);
    }

    @Test
    void giveEachReaderHisHalf() {
        assertRead("Motivo · Reason", "Motivo", "Reason");
        assertRead(
                BothLanguages.join("Medidas: falta", "Measures: is missing"), "Medidas: falta", "Measures: is missing");
    }

    @Test
    void keepTheMarkOfAHeadingAndReadLineByLine() {
        assertRead(
                "# Nueva solicitud · New request\n\nUna cosa. · One thing.\n- uno · one",
                "# Nueva solicitud\n\nUna cosa.\n- uno",
                "# New request\n\nOne thing.\n- one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Interpol",
                "a·b",
                "**[{{reference}}](/requests/{{reference}})** · {{crimeArea}} · {{urgency}}",
                " · b",
                "a · "
            })
    void leaveWhatIsForEverybody(String text) {
        assertRead(text, text, text);
    }

    @Test
    void joinWhatDiffersOnly() {
        assertThat(BothLanguages.join("Interpol", "Interpol")).isEqualTo("Interpol");
    }

    @Test
    void readTheExplanationsOfDiagrams() {
        String both = "es: Alguien entrega.\n\nen: Somebody hands in.";
        assertThat(BothLanguages.explanation(CUBAN, both)).isEqualTo("Alguien entrega.");
        assertThat(BothLanguages.explanation(Locale.US, both)).isEqualTo("Somebody hands in.");
        assertThat(BothLanguages.explanation(CUBAN, "es: solo")).isEqualTo("es: solo");
    }
}
