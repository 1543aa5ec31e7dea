package org.plazo.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.plazo.request.Parties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How much each person may still upload today, on the home side's calendar day; parallel uploads cannot exceed it. */
@Component
class UploadQuota {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final DocumentSettings settings;
    private final Clock clock;
    private final ZoneId zone;

    UploadQuota(
            JdbcClient jdbc,
            TransactionOperations transaction,
            DocumentSettings settings,
            Clock clock,
            Parties parties) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
        this.zone = parties.home().zone();
    }

    /** Makes sure that there is a row to count in. Outside of the upload's transaction, which a duplicate would end. */
    void open(String holder) {
        try {
            transaction.executeWithoutResult(status ->
                    jdbc.sql("""
                            insert into document_quota (holder, used_on, used_bytes)
                            select cast(:holder as varchar(64)), cast(:day as date), 0
                            where not exists (select 1 from document_quota where holder = :holder and used_on = :day)""").param("holder", holder).param("day", today()).update());
        } catch (DuplicateKeyException e) {
            // another upload of the same person made it at this moment
        }
    }

    /**
     * Counts an upload, in its transaction.
     *
     * @throws DocumentRefused if it would be more than a person may upload in a day
     */
    void take(String holder, long bytes) {
        int counted = jdbc.sql("""
                        update document_quota set used_bytes = used_bytes + :bytes
                        where holder = :holder and used_on = :day and used_bytes + :bytes <= :most""")
                .param("bytes", bytes)
                .param("holder", holder)
                .param("day", today())
                .param("most", settings.dailyQuota().toBytes())
                .update();
        if (counted == 0) {
            throw new DocumentRefused("file", Refusal.QUOTA_USED_UP, Sizes.of(settings.dailyQuota()));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
