package org.plazo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a start does with the folder, the first one and a later one. */
class KeptCalendarsTest {

    private static final String FILE = """
            id: cu
            name: {es: Cuba, en: Cuba}
            weeklyClosed: [SATURDAY, SUNDAY]
            closures:
              - {date: 2026-02-04, reason: {es: Decreto, en: Decree}}
            """;

    @TempDir
    private Path config;

    private DataSource database;

    @BeforeEach
    void prepare() throws IOException {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(h2).load().migrate();
        database = h2;
        Files.createDirectory(config.resolve("calendars"));
    }

    private KeptCalendars start() {
        return new KeptCalendars(
                config,
                new CalendarRows(JdbcClient.create(database)),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private void write(String id, String content) throws IOException {
        Files.writeString(config.resolve("calendars").resolve(id + ".yaml"), content);
    }

    private static CalendarProposal.State state(KeptCalendars calendars, String id) {
        return calendars.proposal().files().stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void stopsTheFirstStartOnAFileThatCannotBeUsed() throws IOException {
        write("cu", "id: us");
        assertThatThrownBy(this::start).hasMessageContaining("cu.yaml: id: must be the file's name");
    }

    @Test
    void startsAgainWithTheLastGoodVersion() throws IOException {
        write("cu", FILE);
        assertThat(start().current()).isEqualTo(1);
        write("cu", "id: us");
        KeptCalendars again = start();
        assertThat(again.current()).isEqualTo(1);
        assertThat(state(again, "cu")).isEqualTo(CalendarProposal.State.BROKEN);
        assertThat(again.inForce().find("cu").orElseThrow().name().en()).isEqualTo("Cuba");
        Files.delete(config.resolve("calendars/cu.yaml"));
        assertThat(state(start(), "cu")).isEqualTo(CalendarProposal.State.MISSING);
        assertThat(start().inForce().find("cu")).isPresent();
    }

    @Test
    void takesCommentsAndTheOrderOfKeysForNoChange() throws IOException {
        write("cu", FILE);
        start();
        write("cu", "# a comment\n" + FILE.replace("{es: Cuba, en: Cuba}", "{en: Cuba,   es: Cuba}"));
        assertThat(state(start(), "cu")).isEqualTo(CalendarProposal.State.IN_FORCE);
        write("cu", FILE.replace("2026-02-04", "2026-02-05"));
        KeptCalendars changed = start();
        assertThat(state(changed, "cu")).isEqualTo(CalendarProposal.State.CHANGED);
        assertThat(changed.current()).isEqualTo(1);
    }

    @Test
    void putsACalendarInForceThatNobodyCanHaveCountedBy() throws IOException {
        write("cu", FILE);
        start();
        write("cu", FILE.replace("2026-02-04", "2026-02-05"));
        write("offices", FILE.replace("id: cu", "id: offices"));
        write("mx", FILE.replace("id: cu", "id: mx"));
        KeptCalendars more = start();
        assertThat(more.current()).isEqualTo(2);
        assertThat(more.inForce().configuredIds()).containsExactly("cu", "offices");
        assertThat(state(more, "cu")).isEqualTo(CalendarProposal.State.CHANGED);
        assertThat(state(more, "offices")).isEqualTo(CalendarProposal.State.IN_FORCE);
        assertThat(state(more, "mx"))
                .as("dates may have been counted by Jollyday's calendar of this name")
                .isEqualTo(CalendarProposal.State.NEW);
        assertThat(start().current()).isEqualTo(2);
    }

    @Test
    void keepsEveryVersion() throws IOException {
        write("cu", FILE);
        KeptCalendars calendars = start();
        write("cu", FILE.replace("2026-02-04", "2026-02-05"));
        CalendarProposal proposal = calendars.proposal();
        assertThat(calendars.apply(proposal, "admin", "Decree")).isEqualTo(2);
        assertThatThrownBy(() -> calendars.apply(proposal, "admin", "Decree")).isInstanceOf(CalendarsChanged.class);
        var fourth = java.time.LocalDate.of(2026, 2, 4);
        assertThat(calendars.of(1).find("cu").orElseThrow().closures(fourth, fourth))
                .hasSize(1);
        assertThat(calendars.of(2).find("cu").orElseThrow().closures(fourth, fourth))
                .isEmpty();
        assertThat(calendars.changedBetween(1, 2)).containsExactly("cu");
        assertThat(calendars.latest(20)).extracting(CalendarVersion::reason).containsExactly("Decree", null);
        assertThatThrownBy(() -> calendars.of(3)).isInstanceOf(IllegalArgumentException.class);
    }
}
