package org.plazo.request.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.context.WebApplicationContext;

@PlazoIT
class BadInputIT {

    @Autowired
    private WebApplicationContext context;

    private Api api;

    @BeforeEach
    void connect() {
        api = new Api(context);
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                arguments("kind", "\"NONSENSE\"", "kind"),
                arguments("kind", "null", "kind"),
                arguments("requestingAuthority", "\"DOJ\"", "requestingAuthority"),
                arguments("requestedAuthority", "\"FGR\"", "requestedAuthority"),
                arguments("requestedAuthority", "\"doj\"", "requestedAuthority"),
                arguments("legalBasis", "\"\"", "legalBasis"),
                arguments("crimeArea", "\"DRUGS \"", "crimeArea"),
                arguments("label", "null", "label"),
                arguments("label", "\"   \"", "label"),
                arguments("label", "\"\\u00A0\\u200B\\uFEFF\"", "label"),
                arguments("label", "\"a\\u0000b\"", "label"),
                arguments("label", "\"a\\nb\"", "label"),
                arguments("label", "\"a\\u202Eb\"", "label"),
                arguments("label", "\"" + "x".repeat(201) + "\"", "label"),
                arguments("facts", "\"a\\u0007b\"", "facts"),
                arguments("facts", "\"" + "x".repeat(10_001) + "\"", "facts"),
                arguments("measures", "[]", "measures"),
                arguments("measures", "null", "measures"),
                arguments("measures", "[\"a\",null]", "measures[1]"),
                arguments("measures", "[\"a\",\" \"]", "measures[1]"),
                arguments("measures", "\"a\"", "measures"),
                arguments("measures", "[{\"a\":1}]", "measures[0]"),
                arguments("urgency", "\"SOON\"", "urgency"),
                arguments("urgencyReason", "\"\"", "urgencyReason"),
                arguments("urgencyReason", "null", "urgencyReason"),
                arguments("classification", "\"TOP\"", "classification"),
                arguments("datedOn", "\"2026-02-30\"", "datedOn"),
                arguments("datedOn", "\"05/01/2026\"", "datedOn"),
                arguments("datedOn", "\"2199-01-01\"", "datedOn"),
                arguments("datedOn", "\"1600-01-01\"", "datedOn"),
                arguments("requestedOn", "\"2025-01-01\"", "requestedOn"),
                arguments("requestedOn", "\"9999-01-01\"", "requestedOn"),
                arguments("theirReference", "\"a\\u0001\"", "theirReference"),
                arguments("handler", "\"nobody\"", "handler"),
                arguments("handler", "\"auditor\"", "handler"),
                arguments("lifecycle", "\"CLOSED\"", "lifecycle"),
                arguments("reference", "\"CU-OUT-2026-9999\"", "reference"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void namesTheFieldThatIsWrong(String field, String value, String named) {
        Api.Answer refused = api.post("handler", "/api/requests", Bodies.requestWith(field, value));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.response().getContentType()).startsWith("application/problem+json");
        assertThat(refused.text("field")).isEqualTo(named);
    }

    @Test
    void takesNoBodyOfWhichAPartWouldBeDropped() {
        String body = Bodies.requestWith("label", "\"uno\"");
        for (String odd : List.of(body + "x", body + body, body.replace("{", "{\"label\":\"dos\","))) {
            Api.Answer refused = api.post("handler", "/api/requests", odd);
            assertThat(refused.status()).as(odd).isEqualTo(400);
            assertThat(refused.text("field")).isEqualTo("body");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page=-1, page",
        "page=x, page",
        "size=0, size",
        "size=201, size",
        "size=99999999999, size",
        "lifecycle=OPEN, lifecycle",
        "timeliness=LATE, timeliness",
        "authority=FBX, authority",
        "handler=a\u0001b, handler",
        "text=a\u0001b, text"
    })
    void namesTheParameterThatIsWrong(String query, String named) {
        Api.Answer refused = api.get("handler", "/api/requests?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/acknowledgement | {\"at\":\"2199-01-01T00:00:00Z\"} | at",
                "/acknowledgement | {\"at\":\"2001-01-01T00:00:00Z\"} | at",
                "/acknowledgement | {\"at\":\"2026-01-05\"} | at",
                "/acknowledgement | {\"at\":1767620000} | at",
                "/response | {\"at\":\"2001-01-01T00:00:00Z\"} | at",
                "/response | {\"note\":\"a\\u0000\"} | note",
                "/response | {\"noted\":\"a\"} | noted",
                "/interim-reply | {\"at\":\"yesterday\"} | at",
                "/withdrawal | {} | reason",
                "/withdrawal | {\"reason\":\" \"} | reason",
                "/withdrawal | [] | body",
                "/withdrawal | {\"reason\": | body"
            })
    void changesNothingWhenACommandIsWrong(String command, String body, String named) {
        String reference = api.dispatched();
        Api.Answer refused = api.post("handler", "/api/requests/" + reference + command, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo(named);
        assertThat(api.get("handler", "/api/requests/" + reference).text("lifecycle"))
                .isEqualTo("AWAITING_RESPONSE");
    }

    @Test
    void refusesAReturnAndAnAssessmentWithoutTheirReason() {
        String reference = api.draft();
        String base = "/api/requests/" + reference;
        api.post("handler", base + "/submission", "{}");
        assertThat(api.post("reviewer", base + "/review", "{\"approved\":false}")
                        .text("field"))
                .isEqualTo("reason");
        assertThat(api.post("reviewer", base + "/review", "{}").text("field")).isEqualTo("approved");
        api.post("reviewer", base + "/review", "{\"approved\":true}");
        assertThat(api.post("handler", base + "/dispatch", "{\"channel\":\"PIGEON\"}")
                        .text("field"))
                .isEqualTo("channel");
        assertThat(api.post("handler", base + "/dispatch", "{\"at\":\"2026-01-04T12:00:00Z\"}")
                        .text("field"))
                .isEqualTo("at");
        api.post("handler", base + "/dispatch", "{}");
        api.post("handler", base + "/response", "{}");
        assertThat(api.post("handler", base + "/assessment", "{\"outcome\":\"PARTIAL\"}")
                        .text("field"))
                .isEqualTo("reason");
        assertThat(api.post("handler", base + "/assessment", "{\"outcome\":\"FINE\"}")
                        .text("field"))
                .isEqualTo("outcome");
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThat(api.post("handler", "/api/requests", "{").text("field")).isEqualTo("body");
        assertThat(api.post("handler", "/api/requests", "").status()).isEqualTo(400);
        assertThat(api.post("handler", "/api/requests", MediaType.TEXT_PLAIN, new byte[] {'x'})
                        .status())
                .isEqualTo(415);
    }
}
