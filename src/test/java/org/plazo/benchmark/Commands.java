package org.plazo.benchmark;

import static org.plazo.security.web.WebClient.basic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plazo.security.web.WebClient;

/** What is done to one request after the other, from its beginning to its end, while the others wait in the register. */
final class Commands {

    private static final double LIMIT = 300;
    private static final int WARM_UP = 5;
    private static final int REQUESTS = 20;

    /** @param path after that of the request */
    private record Step(String user, String path, String body) {}

    private static final String ASKED = """
            {"kind":"INFORMATION","requestingAuthority":"MININT","requestedAuthority":"DOJ","legalBasis":"UNTOC",
             "crimeArea":"DRUGS","label":"FICTICIO","facts":"Ficticios","purpose":"Prueba",
             "measures":["uno","dos"],"urgency":"ROUTINE"}""";

    private static final String RECEIVED = """
            {"direction":"INCOMING","channel":"DIPLOMATIC_NOTE","kind":"INFORMATION","requestingAuthority":"DOJ",
             "requestedAuthority":"FGR","legalBasis":"MOU_2017","crimeArea":"CYBERCRIME","label":"FICTICIO",
             "measures":["uno","dos"],"urgency":"ROUTINE","theirReference":"FICTICIO-1"}""";

    private static final List<Step> OUTGOING = List.of(
            new Step("handler", "/submission", "{}"),
            new Step("manager", "/review", "{\"approved\":true}"),
            new Step("handler", "/dispatch", "{\"channel\":\"INTERPOL\"}"),
            new Step("handler", "/acknowledgement", "{}"),
            new Step("handler", "/pause", "{\"category\":\"TRANSLATION\",\"reason\":\"x\"}"),
            new Step("handler", "/resumption", "{}"),
            new Step(
                    "handler",
                    "/extension",
                    "{\"basis\":\"AGREED\",\"reason\":\"x\",\"amount\":10,\"unit\":\"BUSINESS_DAYS\"}"),
            new Step("handler", "/interim-reply", "{}"),
            new Step("handler", "/response", "{}"),
            new Step("handler", "/withdrawal", "{\"reason\":\"x\"}"));

    private static final List<Step> INCOMING = List.of(
            new Step("handler", "/registration", "{}"),
            new Step("handler", "/acknowledgement", "{}"),
            new Step("handler", "/admissibility", "{\"choice\":\"ADMISSIBLE\"}"),
            new Step("handler", "/agency", "{\"agency\":\"AGR\"}"),
            new Step(
                    "handler",
                    "/execution",
                    "{\"measures\":[{\"position\":1,\"outcome\":\"EXECUTED\"},{\"position\":2,\"outcome\":\"EXECUTED\"}]}"),
            new Step("handler", "/drafting", "{}"),
            new Step("manager", "/clearance", "{\"cleared\":true}"),
            new Step("handler", "/response-dispatch", "{\"channel\":\"DIPLOMATIC_NOTE\"}"));

    private final WebClient client;
    private final Timings timings;

    Commands(WebClient client, Timings timings) {
        this.client = client;
        this.timings = timings;
    }

    void run() {
        walk("outgoing", ASKED, OUTGOING);
        walk("incoming", RECEIVED, INCOMING);
    }

    private void walk(String direction, String request, List<Step> steps) {
        Map<String, double[]> times = new LinkedHashMap<>();
        for (int i = -WARM_UP; i < REQUESTS; i++) {
            String path = "/api/requests";
            path += "/" + reference(timed(times, i, new Step("handler", "", request), path));
            for (Step step : steps) {
                timed(times, i, step, path);
            }
        }
        times.forEach((step, taken) -> timings.taken(direction + " request" + step, LIMIT, taken));
    }

    private String timed(Map<String, double[]> times, int i, Step step, String path) {
        long begin = System.nanoTime();
        HttpResponse<String> answer = client.postJson(path + step.path(), step.body(), basic(step.user(), step.user()));
        double taken = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(step + " is answered with " + answer.body());
        }
        if (i >= 0) {
            times.computeIfAbsent(step.path(), each -> new double[REQUESTS])[i] = taken;
        }
        return answer.body();
    }

    private static String reference(String answer) {
        try {
            return new ObjectMapper().readTree(answer).get("reference").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer, e);
        }
    }
}
