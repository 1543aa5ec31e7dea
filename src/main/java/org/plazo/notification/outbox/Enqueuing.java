package org.plazo.notification.outbox;

import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.plazo.notification.NewNotification;
import org.plazo.notification.Notifications;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes into the outbox. The unique key of the table makes a step told once; the statement must not fail for a
 * duplicate, because a failed statement ends the caller's transaction in PostgreSQL.
 */
@Component
class Enqueuing implements Notifications {

    private static final String INSERT = """
            insert into notification
                   (request_id, deadline_id, kind, generation, step, urgency, recipient, gathered,
                    state, created_at)
            select cast(:request as bigint), cast(:deadline as bigint), :kind, cast(:generation as int), :step, :urgency,
                   :recipient, cast(:gathered as boolean), 'PENDING', cast(:now as timestamp with time zone)
             where not exists (
                   select 1 from notification
                    where deadline_id = :deadline and generation = :generation and step = :step
                      and recipient = :recipient)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String insert;

    Enqueuing(JdbcClient jdbc, DataSource dataSource, Clock clock) throws MetaDataAccessException {
        this.jdbc = jdbc;
        this.clock = clock;
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
        // H2 knows this clause in a compatibility mode only; there a failed statement does not harm the transaction
        this.insert = "PostgreSQL".equals(product) ? INSERT + " on conflict do nothing" : INSERT;
    }

    @Override
    public boolean enqueue(NewNotification notification) {
        try {
            return jdbc.sql(insert)
                            .param("request", notification.requestId())
                            .param("deadline", notification.deadlineId())
                            .param("kind", notification.kind().name())
                            .param("generation", notification.generation())
                            .param("step", notification.step())
                            .param("urgency", notification.urgency().name())
                            .param("recipient", notification.recipient())
                            .param("gathered", notification.gathered())
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
        } catch (DuplicateKeyException writtenByAnotherTransaction) {
            return false;
        }
    }
}
