package org.plazo.security.grants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The filters that everybody finds in the Tasklist. Names stand in both languages, because a filter has one name for all.
 * An existing filter of the same name is left as an administrator has made it.
 */
@Component
class TasklistFilters {

    /** A task has a higher priority only if somebody above the handler was told. */
    private static final int HIGHEST_OF_A_HANDLER = 100;

    private static final List<Map<String, String>> COLUMNS = List.of(
            Map.of("name", "reference", "label", "Referencia · Reference"),
            Map.of("name", "urgency", "label", "Urgencia · Urgency"),
            Map.of("name", "requestedAuthority", "label", "Autoridad · Authority"));

    private final FilterService filters;
    private final TaskService tasks;
    private final EngineGrants grants;

    TasklistFilters(FilterService filters, TaskService tasks, EngineGrants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    /** Makes the filters that are missing, and lets every group with tasks read them. */
    void make() {
        make("Mis tareas · My tasks", -50, "#1d4e79", query().taskAssigneeExpression("${currentUser()}"));
        make(
                "Mis grupos · My groups",
                -40,
                "#1d4e79",
                query().taskCandidateGroupInExpression("${currentUserGroups()}").taskUnassigned());
        make("Vencidas · Overdue", -30, "#b3261e", query().dueBeforeExpression("${now()}"));
        make(
                "Vencen en 7 días · Due within 7 days",
                -20,
                "#8a5a00",
                query().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(7)}"));
        make("Escaladas · Escalated", -10, "#6d0f3a", query().taskMinPriority(HIGHEST_OF_A_HANDLER + 1));
    }

    private TaskQuery query() {
        return tasks.createTaskQuery().orderByDueDate().asc();
    }

    private void make(String name, int position, String color, TaskQuery query) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("priority", position);
            properties.put("color", color);
            properties.put("refresh", true);
            properties.put("showUndefinedVariable", false);
            properties.put("variables", COLUMNS);
            filter = filters.saveFilter(
                    filters.newTaskFilter(name).setQuery(query).setProperties(properties));
        }
        String id = filter.getId();
        EngineGrants.TASK_ROLES.forEach(
                role -> grants.make(Grant.of(role.group(), Resources.FILTER, id, Permissions.READ)));
    }
}
