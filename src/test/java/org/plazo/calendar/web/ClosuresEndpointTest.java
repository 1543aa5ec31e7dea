package org.plazo.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.calendar.TestCalendars;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ClosuresEndpointTest {

    private static final MockMvc MVC = MockMvcBuilders.standaloneSetup(new ClosuresController(TestCalendars.VERSIONS))
            .build();

    @Test
    void listsTheObservedDayInTheYearBefore() throws Exception {
        JsonNode closures = body(ask("us", "from=2027-12-25&to=2028-01-16"));
        assertThat(closures).hasSize(1);
        assertThat(closures.get(0).get("date").textValue()).isEqualTo("2027-12-31");
        assertThat(closures.get(0).get("reason").get("en").textValue())
                .isEqualTo("New Year's Day (observed; the holiday is Saturday, 1 January 2028)");
        assertThat(closures.get(0).get("reason").get("es").textValue())
                .isEqualTo("Año Nuevo (se observa este día; el feriado cae el sábado 1 de enero de 2028)");
    }

    @Test
    void listsClosuresWhateverTheirWeekdayAndBothEndsOfTheRange() throws Exception {
        JsonNode closures = body(ask("cu", "from=2026-07-25&to=2026-07-27"));
        assertThat(closures.findValuesAsText("date"))
                .as("Saturday, Sunday and Monday")
                .containsExactly("2026-07-25", "2026-07-26", "2026-07-27");
        assertThat(body(ask("cu", "from=2026-07-26&to=2026-07-26"))).hasSize(1);
        assertThat(body(ask("cu", "from=2026-08-01&to=2026-08-31")))
                .as("weekly closed days are not listed")
                .isEmpty();
    }

    @Test
    void servesOtherCountriesFromJollyday() throws Exception {
        assertThat(body(ask("mx", "from=2026-09-16&to=2026-09-16"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "us, from=2026-01-01, to",
        "us, to=2026-01-01, from",
        "us, from=2026-02-30&to=2026-03-01, from",
        "us, from=2026-01-01&to=tomorrow, to",
        "us, from=2026-01-02&to=2026-01-01, to",
        "us, from=1969-12-31&to=2026-01-01, from",
        "us, from=2026-01-01&to=2200-01-01, to",
        "us, from=2026-01-01T00:00&to=2026-02-01, from",
    })
    void refusesABadRange(String id, String query, String field) throws Exception {
        MockHttpServletResponse answer = ask(id, query);
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(body(answer).get("field").textValue()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"xx", "nowhere", "US", "ad-hoc", "il"})
    void knowsNoSuchCalendar(String id) throws Exception {
        MockHttpServletResponse answer = ask(id, "from=2026-01-01&to=2026-12-31");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(body(answer).get("field").textValue()).isEqualTo("id");
    }

    private MockHttpServletResponse ask(String id, String query) throws Exception {
        return MVC.perform(get("/api/calendars/" + id + "/closures?" + query).header("Accept-Language", "en"))
                .andReturn()
                .getResponse();
    }

    private static JsonNode body(MockHttpServletResponse answer) throws Exception {
        return new ObjectMapper().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }
}
