package org.plazo.request.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plazo.request.Authority;
import org.plazo.request.Coded;
import org.plazo.request.Lifecycle;
import org.plazo.request.NobodyKnown;
import org.plazo.request.Parties;
import org.plazo.request.Urgency;
import org.plazo.request.access.AccessClasses.AccessClass;
import org.plazo.request.content.ContentCheck;
import org.plazo.request.parties.PartiesFile;
import org.springframework.core.io.ByteArrayResource;

class DemoRegisterTest {

    private static final Instant NOW = Instant.parse("2026-03-06T12:30:15.123Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 6);
    private static final Parties PARTIES = PartiesFile.read(Path.of("config/parties.yaml"), id -> true);

    @Test
    void replacesRelativeCellsOnly() {
        assertThat(DemoRegister.dated("a,-1d,-30h,+5d,-2d-x\r\n-0d,\"-1d\",-7d\r\n", NOW, TODAY))
                .isEqualTo("a,2026-03-05,2026-03-05T06:30:15Z,2026-03-11,-2d-x\r\n2026-03-06,\"-1d\",2026-02-27\r\n");
    }

    @Test
    void showsEveryAreaAuthorityUrgencyAndState() throws Exception {
        ImportProblems problems = new ImportProblems();
        List<ImportRow> rows = rows(problems);
        assertThat(problems.first()).isEmpty();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(60);
        assertThat(rows).extracting(row -> row.request().crimeArea()).containsAll(codes(PARTIES.crimeAreas()));
        assertThat(rows.stream()
                        .flatMap(row ->
                                List.of(
                                        row.request().requestingAuthority(),
                                        row.request().requestedAuthority())
                                        .stream()))
                .containsAll(PARTIES.authorities().stream().map(Authority::code).toList());
        assertThat(rows).extracting(row -> row.request().urgency()).contains(Urgency.values());
        assertThat(rows).extracting(row -> row.history().lifecycle()).contains(Lifecycle.values());
    }

    @Test
    void isMarkedAsFictional() throws Exception {
        assertThat(rows(new ImportProblems())).allSatisfy(row -> {
            assertThat(row.request().label()).startsWith("FICTICIO · ");
            assertThat(row.externalId()).startsWith("DEMO-");
        });
    }

    /** Days after the 90 of a routine request: a few, two weeks, over a month, some months, most of a year. */
    @Test
    void isOverdueAtSeveralDepths() throws Exception {
        List<Long> waiting = rows(new ImportProblems()).stream()
                .filter(row -> row.history().lifecycle() == Lifecycle.AWAITING_RESPONSE)
                .filter(row -> row.request().urgency() == Urgency.ROUTINE)
                .map(row -> Duration.between(row.history().dispatchedAt(), NOW).toDays() - 90)
                .toList();
        for (int depth : new int[] {5, 15, 40, 100, 300}) {
            assertThat(waiting).contains((long) depth);
        }
    }

    private static List<ImportRow> rows(ImportProblems problems) throws Exception {
        String csv = DemoRegister.dated(Files.readString(Path.of("config/demo/register.csv")), NOW, TODAY);
        ImportRows reader =
                new ImportRows(new ContentCheck(PARTIES, new NobodyKnown()), PARTIES, new OneHandler(), NOW);
        List<ImportRow> rows = new ArrayList<>();
        CsvFile.read(new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8)), 1_000, problems, row -> reader.read(
                        row, problems)
                .ifPresent(rows::add));
        return rows;
    }

    private static List<String> codes(List<Coded> coded) {
        return coded.stream().map(Coded::code).toList();
    }

    private static final class OneHandler implements ImportRows.Known {

        @Override
        public boolean isHandler(String userId) {
            return userId.equals("handler");
        }

        @Override
        public boolean reaches(String userId, AccessClass is) {
            return true;
        }

        @Override
        public boolean isRequest(String reference) {
            return false;
        }
    }
}
