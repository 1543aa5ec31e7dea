package org.plazo.workflow.engine;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Indexes that the engine's tables lack. Without the one on due dates the search for due timers reads every future timer:
 * 18 fired in a second with 300,000 waiting, instead of hundreds. The Tasklist's filters are in the order of due dates; the one
 * on tasks holds besides what they ask for, so that other tasks are passed over without being read. Whenever a task ends the
 * engine looks for its subtasks, and would read all tasks.
 */
@Component
class EngineIndexes {

    private static final List<String> EVERYWHERE = List.of(
            "create index if not exists plazo_job_due_date on ACT_RU_JOB (DUEDATE_)",
            "create index if not exists plazo_task_listed on ACT_RU_TASK (DUE_DATE_, PRIORITY_, TENANT_ID_, ID_)",
            "create index if not exists plazo_task_parent on ACT_RU_TASK (PARENT_TASK_ID_)",
            "drop index if exists plazo_task_due_date");

    /** For the search for jobs of instances that another node works on. */
    private static final String POSTGRESQL =
            "create index if not exists plazo_job_locked on ACT_RU_JOB (PROCESS_INSTANCE_ID_) where LOCK_OWNER_ is not null";

    /** @param engine is asked for because it makes the tables */
    EngineIndexes(ProcessEngine engine, DataSource database) throws MetaDataAccessException {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        EVERYWHERE.forEach(jdbc::execute);
        String product = JdbcUtils.extractDatabaseMetaData(database, metaData -> metaData.getDatabaseProductName());
        if (DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL) {
            jdbc.execute(POSTGRESQL);
        }
    }
}
