package org.plazo.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.Urgency;

/** The choices in the forms are the codes of {@code config/parties.yaml}, with their names in both languages. */
class FormsFitTheConfigurationTest {

    private final JsonNode parties;

    FormsFitTheConfigurationTest() throws IOException {
        parties = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("config", "parties.yaml").toFile());
    }

    private static JsonNode field(String form, String key) throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(Path.of("processes", form + ".form").toFile());
        for (JsonNode component : json.path("components")) {
            if (component.path("key").asText().equals(key)) {
                return component;
            }
        }
        throw new AssertionError(form + " has no field " + key);
    }

    private static Map<String, String> choices(String form, String key) throws IOException {
        Map<String, String> choices = new LinkedHashMap<>();
        for (JsonNode value : field(form, key).path("values")) {
            choices.put(value.path("value").asText(), value.path("label").asText());
        }
        return choices;
    }

    private static Map<String, String> names(JsonNode codes) {
        Map<String, String> names = new LinkedHashMap<>();
        codes.fields().forEachRemaining(code -> {
            String es = code.getValue().path("es").asText();
            String en = code.getValue().path("en").asText();
            names.put(code.getKey(), es.equals(en) ? es : es + " · " + en);
        });
        return names;
    }

    @ParameterizedTest
    @CsvSource({
        "new-request, kind, kinds",
        "new-request, legalBasis, legalBases",
        "new-request, crimeArea, crimeAreas",
        "new-request, classification, classifications",
        "dispatch-request, channel, channels",
        "receive-request, kind, kinds",
        "receive-request, legalBasis, legalBases",
        "receive-request, crimeArea, crimeAreas",
        "receive-request, classification, classifications",
        "receive-request, channel, channels",
        "decide-admissibility, ground, grounds",
        "execute-measure, ground, grounds",
        "send-response, channel, channels",
        "follow-up, basis, extensionBases",
        "follow-up, ground, grounds",
        "follow-up, channel, channels",
        "supply-missing, channel, channels",
        "assess-response, measure1Ground, grounds",
        "assess-response, measure5Ground, grounds",
    })
    void offerTheCodes(String form, String field, String codes) throws IOException {
        assertThat(choices(form, field)).containsExactlyEntriesOf(names(parties.path(codes)));
    }

    @ParameterizedTest
    @CsvSource({
        "new-request, requestingAuthority, home",
        "new-request, requestedAuthority, counterpart",
        "receive-request, requestingAuthority, counterpart",
        "receive-request, requestedAuthority, home",
        "assign-agency, agency, home",
    })
    void offerTheAuthoritiesOfEachSide(String form, String field, String side) throws IOException {
        JsonNode party = parties.path("parties").path(parties.path(side).asText());
        assertThat(choices(form, field)).containsExactlyEntriesOf(names(party.path("authorities")));
    }

    @Test
    void offerTheAuthoritiesToWhichTheOtherSideMayPassItOn() throws IOException {
        JsonNode party =
                parties.path("parties").path(parties.path("counterpart").asText());
        assertThat(choices("follow-up", "authority")).containsExactlyEntriesOf(names(party.path("authorities")));
    }

    @Test
    void offerWhatTheProductKnows() throws IOException {
        assertThat(choices("new-request", "urgency").keySet()).containsExactlyElementsOf(all(Urgency.values()));
        assertThat(choices("receive-request", "urgency").keySet()).containsExactlyElementsOf(all(Urgency.values()));
        assertThat(choices("decide-admissibility", "choice").keySet())
                .containsExactlyElementsOf(all(AdmissibilityDecision.Choice.values()));
        assertThat(choices("assess-response", "outcome").keySet())
                .containsExactlyElementsOf(all(AssessmentOutcome.values()));
        List<String> outcomes = all(MeasureOutcome.values());
        outcomes.removeAll(List.of(MeasureOutcome.LAPSED.name(), MeasureOutcome.WITHDRAWN.name()));
        assertThat(choices("execute-measure", "measureOutcome").keySet()).containsExactlyElementsOf(outcomes);
        for (int measure = 1; measure <= AssessResponseListener.MEASURES; measure++) {
            assertThat(choices("assess-response", "measure" + measure + "Outcome")
                            .keySet())
                    .containsExactlyElementsOf(outcomes);
        }
    }

    private static List<String> all(Enum<?>[] values) {
        List<String> names = new ArrayList<>();
        for (Enum<?> value : values) {
            names.add(value.name());
        }
        return names;
    }
}
