package org.plazo.request.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.request.Authority;
import org.plazo.request.Direction;
import org.plazo.request.FieldProblems;
import org.plazo.request.NewRequest;
import org.plazo.request.NobodyKnown;
import org.plazo.request.Parties;
import org.plazo.request.Urgency;
import org.plazo.request.content.ContentCheck;

class PartiesFileTest {

    private static final Path SHIPPED = Path.of("config/parties.yaml");

    @TempDir
    private Path folder;

    @Test
    void readsTheShippedFile() {
        Parties parties = read(SHIPPED);
        assertThat(parties.home().id()).isEqualTo("cu");
        assertThat(parties.home().zone()).isEqualTo(ZoneId.of("America/Havana"));
        assertThat(parties.home().language()).isEqualTo(Locale.forLanguageTag("es"));
        assertThat(parties.counterpart().calendar()).isEqualTo("us");
        assertThat(parties.authoritiesOf(parties.home()))
                .extracting(Authority::code)
                .containsExactly("MININT", "MINREX", "MINJUS", "FGR", "AGR");
        assertThat(parties.authoritiesOf(parties.counterpart()))
                .extracting(Authority::code)
                .containsExactly("DHS", "DOJ", "DOS");
        assertThat(parties.lowestClassification().code()).isEqualTo("ORDINARY");
        assertThat(parties.isRestricted("CONFIDENTIAL")).isTrue();
        assertThat(parties.isRestricted("LIMITED")).isFalse();
        assertThat(parties.isRestricted("WHATEVER")).isTrue();
        assertThat(parties.crimeAreaName("DRUGS").es()).isEqualTo("Tráfico ilícito de drogas");
    }

    @Test
    void swapsTheSidesByConfigurationAlone() throws IOException {
        Parties parties = read(edited("home: cu\ncounterpart: us", "home: us\ncounterpart: cu"));
        assertThat(parties.home().id()).isEqualTo("us");
        assertThat(parties.referencePattern()
                        .reference(parties.home(), parties.counterpart(), Direction.OUTGOING, 2026, 42))
                .isEqualTo("US-OUT-2026-0042");
        assertThat(problems(parties, "DOJ", "FGR")).isEmpty();
        assertThat(problems(parties, "FGR", "DOJ")).containsExactly("requestingAuthority", "requestedAuthority");
    }

    private static List<String> problems(Parties parties, String requesting, String requested) {
        NewRequest request = new NewRequest(
                "INFORMATION",
                requesting,
                requested,
                "MOU_2017",
                "DRUGS",
                "x",
                null,
                null,
                List.of("y"),
                Urgency.ROUTINE,
                null,
                null,
                null,
                null,
                null,
                null);
        FieldProblems problems = new FieldProblems();
        new ContentCheck(parties, new NobodyKnown())
                .check(request, Direction.OUTGOING, LocalDate.EPOCH, id -> true, problems);
        return problems.all().stream().map(FieldProblems.FieldProblem::field).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "home: cu | home: fr | home: must be one of the keys of parties",
                "home: cu | '' | home: must be one of the keys of parties",
                "home: cu | home: us | counterpart: is the home side itself",
                "zone: America/Havana | zone: America/Habana | parties.cu.zone",
                "calendar: cu | calendar: xx | parties.cu.calendar: must be the id of a calendar",
                "language: es | language: fr | parties.cu.language: must be one of",
                "DHS: | MININT: | parties.us.authorities.MININT: the other side has",
                "DHS: | dhs: | parties.us.authorities.dhs: a code has",
                "OTHER: {es: Otros delitos, en: Other offences} | OTHER: {es: Otros delitos} | crimeAreas.OTHER.en: is missing",
                "OTHER: {es: Otros delitos, en: Other offences} | OTHER: | crimeAreas.OTHER.es: is missing",
                "legalBases: | legalGrounds: | legalGrounds",
                "restricted: true | restrictd: true | classifications.CONFIDENTIAL.restrictd",
                "restricted: true | restricted: maybe | classifications.CONFIDENTIAL.restricted",
                "-{year}- | - | referencePattern",
                "-{number:4} | -{count} | referencePattern",
                "-{number:4} | '' | referencePattern",
                "kinds: | 'kinds: {}\\nkindsOld:' | kindsOld",
                "parties: | parties:: | parties",
                "MOU_2017: | 'UNTOC: {es: a, en: b}\\n  MOU_2017:' | UNTOC"
            })
    void namesFileAndKeyOfWhatIsWrong(String text, String replacement, String named) throws IOException {
        Path file = edited(text, replacement.replace("\\n", "\n"));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(PartiesNotUsable.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(named);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws IOException {
        Path file = edited("zone: America/Havana", "zone: Nowhere");
        Files.writeString(file, Files.readString(file).replace("language: en", "language: xx"));
        assertThatThrownBy(() -> read(file))
                .hasMessageContaining("parties.cu.zone")
                .hasMessageContaining("parties.us.language");
    }

    @Test
    void saysThatTheFileIsMissing() {
        Path missing = folder.resolve("parties.yaml");
        assertThatThrownBy(() -> read(missing))
                .isInstanceOf(PartiesNotUsable.class)
                .hasMessageStartingWith(missing + ": cannot be read");
    }

    private static Parties read(Path file) {
        return PartiesFile.read(file, Set.of("cu", "us")::contains);
    }

    private Path edited(String text, String replacement) throws IOException {
        String shipped = Files.readString(SHIPPED);
        assertThat(shipped).contains(text);
        int at = shipped.indexOf(text);
        String changed = shipped.substring(0, at) + replacement + shipped.substring(at + text.length());
        return Files.writeString(folder.resolve("parties.yaml"), changed);
    }
}
