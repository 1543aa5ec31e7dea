package org.plazo.request.web;

import org.jspecify.annotations.Nullable;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestCommands;
import org.plazo.security.CurrentActor;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The commands over HTTP, each a sub-resource. All answer with the request as it is after the command. {@code at} is a
 * date-time with offset; missing it means now.
 */
@RestController
@RequestMapping("/api/requests/{reference}")
class RequestCommandController {

    private final RequestCommands commands;
    private final RegisterQueries register;
    private final CurrentActor currentActor;

    RequestCommandController(RequestCommands commands, RegisterQueries register, CurrentActor currentActor) {
        this.commands = commands;
        this.register = register;
        this.currentActor = currentActor;
    }

    @PostMapping("/submission")
    RequestView submit(@PathVariable String reference, @RequestBody(required = false) @Nullable NothingInput nothing) {
        commands.submit(reference, currentActor.get());
        return view(reference);
    }

    @PostMapping("/review")
    RequestView review(@PathVariable String reference, @RequestBody ReviewInput input) {
        boolean approved = Fields.required("approved", input.approved());
        commands.review(reference, approved, input.reason(), currentActor.get());
        return view(reference);
    }

    @PostMapping("/correction")
    RequestView correct(
            @PathVariable String reference, @RequestBody(required = false) @Nullable CorrectionInput input) {
        commands.correct(reference, input == null ? null : input.note(), currentActor.get());
        return view(reference);
    }

    @PostMapping("/dispatch")
    RequestView dispatch(@PathVariable String reference, @RequestBody(required = false) @Nullable DispatchInput input) {
        DispatchInput given = input == null ? new DispatchInput(null, null) : input;
        commands.dispatch(reference, Fields.instant("at", given.at()), given.channel(), currentActor.get());
        return view(reference);
    }

    @PostMapping("/acknowledgement")
    RequestView acknowledge(
            @PathVariable String reference, @RequestBody(required = false) @Nullable AcknowledgementInput input) {
        AcknowledgementInput given = input == null ? new AcknowledgementInput(null, null) : input;
        commands.acknowledge(reference, Fields.instant("at", given.at()), given.theirReference(), currentActor.get());
        return view(reference);
    }

    @PostMapping("/interim-reply")
    RequestView recordInterimReply(
            @PathVariable String reference, @RequestBody(required = false) @Nullable ReplyInput input) {
        ReplyInput given = input == null ? ReplyInput.EMPTY : input;
        commands.recordInterimReply(reference, Fields.instant("at", given.at()), given.note(), currentActor.get());
        return view(reference);
    }

    @PostMapping("/response")
    RequestView recordResponse(
            @PathVariable String reference, @RequestBody(required = false) @Nullable ReplyInput input) {
        ReplyInput given = input == null ? ReplyInput.EMPTY : input;
        commands.recordResponse(reference, Fields.instant("at", given.at()), given.note(), currentActor.get());
        return view(reference);
    }

    @PostMapping("/assessment")
    RequestView assess(@PathVariable String reference, @RequestBody AssessmentInput input) {
        AssessmentOutcome outcome =
                Fields.code("outcome", Fields.required("outcome", input.outcome()), AssessmentOutcome.class);
        commands.assess(reference, outcome, input.reason(), currentActor.get());
        return view(reference);
    }

    @PostMapping("/withdrawal")
    RequestView withdraw(@PathVariable String reference, @RequestBody WithdrawalInput input) {
        commands.withdraw(reference, Fields.required("reason", input.reason()), currentActor.get());
        return view(reference);
    }

    private RequestView view(String reference) {
        return RequestView.of(register.details(reference));
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

    record AssessmentInput(
            @Nullable String outcome, @Nullable String reason) {}

    record WithdrawalInput(@Nullable String reason) {}
}
