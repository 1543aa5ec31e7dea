package org.plazo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.security.web.WebClient.basic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PlazoIT
class ApiDocumentIT {

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void namesEveryOperationOfTheApi() throws Exception {
        Set<String> expected = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/") && !path.startsWith("/api/openapi"))
                .forEach(path -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> expected.add(verb.name().toLowerCase() + " " + path))));
        Set<String> described = new TreeSet<>();
        document("en").path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(verb -> described.add(verb + " " + path.getKey())));
        assertThat(described).isEqualTo(expected).hasSizeGreaterThan(25);
    }

    @Test
    void saysInBothLanguagesWhatEachOperationDoes() throws Exception {
        List<String> english = summaries(document("en"));
        List<String> spanish = summaries(document("es"));
        assertThat(english).hasSameSizeAs(spanish).noneMatch(text -> text.startsWith("api."));
        assertThat(spanish).doesNotContainAnyElementsOf(english).noneMatch(text -> text.startsWith("api."));
    }

    @Test
    void namesTheFiltersOfAList() throws Exception {
        JsonNode parameters = document("en").at("/paths/~1api~1requests/get/parameters");
        List<String> names = new ArrayList<>();
        parameters.forEach(parameter -> names.add(parameter.get("name").asText()));
        assertThat(names)
                .contains("timeliness", "crimeArea", "open", "authorityNot", "crimeAreaNot", "sort", "size")
                .doesNotContain("parameters");
    }

    @Test
    void isShownToPeopleWithARoleOnly() {
        assertThat(WebClient.anonymous(port).get("/api/openapi").statusCode()).isEqualTo(401);
        assertThat(WebClient.anonymous(port).get("/openapi").statusCode()).isEqualTo(302);
        WebClient handler = WebClient.loggedIn(port, "handler");
        assertThat(handler.get("/openapi").body()).contains("data-document=\"/api/openapi\"");
        assertThat(handler.get("/webjars/swagger-ui/swagger-ui-bundle.js").statusCode())
                .isEqualTo(200);
        assertThat(handler.get("/webjars/swagger-ui/index.html").statusCode()).isEqualTo(403);
    }

    private static List<String> summaries(JsonNode document) {
        List<String> summaries = new ArrayList<>();
        document.path("paths")
                .forEach(path -> path.forEach(
                        operation -> summaries.add(operation.path("summary").asText())));
        return summaries;
    }

    private JsonNode document(String language) throws Exception {
        var answer =
                WebClient.anonymous(port).get("/api/openapi", basic("handler", "handler", "Accept-Language", language));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
