package org.plazo.request.web.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ClockCourse;
import org.plazo.request.RegisterQueries;
import org.plazo.request.TurnCommands;
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

/** The turns of a request, over HTTP; like the other commands. */
@RestController
@RequestMapping("/api/requests/{reference}")
class TurnCommandController {

    private final TurnCommands turns;
    private final RegisterQueries register;
    private final CurrentActor actor;
    private final RequestVersions versions;

    TurnCommandController(TurnCommands turns, RegisterQueries register, CurrentActor actor, RequestVersions versions) {
        this.turns = turns;
        this.register = register;
        this.actor = actor;
        this.versions = versions;
    }

    @PostMapping("/deficiency")
    ResponseEntity<RequestView> returnAsDeficient(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody DeficiencyInput input) {
        String reasons = Fields.required("reason", input.reason());
        Instant at = Fields.instant("at", input.at());
        return run(reference, ifMatch, () -> turns.returnAsDeficient(reference, reasons, at, actor.get()));
    }

    @PostMapping("/information-request")
    ResponseEntity<RequestView> askForInformation(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody InformationRequestInput input) {
        String what = Fields.required("reason", input.reason());
        Instant at = Fields.instant("at", input.at());
        return run(
                reference,
                ifMatch,
                () -> turns.askForInformation(reference, what, input.theirReference(), at, actor.get()));
    }

    @PostMapping("/supply")
    ResponseEntity<RequestView> supply(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable SentInput input) {
        SentInput given = input == null ? SentInput.EMPTY : input;
        Instant at = Fields.instant("at", given.at());
        return run(reference, ifMatch, () -> turns.supply(reference, given.channel(), given.note(), at, actor.get()));
    }

    @PostMapping("/postponement")
    ResponseEntity<RequestView> postpone(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PostponementInput input) {
        String ground = Fields.required("ground", input.ground());
        LocalDate reviewOn =
                Fields.required("reviewOn", Fields.date("reviewOn", Fields.required("reviewOn", input.reviewOn())));
        Instant at = Fields.instant("at", input.at());
        return run(
                reference, ifMatch, () -> turns.postpone(reference, ground, reviewOn, input.reason(), at, actor.get()));
    }

    @PostMapping("/transfer")
    ResponseEntity<RequestView> transfer(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TransferInput input) {
        String authority = Fields.required("authority", input.authority());
        ClockCourse clock = input.clock() == null ? null : Fields.code("clock", input.clock(), ClockCourse.class);
        Instant at = Fields.instant("at", input.at());
        return run(
                reference, ifMatch, () -> turns.transfer(reference, authority, clock, input.reason(), at, actor.get()));
    }

    @PostMapping("/resending")
    ResponseEntity<RequestView> resend(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable SentInput input) {
        SentInput given = input == null ? SentInput.EMPTY : input;
        Instant at = Fields.instant("at", given.at());
        return run(reference, ifMatch, () -> turns.resend(reference, given.channel(), given.note(), at, actor.get()));
    }

    private ResponseEntity<RequestView> run(String reference, @Nullable String ifMatch, Runnable command) {
        versions.run(reference, ifMatch, command);
        return RequestView.of(register.details(reference)).answer();
    }

    record DeficiencyInput(
            @Nullable String reason, @Nullable String at) {}

    record InformationRequestInput(
            @Nullable String reason,
            @Nullable String theirReference,
            @Nullable String at) {}

    /** What has left the house. */
    record SentInput(
            @Nullable String at,
            @Nullable String channel,
            @Nullable String note) {

        static final SentInput EMPTY = new SentInput(null, null, null);
    }

    record PostponementInput(
            @Nullable String ground,
            @Nullable String reviewOn,
            @Nullable String reason,
            @Nullable String at) {}

    /** @param clock CONTINUE or RESTART; missing: as the settings say */
    record TransferInput(
            @Nullable String authority,
            @Nullable String clock,
            @Nullable String reason,
            @Nullable String at) {}
}
