package org.plazo.request.command;

import java.time.Instant;
import java.time.Year;
import org.plazo.request.Direction;
import org.plazo.request.Parties;
import org.plazo.request.ReferencePattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives out our references. The series' row stays locked until the transaction that took a number has ended, so that a
 * number is never given twice and a transaction that fails leaves no gap.
 */
@Component
class ReferenceNumbers {

    private final JdbcClient jdbc;
    private final Parties parties;
    private final TransactionTemplate savepoint;

    ReferenceNumbers(JdbcClient jdbc, Parties parties, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The next reference of the year that it is on the home side. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(Direction direction, Instant now) {
        int year = Year.from(now.atZone(parties.home().zone())).getValue();
        ReferencePattern pattern = parties.referencePattern();
        String series = pattern.series(parties.home(), parties.counterpart(), direction, year);
        if (increment(series) == 0) {
            begin(series);
            increment(series);
        }
        long number = jdbc.sql("select last_number from reference_counter where series = ?")
                .param(series)
                .query(Long.class)
                .single();
        return pattern.reference(parties.home(), parties.counterpart(), direction, year, number);
    }

    private int increment(String series) {
        return jdbc.sql("update reference_counter set last_number = last_number + 1 where series = ?")
                .param(series)
                .update();
    }

    /** Of several transactions that begin a series at once, one inserts; the others wait for it and go on from there. */
    private void begin(String series) {
        try {
            savepoint.executeWithoutResult(
                    status -> jdbc.sql("insert into reference_counter (series, last_number) values (?, 0)")
                            .param(series)
                            .update());
        } catch (DuplicateKeyException e) {
            // somebody else was first: exactly what is wanted
        }
    }
}
