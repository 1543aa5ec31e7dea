package org.plazo.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plazo.support.MovableClock;

/** The other side uses the same product: it changes two lines of its configuration. */
class SwappedSidesIT {

    @TempDir
    private Path config;

    @Test
    void numbersChecksAndCountsYearsForTheOtherSide() throws IOException {
        Files.createDirectory(config.resolve("calendars"));
        for (String calendar : List.of("cu.yaml", "us.yaml")) {
            Files.copy(
                    Path.of("config/calendars", calendar),
                    config.resolve("calendars").resolve(calendar));
        }
        Files.writeString(
                config.resolve("parties.yaml"),
                Files.readString(Path.of("config/parties.yaml"))
                        .replace("home: cu\ncounterpart: us", "home: us\ncounterpart: cu"));
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl("jdbc:h2:mem:swapped-sides;DB_CLOSE_DELAY=-1");
            try (RegisterOn register = new RegisterOn(database, config)) {
                register.get(MovableClock.class).set(Instant.parse("2026-03-06T15:00:00Z"));
                RequestCommands commands = register.get(RequestCommands.class);
                assertThat(commands.create(between("DOJ", "FGR"), Drafts.HANDLER))
                        .isEqualTo("US-OUT-2026-0001");
                assertThatThrownBy(() -> commands.create(between("FGR", "DOJ"), Drafts.HANDLER))
                        .isInstanceOf(InvalidInput.class)
                        .hasMessage("requestingAuthority: is not an authority of United States");
                register.get(MovableClock.class).reset();
            }
        }
    }

    private static NewRequest between(String requesting, String requested) {
        NewRequest draft = Drafts.routine();
        return new NewRequest(
                draft.kind(),
                requesting,
                requested,
                draft.legalBasis(),
                draft.crimeArea(),
                draft.label(),
                null,
                null,
                draft.measures(),
                draft.urgency(),
                null,
                null,
                draft.datedOn(),
                null,
                null,
                null);
    }
}
