package org.plazo.workflow.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestCircles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Moves the rows of a running or ended process from one tenant to another, which the engine itself cannot. The only place
 * that writes into the engine's tables past the engine.
 */
@Component
public class TenantRows implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(TenantRows.class);

    /** Tables with a tenant, and the column that leads to the process; a count of changes where the engine keeps one. */
    static final List<String> BY_PROCESS = List.of(
            "ACT_RU_VARIABLE",
            "ACT_RU_EVENT_SUBSCR",
            "ACT_RU_INCIDENT",
            "ACT_RU_EXT_TASK",
            "ACT_HI_PROCINST",
            "ACT_HI_ACTINST",
            "ACT_HI_TASKINST",
            "ACT_HI_VARINST",
            "ACT_HI_DETAIL",
            "ACT_HI_DECINST",
            "ACT_HI_COMMENT",
            "ACT_HI_ATTACHMENT",
            "ACT_HI_OP_LOG",
            "ACT_HI_INCIDENT",
            "ACT_HI_EXT_TASK_LOG");

    /** A command that runs at the same moment, and would write rows with the old tenant, must lose and run again. */
    static final Map<String, String> COUNTED = Map.of(
            "ACT_RU_EXECUTION", "PROC_INST_ID_",
            "ACT_RU_TASK", "PROC_INST_ID_",
            "ACT_RU_JOB", "PROCESS_INSTANCE_ID_");

    static final Map<String, String> BY_TASK =
            Map.of("ACT_RU_IDENTITYLINK", "ACT_RU_TASK", "ACT_HI_IDENTITYLINK", "ACT_HI_TASKINST");

    static final String JOB_LOG = "ACT_HI_JOB_LOG";

    private final JdbcClient jdbc;
    private final AccessTenants tenants;
    private final RequestCircles circles;

    /** @param engine is asked for because it makes the tables */
    TenantRows(JdbcClient jdbc, AccessTenants tenants, RequestCircles circles, ProcessEngine engine) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.circles = circles;
    }

    /**
     * Gives all processes of a request the tenant that its access class asks for now, when the transaction commits: the
     * engine writes what it has changed before that.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(String reference) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                write(reference);
            }
        });
    }

    private void write(String reference) {
        String tenant = tenants.ofRequest(reference);
        List<String> processes = processes(reference);
        if (processes.isEmpty()) {
            return;
        }
        for (String table : BY_PROCESS) {
            update(table, "TENANT_ID_ = :tenant", "PROC_INST_ID_ in (:processes)", tenant, processes);
        }
        update(JOB_LOG, "TENANT_ID_ = :tenant", "PROCESS_INSTANCE_ID_ in (:processes)", tenant, processes);
        BY_TASK.forEach((table, tasks) -> update(
                table,
                "TENANT_ID_ = :tenant",
                "TASK_ID_ in (select ID_ from " + tasks + " where PROC_INST_ID_ in (:processes))",
                tenant,
                processes));
        new TreeMap<>(COUNTED)
                .forEach((table, column) -> update(
                        table,
                        "TENANT_ID_ = :tenant, REV_ = REV_ + 1",
                        column + " in (:processes)",
                        tenant,
                        processes));
    }

    private void update(String table, String set, String where, @Nullable String tenant, List<String> processes) {
        jdbc.sql("update " + table + " set " + set + " where " + where + " and "
                        + (tenant == null ? "TENANT_ID_ is not null" : "(TENANT_ID_ is null or TENANT_ID_ <> :tenant)"))
                .param("tenant", tenant)
                .param("processes", processes)
                .update();
    }

    /** Those with the reference as their business key, and the ones that they called. */
    private List<String> processes(String reference) {
        return jdbc.sql("""
                        select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = :reference
                        union
                        select PROC_INST_ID_ from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ in
                          (select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = :reference)
                        union
                        select PROC_INST_ID_ from ACT_RU_EXECUTION where ROOT_PROC_INST_ID_ in
                          (select PROC_INST_ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = :reference)""").param("reference", reference).query(String.class).list();
    }

    /** Whatever started before this was so, or before the configuration changed, is put right at start. */
    @Override
    public void afterSingletonsInstantiated() {
        List<String> strays = strays();
        if (!strays.isEmpty()) {
            LOG.info("The processes of {} requests get the tenant of their access class", strays.size());
            strays.forEach(this::write);
        }
    }

    private List<String> strays() {
        String closed = circles.closed().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        String wanted = closed.isEmpty()
                ? "''"
                : "case when r.access_class in (" + closed + ") then concat('" + AccessTenants.PREFIX
                        + "', r.access_class) else '' end";
        return jdbc.sql("select distinct r.reference from ACT_HI_PROCINST p"
                        + " join cooperation_request r on r.reference = p.BUSINESS_KEY_"
                        + " where coalesce(p.TENANT_ID_, '') <> " + wanted)
                .query(String.class)
                .list();
    }
}
