package org.plazo.request.web.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Assessment;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.InvalidInput;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestCommands;
import org.plazo.request.Settlement;
import org.plazo.request.web.input.Fields;
import org.plazo.request.web.input.RequestVersions;
import org.plazo.security.CurrentActor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The commands over HTTP, each a sub-resource. All answer with the request as it is after the command. {@code at} is a
 * date-time with offset; missing it means now. With {@code If-Match} a command is for that version of the request alone.
 */
@RestController
@RequestMapping("/api/requests/{reference}")
class RequestCommandController {

    private final RequestCommands commands;
    private final RegisterQueries register;
    private final CurrentActor currentActor;
    private final RequestVersions versions;

    RequestCommandController(
            RequestCommands commands, RegisterQueries register, CurrentActor currentActor, RequestVersions versions) {
        this.versions = versions;
        this.commands = commands;
        this.register = register;
        this.currentActor = currentActor;
    }

    @PostMapping("/submission")
    ResponseEntity<RequestView> submit(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable NothingInput nothing) {
        return run(reference, ifMatch, () -> commands.submit(reference, currentActor.get()));
    }

    @PostMapping("/review")
    ResponseEntity<RequestView> review(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReviewInput input) {
        boolean approved = Fields.required("approved", input.approved());
        return run(reference, ifMatch, () -> commands.review(reference, approved, input.reason(), currentActor.get()));
    }

    @PostMapping("/correction")
    ResponseEntity<RequestView> correct(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable CorrectionInput input) {
        return run(
                reference,
                ifMatch,
                () -> commands.correct(reference, input == null ? null : input.note(), currentActor.get()));
    }

    @PostMapping("/dispatch")
    ResponseEntity<RequestView> dispatch(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable DispatchInput input) {
        DispatchInput given = input == null ? new DispatchInput(null, null) : input;
        return run(
                reference,
                ifMatch,
                () -> commands.dispatch(
                        reference, Fields.instant("at", given.at()), given.channel(), currentActor.get()));
    }

    @PostMapping("/acknowledgement")
    ResponseEntity<RequestView> acknowledge(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable AcknowledgementInput input) {
        AcknowledgementInput given = input == null ? new AcknowledgementInput(null, null) : input;
        return run(
                reference,
                ifMatch,
                () -> commands.acknowledge(
                        reference, Fields.instant("at", given.at()), given.theirReference(), currentActor.get()));
    }

    @PostMapping("/interim-reply")
    ResponseEntity<RequestView> recordInterimReply(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ReplyInput input) {
        ReplyInput given = input == null ? ReplyInput.EMPTY : input;
        return run(
                reference,
                ifMatch,
                () -> commands.recordInterimReply(
                        reference, Fields.instant("at", given.at()), given.note(), currentActor.get()));
    }

    @PostMapping("/response")
    ResponseEntity<RequestView> recordResponse(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ReplyInput input) {
        ReplyInput given = input == null ? ReplyInput.EMPTY : input;
        return run(
                reference,
                ifMatch,
                () -> commands.recordResponse(
                        reference, Fields.instant("at", given.at()), given.note(), currentActor.get()));
    }

    @PostMapping("/assessment")
    ResponseEntity<RequestView> assess(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AssessmentInput input) {
        Assessment assessment = input.toAssessment();
        return run(
                reference, ifMatch, () -> commands.assess(reference, assessment, input.reason(), currentActor.get()));
    }

    @PostMapping("/withdrawal")
    ResponseEntity<RequestView> withdraw(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody WithdrawalInput input) {
        return run(
                reference,
                ifMatch,
                () -> commands.withdraw(reference, Fields.required("reason", input.reason()), currentActor.get()));
    }

    @PostMapping("/closure")
    ResponseEntity<RequestView> close(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ClosureInput input) {
        Settlement pending = input.settlement();
        String reason = Fields.required("reason", input.reason());
        return run(reference, ifMatch, () -> commands.closeEarly(reference, pending, reason, currentActor.get()));
    }

    @PostMapping("/assignment")
    ResponseEntity<RequestView> assign(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AssignmentInput input) {
        String handler = Fields.required("handler", input.handler());
        return run(reference, ifMatch, () -> commands.assign(reference, handler, input.reason(), currentActor.get()));
    }

    private ResponseEntity<RequestView> run(String reference, @Nullable String ifMatch, Runnable command) {
        versions.run(reference, ifMatch, command);
        return RequestView.of(register.details(reference)).answer();
    }

    record NothingInput() {}

    record ReviewInput(@Nullable Boolean approved, @Nullable String reason) {}

    record CorrectionInput(@Nullable String note) {}

    record DispatchInput(@Nullable String at, @Nullable String channel) {}

    record AcknowledgementInput(
            @Nullable String at, @Nullable String theirReference) {}

    record ReplyInput(@Nullable String at, @Nullable String note) {

        static final ReplyInput EMPTY = new ReplyInput(null, null);
    }

    /**
     * @param measures what became of single measures
     * @param remaining with COMPLETE, what becomes of those that are pending; EXECUTED if it is missing
     */
    record AssessmentInput(
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable List<MeasureInput> measures,
            @Nullable MeasureInput remaining) {

        Assessment toAssessment() {
            return new Assessment(
                    Fields.code("outcome", Fields.required("outcome", outcome), AssessmentOutcome.class),
                    MeasureInput.settlements(measures),
                    remaining == null ? null : remaining.settlement("remaining."));
        }
    }

    /** @param position from 1 */
    record MeasureInput(
            @Nullable Integer position,
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable String reasons) {

        static Map<Integer, Settlement> settlements(@Nullable List<MeasureInput> measures) {
            Map<Integer, Settlement> settled = new TreeMap<>();
            List<MeasureInput> given = measures == null ? List.of() : measures;
            for (int i = 0; i < given.size(); i++) {
                String at = "measures[" + i + "].";
                int position = Fields.required(at + "position", given.get(i).position());
                if (settled.put(position, given.get(i).settlement(at)) != null) {
                    throw new InvalidInput(at + "position", "is there twice");
                }
            }
            return settled;
        }

        Settlement settlement(String at) {
            return new Settlement(
                    Fields.code(at + "outcome", Fields.required(at + "outcome", outcome), MeasureOutcome.class),
                    ground,
                    reasons);
        }
    }

    /** Without an outcome the measures that are pending lapse. */
    record ClosureInput(
            @Nullable String outcome,
            @Nullable String ground,
            @Nullable String reasons,
            @Nullable String reason) {

        Settlement settlement() {
            return new Settlement(
                    outcome == null ? MeasureOutcome.LAPSED : Fields.code("outcome", outcome, MeasureOutcome.class),
                    ground,
                    reasons);
        }
    }

    record AssignmentInput(
            @Nullable String handler, @Nullable String reason) {}

    record WithdrawalInput(@Nullable String reason) {}
}
