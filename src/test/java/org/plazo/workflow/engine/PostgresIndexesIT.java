package org.plazo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.MetaDataAccessException;

/** The indexes on PostgreSQL, over just the columns they need. */
class PostgresIndexesIT {

    @Test
    void makesThemOnceAndOneMoreThanOnH2() throws IOException, MetaDataAccessException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource database = postgres.getPostgresDatabase();
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql("create table ACT_RU_JOB (DUEDATE_ timestamp, PROCESS_INSTANCE_ID_ text, LOCK_OWNER_ text)")
                    .update();
            jdbc.sql(
                            "create table ACT_RU_TASK (DUE_DATE_ timestamp, PRIORITY_ integer, TENANT_ID_ text, ID_ text, PARENT_TASK_ID_ text)")
                    .update();

            new EngineIndexes(mock(ProcessEngine.class), database);
            new EngineIndexes(mock(ProcessEngine.class), database);

            assertThat(jdbc.sql("select indexname from pg_indexes where indexname like 'plazo%' order by 1")
                            .query(String.class)
                            .list())
                    .containsExactly(
                            "plazo_job_due_date", "plazo_job_locked", "plazo_task_listed", "plazo_task_parent");
        }
    }
}
