package org.plazo.request.imports;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.plazo.request.GrantedExtension;
import org.plazo.request.Parties;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestCommands;
import org.plazo.request.TurnCommands;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the clocks of the fictional requests take the turns of {@code demo/turns.csv}, entered by their handlers: pauses,
 * extensions, promises and what else happens while an answer is awaited.
 */
@Component
@Profile("demo")
class DemoTurns {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final RequestCommands commands;
    private final TurnCommands turns;
    private final UserDirectory users;
    private final JdbcClient jdbc;
    private final ZoneId home;
    private final Path file;

    DemoTurns(
            RequestCommands commands,
            TurnCommands turns,
            UserDirectory users,
            JdbcClient jdbc,
            Parties parties,
            @Value("${plazo.config-dir}") Path configDir) {
        this.commands = commands;
        this.turns = turns;
        this.users = users;
        this.jdbc = jdbc;
        this.home = parties.home().zone();
        this.file = configDir.resolve("demo").resolve("turns.csv");
    }

    /**
     * @param now what the relative cells of the file refer to, as in the register's file
     * @return how many turns were taken
     */
    int take(Instant now) throws IOException {
        String csv = DemoRegister.dated(Files.readString(file), now, LocalDate.ofInstant(now, home));
        int taken = 0;
        for (CSVRecord row : FORMAT.parse(new StringReader(csv))) {
            try {
                take(row);
            } catch (RuntimeException refused) {
                throw new IllegalStateException(file + ", line " + (row.getRecordNumber() + 1), refused);
            }
            taken++;
        }
        return taken;
    }

    private void take(CSVRecord row) {
        Known known = known(row.get("externalId"));
        Actor by = users.find(known.handler())
                .map(UserProfile::asActor)
                .orElseGet(() -> new Actor(known.handler(), Set.of(Role.HANDLER)));
        String reference = known.reference();
        String code = row.get("code");
        String reason = row.get("reason");
        Instant at = LocalDate.parse(row.get("at")).atStartOfDay(home).toInstant();
        switch (RequestCommand.valueOf(row.get("turn"))) {
            case PAUSE -> commands.pause(reference, code, reason, at, null, by);
            case RESUMPTION -> commands.resume(reference, at, reason, by);
            case EXTENSION ->
                commands.extend(reference, new GrantedExtension(code, reason, null, null, day(row)), at, by);
            case PROMISE -> commands.recordPromise(reference, day(row), at, reason, by);
            case INTERIM_REPLY -> commands.recordInterimReply(reference, at, reason, by);
            case DEFICIENCY -> turns.returnAsDeficient(reference, reason, at, by);
            case INFORMATION_REQUEST -> turns.askForInformation(reference, reason, null, at, by);
            case POSTPONEMENT -> turns.postpone(reference, code, day(row), reason, at, by);
            case TRANSFER -> turns.transfer(reference, code, null, reason, at, by);
            default -> throw new IllegalArgumentException("No turn of a clock: " + row.get("turn"));
        }
    }

    private static LocalDate day(CSVRecord row) {
        return LocalDate.parse(row.get("day"));
    }

    private record Known(String reference, String handler) {}

    private Known known(String externalId) {
        return jdbc.sql("select reference, handler from cooperation_request where external_id = ?")
                .param(externalId)
                .query((row, n) -> new Known(row.getString("reference"), row.getString("handler")))
                .single();
    }
}
