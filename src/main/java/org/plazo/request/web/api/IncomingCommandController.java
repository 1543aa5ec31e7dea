package org.plazo.request.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.IncomingCommands;
import org.plazo.request.RegisterQueries;
import org.plazo.request.Settlement;
import org.plazo.request.web.api.RequestCommandController.CorrectionInput;
import org.plazo.request.web.api.RequestCommandController.DispatchInput;
import org.plazo.request.web.api.RequestCommandController.MeasureInput;
import org.plazo.request.web.input.Fields;
import org.plazo.request.web.input.RequestVersions;
import org.plazo.security.Actor;
import org.plazo.security.CurrentActor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done over HTTP to a request of the other side; bodies and answers are as those of the other commands. */
@RestController
@RequestMapping("/api/requests/{reference}")
class IncomingCommandController {

    private final IncomingCommands commands;
    private final RegisterQueries register;
    private final CurrentActor actor;
    private final RequestVersions versions;

    IncomingCommandController(
            IncomingCommands commands, RegisterQueries register, CurrentActor actor, RequestVersions versions) {
        this.commands = commands;
        this.register = register;
        this.actor = actor;
        this.versions = versions;
    }

    @PostMapping("/registration")
    ResponseEntity<RequestView> register(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable CorrectionInput input) {
        String note = input == null ? null : input.note();
        return run(reference, ifMatch, () -> commands.register(reference, note, actor.get()));
    }

    @PostMapping("/admissibility")
    ResponseEntity<RequestView> decideAdmissibility(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AdmissibilityInput input) {
        AdmissibilityDecision decision = input.toDecision();
        Instant at = Fields.instant("at", input.at());
        return run(reference, ifMatch, () -> commands.decideAdmissibility(reference, decision, at, actor.get()));
    }

    @PostMapping("/information")
    ResponseEntity<RequestView> recordInformation(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable InformationInput input) {
        InformationInput given = input == null ? new InformationInput(null, null, null) : input;
        Instant at = Fields.instant("at", given.at());
        Actor by = actor.get();
        return run(
                reference,
                ifMatch,
                Boolean.FALSE.equals(given.came())
                        ? () -> commands.goOnWithoutInformation(reference, at, given.note(), by)
                        : () -> commands.recordInformation(reference, at, given.note(), by));
    }

    @PostMapping("/agency")
    ResponseEntity<RequestView> assignAgency(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AgencyInput input) {
        String agency = Fields.required("agency", input.agency());
        return run(reference, ifMatch, () -> commands.assignAgency(reference, agency, input.note(), actor.get()));
    }

    @PostMapping("/execution")
    ResponseEntity<RequestView> recordExecution(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ExecutionInput input) {
        Map<Integer, Settlement> settled = MeasureInput.settlements(input.measures());
        return run(reference, ifMatch, () -> commands.recordExecution(reference, settled, actor.get()));
    }

    @PostMapping("/drafting")
    ResponseEntity<RequestView> submitResponse(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable CorrectionInput input) {
        String note = input == null ? null : input.note();
        return run(reference, ifMatch, () -> commands.submitResponse(reference, note, actor.get()));
    }

    @PostMapping("/clearance")
    ResponseEntity<RequestView> clear(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ClearanceInput input) {
        boolean cleared = Fields.required("cleared", input.cleared());
        return run(reference, ifMatch, () -> commands.clear(reference, cleared, input.reason(), actor.get()));
    }

    @PostMapping("/response-dispatch")
    ResponseEntity<RequestView> sendResponse(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable DispatchInput input) {
        DispatchInput given = input == null ? new DispatchInput(null, null) : input;
        Instant at = Fields.instant("at", given.at());
        return run(reference, ifMatch, () -> commands.sendResponse(reference, at, given.channel(), actor.get()));
    }

    private ResponseEntity<RequestView> run(String reference, @Nullable String ifMatch, Runnable command) {
        versions.run(reference, ifMatch, command);
        return RequestView.of(register.details(reference)).answer();
    }

    /** @param transferredTo to whom it goes, in words */
    record AdmissibilityInput(
            @Nullable String choice,
            @Nullable String ground,
            @Nullable String reasons,
            @Nullable String transferredTo,
            @Nullable String at) {

        AdmissibilityDecision toDecision() {
            return new AdmissibilityDecision(
                    Fields.code("choice", Fields.required("choice", choice), AdmissibilityDecision.Choice.class),
                    ground,
                    reasons,
                    transferredTo);
        }
    }

    /**
     * @param came false: it has not come, and we go on without it
     * @param note what has come; why we go on without it
     */
    record InformationInput(
            @Nullable Boolean came,
            @Nullable String at,
            @Nullable String note) {}

    record AgencyInput(@Nullable String agency, @Nullable String note) {}

    record ExecutionInput(@Nullable List<MeasureInput> measures) {}

    record ClearanceInput(
            @Nullable Boolean cleared, @Nullable String reason) {}
}
