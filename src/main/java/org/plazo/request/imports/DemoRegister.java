package org.plazo.request.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.plazo.request.Parties;
import org.plazo.request.RegisterFilter;
import org.plazo.request.RegisterQueries;
import org.plazo.security.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills an empty register with the fictional requests of {@code demo/register.csv}, the last thing at start. Cells there
 * may be relative to now: {@code -120d} is the date 120 days ago on the home side, {@code +5d} the one in five days,
 * {@code -3h} the instant three hours ago. Then their clocks take the turns of {@code demo/turns.csv}.
 */
@Component
@Profile("demo")
class DemoRegister {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRegister.class);
    private static final Pattern RELATIVE =
            Pattern.compile("(?<=^|,)([-+])(\\d{1,4})([dh])(?=,|\\r?$)", Pattern.MULTILINE);

    private final RegisterImport imports;
    private final DemoTurns turns;
    private final RegisterQueries register;
    private final Parties parties;
    private final Clock clock;
    private final Path file;

    DemoRegister(
            RegisterImport imports,
            DemoTurns turns,
            RegisterQueries register,
            Parties parties,
            Clock clock,
            @Value("${plazo.config-dir}") Path configDir) {
        this.imports = imports;
        this.turns = turns;
        this.register = register;
        this.parties = parties;
        this.clock = clock;
        this.file = configDir.resolve("demo").resolve("register.csv");
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order
    void load() throws IOException {
        if (register.list(RegisterFilter.ALL, 0, 1).total() > 0) {
            return;
        }
        Instant now = clock.instant();
        String csv = dated(
                Files.readString(file),
                now,
                LocalDate.ofInstant(now, parties.home().zone()));
        ImportReport report = imports.run(csv.getBytes(StandardCharsets.UTF_8), false, Actor.SYSTEM);
        if (!report.valid()) {
            throw new IllegalStateException(file + " cannot be imported: " + report.problems());
        }
        int taken = turns.take(now);
        LOG.info("Loaded {} fictional requests from {}, with {} turns of their clocks", report.created(), file, taken);
    }

    static String dated(String csv, Instant now, LocalDate today) {
        return RELATIVE.matcher(csv).replaceAll(match -> dated(match, now, today));
    }

    private static String dated(MatchResult match, Instant now, LocalDate today) {
        long amount = Long.parseLong(match.group(1) + match.group(2));
        return match.group(3).equals("d")
                ? today.plusDays(amount).toString()
                : now.plus(Duration.ofHours(amount))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }
}
