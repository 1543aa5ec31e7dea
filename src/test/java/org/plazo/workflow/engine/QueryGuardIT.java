package org.plazo.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * CVE-2026-109432: an expression inside {@code or()} of a task query, or in the query that extends a filter, was evaluated
 * for any logged-in user. Without the guards each of these queries answers instead of being refused.
 */
@PlazoIT
class QueryGuardIT {

    private static final String ATTACK = "${''.getClass().forName('java.lang.Runtime')}";
    private static final String HARMLESS = "${currentUser()}";
    private static final String API = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private final List<String> stored = new ArrayList<>();

    @AfterEach
    void deleteFilters() {
        stored.forEach(filters::deleteFilter);
    }

    @ParameterizedTest
    @ValueSource(strings = {ATTACK, HARMLESS, "${1 + 1}"})
    void refusesExpressionsInEveryBranchOfAQuery(String expression) {
        refused(tasks.createTaskQuery().taskOwnerExpression(expression));
        refused(tasks.createTaskQuery().or().taskOwnerExpression(expression).endOr());
        refused(tasks.createTaskQuery()
                .or()
                .taskName("a")
                .endOr()
                .or()
                .dueBeforeExpression(expression)
                .taskName("b")
                .endOr());
    }

    @Test
    void answersQueriesWithoutExpressions() {
        assertThat(tasks.createTaskQuery()
                        .or()
                        .taskName("no such name")
                        .taskAssignee("no such person")
                        .endOr()
                        .list())
                .isEmpty();
    }

    @Test
    void refusesToStoreAFilterWithAForeignExpression() {
        for (TaskQuery query : new TaskQuery[] {
            tasks.createTaskQuery().taskOwnerExpression(ATTACK),
            tasks.createTaskQuery().or().taskOwnerExpression(ATTACK).endOr()
        }) {
            Filter filter = filters.newTaskFilter("attack").setQuery(query);
            assertThatThrownBy(() -> filters.saveFilter(filter)).isInstanceOf(BadUserRequestException.class);
        }
        assertThat(filters.createFilterQuery().filterName("attack").count()).isZero();
    }

    @Test
    void refusesToRunAFilterThatWasStoredByAnotherWay() {
        String id = store(tasks.createTaskQuery().taskName("x"));
        jdbc.sql("update ACT_RU_FILTER set QUERY_ = ? where ID_ = ?")
                .params("{\"orQueries\":[{\"taskOwnerExpression\":\"" + ATTACK + "\"}]}", id)
                .update();

        assertThatThrownBy(() -> filters.list(id)).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> filters.count(id)).isInstanceOf(ProcessEngineException.class);
        jdbc.sql("update ACT_RU_FILTER set QUERY_ = '{}' where ID_ = ?")
                .param(id)
                .update();
    }

    @Test
    void refusesExpressionsInTheQueryThatExtendsAFilter() {
        String id = store(tasks.createTaskQuery().taskName("x"));
        TaskQuery extending =
                tasks.createTaskQuery().or().taskOwnerExpression(ATTACK).endOr();

        assertThatThrownBy(() -> filters.list(id, extending)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.listPage(id, extending, 0, 10)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.count(id, extending)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> filters.singleResult(id, extending)).isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void runsTheSharedFiltersWithUserAndTime() {
        String id = store(tasks.createTaskQuery()
                .taskAssigneeExpression("${currentUser()}")
                .dueBeforeExpression("${dateTime().plusDays(7)}"));
        identity.setAuthentication("admin", List.of("camunda-admin"));
        try {
            assertThat(filters.listPage(id, null, 0, 10)).isEmpty();
            assertThat(filters.listPage(id, tasks.createTaskQuery().taskName("x"), 0, 10))
                    .isEmpty();
        } finally {
            identity.clearAuthentication();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /task?maxResults=5        | {"ownerExpression":"EXPRESSION"}
            /task?maxResults=5        | {"orQueries":[{"ownerExpression":"EXPRESSION"}]}
            /task?maxResults=5        | {"orQueries":[{"assigneeExpression":"EXPRESSION"}]}
            /task?maxResults=5        | {"orQueries":[{"dueBeforeExpression":"EXPRESSION"}]}
            /task?maxResults=5        | {"orQueries":[{"candidateGroupsExpression":"EXPRESSION"}]}
            /task?maxResults=5        | {"orQueries":[{"processInstanceBusinessKeyExpression":"EXPRESSION"}]}
            /task/count               | {"orQueries":[{"ownerExpression":"EXPRESSION"}]}
            /filter/FILTER/list?maxResults=5 | {"orQueries":[{"ownerExpression":"EXPRESSION"}]}
            /filter/FILTER/list?maxResults=5 | {"ownerExpression":"EXPRESSION"}
            /filter/FILTER/count      | {"orQueries":[{"ownerExpression":"EXPRESSION"}]}
            """)
    void refusesThemOverHttpForAHandler(String path, String body) throws IOException {
        WebClient handler = WebClient.loggedIn(port, "handler");
        String filter = firstFilter(handler);

        for (String expression : new String[] {"${''.getClass()}", "${currentUser()}"}) {
            var response = handler.webapp(
                    "POST", API + path.replace("FILTER", filter), body.replace("EXPRESSION", expression));
            assertThat(response.statusCode()).as(response.body()).isBetween(400, 403);
        }
        // the same call without an expression is none of the guard's business
        var plain = handler.webapp("POST", API + path.replace("FILTER", filter), "{}");
        assertThat(plain.statusCode()).as(plain.body()).isLessThan(400);
    }

    @Test
    void neitherHandlersNorAdministratorsStoreOneOverHttp() {
        String body = """
                {"resourceType":"Task","name":"attack","query":{"orQueries":[{"ownerExpression":"${''.getClass()}"}]},"properties":{}}
                """;
        for (String user : new String[] {"handler", "admin"}) {
            var response = WebClient.loggedIn(port, user).webapp("POST", API + "/filter/create", body);
            assertThat(response.statusCode()).as(user + ": " + response.body()).isBetween(400, 403);
        }
        assertThat(filters.createFilterQuery().filterName("attack").count()).isZero();
    }

    @Test
    void refusesUnboundedLists() {
        var response = WebClient.loggedIn(port, "handler").webapp("POST", API + "/task", "{}");
        assertThat(response.statusCode()).isEqualTo(400);
    }

    private static void refused(TaskQuery query) {
        assertThatThrownBy(query::list).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(query::count).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(query::singleResult).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> query.listPage(0, 10)).isInstanceOf(BadUserRequestException.class);
    }

    private String store(TaskQuery query) {
        Filter filter = filters.newTaskFilter("guard test").setQuery(query);
        String id = filters.saveFilter(filter).getId();
        stored.add(id);
        return id;
    }

    private String firstFilter(WebClient client) throws IOException {
        var response = client.webapp("GET", API + "/filter?resourceType=Task&maxResults=2000", null);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body()).path(0).path("id").asText();
    }
}
