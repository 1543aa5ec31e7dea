package org.plazo.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes many requests out of few, with everything that belongs to them: measures, deadlines, ledger, notifications, process
 * instances, tasks, jobs and history. H2 only; nothing else may write meanwhile.
 */
final class Multiplied {

    /** What no list shows is not multiplied: files, and the engine's history of activities. */
    private static final Set<String> LEFT_OUT = Set.of(
            "DOCUMENT",
            "IMPORTED_REQUEST",
            "LEDGER_ANCHOR_HEAD",
            "ACT_HI_ACTINST",
            "ACT_HI_IDENTITYLINK",
            "ACT_HI_OP_LOG",
            "ACT_HI_JOB_LOG");

    private static final Set<String> OWN_IDS = Set.of("ID", "REQUEST_ID", "DEADLINE_ID", "EARLIER_ID");

    private static final Set<String> ENGINE_IDS = Set.of(
            "ID_",
            "PROC_INST_ID_",
            "ROOT_PROC_INST_ID_",
            "PROCESS_INSTANCE_ID_",
            "EXECUTION_ID_",
            "PARENT_ID_",
            "TASK_ID_",
            "ACT_INST_ID_",
            "PARENT_ACT_INST_ID_",
            "VAR_SCOPE_");

    /** How far the ids of one copy are from those of the next. */
    private static final long APART = 100_000;

    /** People among whom the copies are spread; the first is who has the original. */
    private static final int HANDLERS = 200;

    private static final int PORTION = 100;

    private final JdbcClient jdbc;
    private final int copies;

    Multiplied(JdbcClient jdbc, int copies) {
        this.jdbc = jdbc;
        this.copies = copies;
    }

    void run() {
        jdbc.sql("set referential_integrity false").update();
        // the file is thrown away afterwards: no need to be able to go back to older versions of it
        jdbc.sql("set retention_time 0").update();
        jdbc.sql("set write_delay 2000").update();
        List<String> statements = new ArrayList<>();
        for (String table : tables()) {
            List<String> columns = columns(table);
            if (table.startsWith("ACT_")) {
                statements.add(copy(table, columns, engineRows(columns), this::engineValue));
            } else if (isOfARequest(table, columns)) {
                statements.add(copy(table, columns, "1 = 1", this::ownValue));
            }
        }
        // in portions: one large transaction would make the file grow beyond all measure
        for (int first = 1; first <= copies; first += PORTION) {
            int last = Math.min(copies, first + PORTION - 1);
            for (String statement : statements) {
                jdbc.sql(statement).params(first, last).update();
            }
        }
        jdbc.sql("set write_delay 0").update();
        jdbc.sql("set retention_time 45000").update();
        jdbc.sql("set referential_integrity true").update();
        jdbc.sql("analyze").update();
    }

    private static boolean isOfARequest(String table, List<String> columns) {
        return table.equals("COOPERATION_REQUEST") || columns.contains("REQUEST_ID") || columns.contains("DEADLINE_ID");
    }

    private List<String> tables() {
        return jdbc.sql("""
                        select table_name from information_schema.tables
                         where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'
                           and (table_name not like 'ACT!_%' escape '!' or table_name like 'ACT!_RU!_%' escape '!'
                                or table_name like 'ACT!_HI!_%' escape '!')
                         order by table_name""").query(String.class).list().stream()
                .filter(table -> !LEFT_OUT.contains(table))
                .toList();
    }

    private List<String> columns(String table) {
        return jdbc.sql("""
                        select column_name from information_schema.columns
                         where table_schema = 'PUBLIC' and table_name = ? order by ordinal_position""").param(table).query(String.class).list();
    }

    private static String engineRows(List<String> columns) {
        for (String instance : List.of("PROC_INST_ID_", "PROCESS_INSTANCE_ID_")) {
            if (columns.contains(instance)) {
                return instance + " is not null";
            }
        }
        // candidates of tasks
        return columns.contains("TASK_ID_") ? "TASK_ID_ is not null" : "1 = 0";
    }

    private interface Value {
        String of(String table, String column);
    }

    /** Keeps the rows that there are now aside, and returns the statement that copies them. */
    private String copy(String table, List<String> columns, String rows, Value value) {
        String original = "original_" + table;
        jdbc.sql("create table " + original + " as select * from " + table + " where " + rows)
                .update();
        List<String> values = new ArrayList<>();
        columns.forEach(column -> values.add(value.of(table, column)));
        return "insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from system_range(?, ?) n, " + original + " t";
    }

    /** The copy's number comes first, so that copies are added at the ends of indexes, as real ids are. */
    private static String engineId(String column) {
        String uuid = "right(" + column + ", 36)";
        return "left(" + column + ", length(" + column + ") - 36) || 'x' || lpad(n.x, 7, '0') || substr(" + uuid
                + ", 9, 20) || left(" + uuid + ", 8)";
    }

    private String ownValue(String table, String column) {
        if (OWN_IDS.contains(column)) {
            return "t." + column + " + n.x * " + APART;
        }
        return switch (column) {
            case "REFERENCE" -> "t.REFERENCE || '-' || n.x";
            case "SEARCH_TEXT" -> "t.SEARCH_TEXT || ' ' || n.x";
            case "LABEL" -> "t.LABEL || ' ' || n.x";
            case "EXTERNAL_ID" -> "null";
            case "HANDLER" -> spread("HANDLER");
            case "RUNNING_DUE_AT", "DISPATCHED_AT", "CREATED_AT", "RESPONDED_AT" ->
                "dateadd(minute, -n.x, t." + column + ")";
            default -> "t." + column;
        };
    }

    private String engineValue(String table, String column) {
        if (ENGINE_IDS.contains(column)) {
            return engineId("t." + column);
        }
        return switch (column) {
            case "BUSINESS_KEY_" -> "t.BUSINESS_KEY_ || '-' || n.x";
            case "ASSIGNEE_" -> spread("ASSIGNEE_");
            case "TEXT_" ->
                table.equals("ACT_RU_VARIABLE")
                        ? "case when t.NAME_ = 'reference' then t.TEXT_ || '-' || n.x else t.TEXT_ end"
                        : "t.TEXT_";
            case "DUE_DATE_" -> "dateadd(minute, -n.x, t.DUE_DATE_)";
            // no timer fires while we measure
            case "DUEDATE_" -> "dateadd(minute, n.x, t.DUEDATE_)";
            default -> "t." + column;
        };
    }

    private static String spread(String column) {
        return "case when t." + column + " is null or mod(n.x, " + HANDLERS + ") = 0 then t." + column + " else t."
                + column + " || mod(n.x, " + HANDLERS + ") end";
    }
}
