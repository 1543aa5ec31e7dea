package org.plazo.request.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plazo.request.NotPermitted;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the seals over the ledger: into the table, and then into the file. */
@Component
public class LedgerAnchors {

    private static final int LATEST = 30;

    private final AnchorRows rows;
    private final AnchorFile file;
    private final LateChaining lateChaining;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LedgerAnchors(
            AnchorRows rows, AnchorFile file, LateChaining lateChaining, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.file = file;
        this.lateChaining = lateChaining;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The newest first, at most 30. */
    public List<Anchor> latest() {
        return rows.latest(LATEST);
    }

    /**
     * Seals the ledger as it is now, for somebody who asks for it.
     *
     * @throws NotPermitted unless by an administrator
     * @throws LedgerIsBusy if somebody else is making a seal
     */
    public Anchor make(Actor by) {
        if (!by.hasAny(Role.ADMIN)) {
            throw new NotPermitted("Making a seal needs the role of administrator");
        }
        return make();
    }

    /**
     * Seals the ledger as it is now. Before the first seal, entries from before there were chains are chained.
     *
     * @throws LedgerIsBusy if somebody else is making a seal
     */
    Anchor make() {
        Optional<Anchor> before = rows.last();
        if (before.isEmpty()) {
            lateChaining.run();
        }
        Anchor made = seal(before.orElse(null));
        try {
            AnchorFile.Content known = file.read();
            before.filter(last -> wasCutOff(last, known)).ifPresent(last -> append(List.of(last)));
            append(List.of(made));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    private Anchor seal(@Nullable Anchor before) {
        long number = before == null ? 1 : before.number() + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                rows.begin(number, now);
                rows.collectHeads(number);
                Anchor anchor = rows.computed(before, number, now);
                rows.finish(anchor);
                return anchor;
            }));
        } catch (DuplicateKeyException e) {
            throw new LedgerIsBusy("Somebody else is making seal " + number);
        }
    }

    /** The last seal got into the table and not into the file: a crash between the two. More than that is not repaired. */
    private static boolean wasCutOff(Anchor last, AnchorFile.Content known) {
        return !known.lines().containsKey(last.number())
                && (last.number() == 1 || known.lines().containsKey(last.number() - 1));
    }

    private void append(List<Anchor> anchors) {
        try {
            file.append(anchors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
