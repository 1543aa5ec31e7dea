package org.plazo.workflow.task;

import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plazo.workflow.FormContract;
import org.plazo.workflow.process.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the listeners read from each form, and the codes that its texts may show. */
@Configuration(proxyBeanMethods = false)
class FormContracts {

    private static final Set<String> SHOWN = Set.of("reference", "urgency", "crimeArea", "requestedAuthority");

    private static final Set<String> INCOMING_SHOWN =
            Set.of("reference", "urgency", "crimeArea", "requestingAuthority", Names.MEASURE);

    @Bean
    FormContract newRequestForm() {
        return new FormContract(
                "new-request",
                Set.of(
                        "kind",
                        "requestingAuthority",
                        "requestedAuthority",
                        "legalBasis",
                        "crimeArea",
                        "label",
                        "facts",
                        "purpose",
                        "measures",
                        "urgency",
                        "urgencyReason",
                        "classification",
                        "datedOn"),
                Set.of());
    }

    @Bean
    FormContract receiveRequestForm() {
        return new FormContract(
                "receive-request",
                Set.of(
                        "at",
                        "channel",
                        "kind",
                        "requestingAuthority",
                        "requestedAuthority",
                        "theirReference",
                        "legalBasis",
                        "crimeArea",
                        "label",
                        "facts",
                        "purpose",
                        "measures",
                        "urgency",
                        "urgencyReason",
                        "classification",
                        "datedOn",
                        "requestedOn"),
                Set.of());
    }

    @Bean
    FormContract acknowledgeReceiptForm() {
        return incomingTask("acknowledge-receipt", "at", "theirReference");
    }

    @Bean
    FormContract registerRequestForm() {
        return incomingTask("register-request", "note");
    }

    @Bean
    FormContract decideAdmissibilityForm() {
        return incomingTask("decide-admissibility", "choice", "ground", "reasons", "transferredTo", "at");
    }

    @Bean
    FormContract recordInformationForm() {
        return incomingTask("record-information", "came", "at", "note", "reason");
    }

    @Bean
    FormContract assignAgencyForm() {
        return incomingTask("assign-agency", "agency", "note");
    }

    @Bean
    FormContract executeMeasureForm() {
        return incomingTask("execute-measure", "measureOutcome", "ground", "reasons");
    }

    @Bean
    FormContract draftResponseForm() {
        return incomingTask("draft-response", "note");
    }

    @Bean
    FormContract clearResponseForm() {
        return incomingTask("clear-response", "decision", "reason");
    }

    @Bean
    FormContract sendResponseForm() {
        return incomingTask("send-response", "channel", "at");
    }

    @Bean
    FormContract reviewRequestForm() {
        return task("review-request", "decision", "reason");
    }

    @Bean
    FormContract correctRequestForm() {
        return task("correct-request", "note");
    }

    @Bean
    FormContract dispatchRequestForm() {
        return task("dispatch-request", "channel", "at");
    }

    @Bean
    FormContract followUpForm() {
        return task(
                "follow-up",
                "received",
                "at",
                "theirReference",
                "note",
                "promisedOn",
                "basis",
                "newDate",
                "ground",
                "reviewOn",
                "authority",
                "clock",
                "channel",
                "asked",
                "reason",
                "withdrawalReason");
    }

    @Bean
    FormContract assessResponseForm() {
        Stream<String> measures = IntStream.rangeClosed(1, AssessResponseListener.MEASURES)
                .boxed()
                .flatMap(n -> Stream.of("Outcome", "Ground", "Reasons").map(field -> "measure" + n + field));
        return task(
                "assess-response",
                Stream.concat(Stream.of("outcome", "reason"), measures).toArray(String[]::new));
    }

    @Bean
    FormContract sendReminderForm() {
        return task("send-reminder", "at", "note");
    }

    @Bean
    FormContract supplyMissingForm() {
        return task("supply-missing", "channel", "at", "note");
    }

    @Bean
    FormContract deliverNoteVerbaleForm() {
        return task("deliver-note-verbale", "at", "note");
    }

    private static FormContract incomingTask(String form, String... fields) {
        return new FormContract(form, Set.of(fields), INCOMING_SHOWN);
    }

    private static FormContract task(String form, String... fields) {
        return new FormContract(form, Set.of(fields), SHOWN);
    }
}
