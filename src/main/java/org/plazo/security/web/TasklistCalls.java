package org.plazo.security.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The calls of the engine's REST interface that the Tasklist makes for people who are not administrators. The webapps
 * mount the whole interface, so the rest is refused by address, whatever the engine's authorizations would say.
 *
 * <p>Left out on purpose: comments on tasks (text about a case would stay in the engine's tables), variables of tasks
 * and instances, start without the form, messages, jobs, and every write to filters, users and groups.
 */
final class TasklistCalls {

    private static final String ENGINE = "/camunda/api/engine/engine";

    private static final List<String> READ = List.of(
            "/filter",
            "/filter/count",
            "/filter/{id}",
            "/filter/{id}/list",
            "/filter/{id}/count",
            "/task",
            "/task/count",
            "/task/{id}",
            "/task/{id}/form",
            "/task/{id}/deployed-form",
            "/task/{id}/form-variables",
            "/task/{id}/rendered-form",
            "/task/{id}/identity-links",
            "/task/{id}/comment",
            "/task/{id}/attachment",
            "/process-definition",
            "/process-definition/count",
            "/process-definition/{id}",
            "/process-definition/{id}/startForm",
            "/process-definition/{id}/deployed-start-form",
            "/process-definition/{id}/form-variables",
            "/process-definition/{id}/rendered-form",
            "/process-definition/{id}/xml",
            "/process-definition/key/{key}",
            "/process-definition/key/{key}/startForm",
            "/process-definition/key/{key}/deployed-start-form",
            "/process-definition/key/{key}/form-variables",
            "/process-definition/key/{key}/xml",
            "/process-instance/{id}",
            "/history/user-operation",
            "/history/user-operation/count",
            "/history/task",
            "/user",
            "/user/count",
            "/user/{id}/profile",
            "/group",
            "/group/count",
            "/identity/groups");

    private static final List<String> WRITE = List.of(
            "/filter/{id}/list",
            "/filter/{id}/count",
            "/task",
            "/task/count",
            "/task/{id}/claim",
            "/task/{id}/unclaim",
            "/task/{id}/assignee",
            "/task/{id}/complete",
            "/task/{id}/submit-form",
            "/process-definition/{id}/submit-form",
            "/process-definition/key/{key}/submit-form");

    private TasklistCalls() {}

    static RequestMatcher[] matchers() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        String engine = ENGINE + "/{engine}";
        Stream<RequestMatcher> all = Stream.of(
                        Stream.of(paths.matcher(HttpMethod.GET, ENGINE), paths.matcher(HttpMethod.GET, ENGINE + "/")),
                        READ.stream().map(path -> paths.matcher(HttpMethod.GET, engine + path)),
                        WRITE.stream().map(path -> paths.matcher(HttpMethod.POST, engine + path)),
                        // the follow-up date
                        Stream.of(paths.matcher(HttpMethod.PUT, engine + "/task/{id}")),
                        // what may I do with filters?
                        Stream.of(
                                paths.matcher(HttpMethod.OPTIONS, engine + "/filter"),
                                paths.matcher(HttpMethod.OPTIONS, engine + "/filter/{id}")))
                .flatMap(matchers -> matchers);
        return all.toArray(RequestMatcher[]::new);
    }
}
