package org.plazo.request.web.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.LimitUnit;
import org.plazo.request.GrantedExtension;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestCommands;
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

/** What happens to the clock of the response, over HTTP; like the other commands. */
@RestController
@RequestMapping("/api/requests/{reference}")
class ClockCommandController {

    private final RequestCommands commands;
    private final RegisterQueries register;
    private final CurrentActor actor;
    private final RequestVersions versions;

    ClockCommandController(
            RequestCommands commands, RegisterQueries register, CurrentActor actor, RequestVersions versions) {
        this.commands = commands;
        this.register = register;
        this.actor = actor;
        this.versions = versions;
    }

    @PostMapping("/pause")
    ResponseEntity<RequestView> pause(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PauseInput input) {
        String category = Fields.required("category", input.category());
        String reason = Fields.required("reason", input.reason());
        Instant at = Fields.instant("at", input.at());
        Instant until = Fields.instant("until", input.until());
        return run(reference, ifMatch, () -> commands.pause(reference, category, reason, at, until, actor.get()));
    }

    @PostMapping("/resumption")
    ResponseEntity<RequestView> resume(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ResumptionInput input) {
        ResumptionInput given = input == null ? new ResumptionInput(null, null) : input;
        Instant at = Fields.instant("at", given.at());
        return run(reference, ifMatch, () -> commands.resume(reference, at, given.note(), actor.get()));
    }

    @PostMapping("/extension")
    ResponseEntity<RequestView> extend(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ExtensionInput input) {
        GrantedExtension extension = input.toExtension();
        Instant at = Fields.instant("at", input.at());
        return run(reference, ifMatch, () -> commands.extend(reference, extension, at, actor.get()));
    }

    @PostMapping("/promise")
    ResponseEntity<RequestView> recordPromise(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PromiseInput input) {
        LocalDate on = Fields.required(
                "promisedOn", Fields.date("promisedOn", Fields.required("promisedOn", input.promisedOn())));
        Instant at = Fields.instant("at", input.at());
        return run(reference, ifMatch, () -> commands.recordPromise(reference, on, at, input.note(), actor.get()));
    }

    private ResponseEntity<RequestView> run(String reference, @Nullable String ifMatch, Runnable command) {
        versions.run(reference, ifMatch, command);
        return RequestView.of(register.details(reference)).answer();
    }

    /** @param until when the clock ran on, if the pause is over already */
    record PauseInput(
            @Nullable String category,
            @Nullable String reason,
            @Nullable String at,
            @Nullable String until) {}

    record ResumptionInput(@Nullable String at, @Nullable String note) {}

    /** Either {@code amount} and {@code unit}, or {@code newDate}. */
    record ExtensionInput(
            @Nullable String basis,
            @Nullable String reason,
            @Nullable Integer amount,
            @Nullable String unit,
            @Nullable String newDate,
            @Nullable String at) {

        GrantedExtension toExtension() {
            return new GrantedExtension(
                    Fields.required("basis", basis),
                    reason,
                    amount,
                    unit == null ? null : Fields.code("unit", unit, LimitUnit.class),
                    Fields.date("newDate", newDate));
        }
    }

    record PromiseInput(
            @Nullable String promisedOn,
            @Nullable String at,
            @Nullable String note) {}
}
