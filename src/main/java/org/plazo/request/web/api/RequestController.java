package org.plazo.request.web.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Direction;
import org.plazo.request.FieldProblems;
import org.plazo.request.IncomingCommands;
import org.plazo.request.NotPermitted;
import org.plazo.request.Parties;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestCommands;
import org.plazo.request.web.filter.FilterParameters;
import org.plazo.request.web.input.RequestVersions;
import org.plazo.security.Actor;
import org.plazo.security.CurrentActor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The register over HTTP: entering and reading. */
@RestController
@RequestMapping("/api/requests")
class RequestController {

    private final RequestCommands commands;
    private final IncomingCommands incoming;
    private final RegisterQueries register;
    private final Parties parties;
    private final CurrentActor currentActor;
    private final RequestVersions versions;

    RequestController(
            RequestCommands commands,
            IncomingCommands incoming,
            RegisterQueries register,
            Parties parties,
            CurrentActor currentActor,
            RequestVersions versions) {
        this.versions = versions;
        this.commands = commands;
        this.incoming = incoming;
        this.register = register;
        this.parties = parties;
        this.currentActor = currentActor;
    }

    @PostMapping
    ResponseEntity<RequestView> create(@RequestBody RequestInput input) {
        String reference = enter(input, currentActor.get());
        RequestView view = RequestView.of(register.details(reference));
        return ResponseEntity.created(URI.create("/api/requests/" + reference))
                .eTag(view.tag())
                .body(view);
    }

    private String enter(RequestInput input, Actor actor) {
        if (input.direction() == Direction.INCOMING) {
            return incoming.receive(input.toNewRequest(), input.receivedAt(), input.channel(), actor);
        }
        FieldProblems problems = new FieldProblems();
        if (input.receivedAt() != null) {
            problems.add("receivedAt", "does not fit a request of ours");
        }
        if (input.channel() != null) {
            problems.add("channel", "does not fit before the dispatch");
        }
        problems.refuse();
        return commands.create(input.toNewRequest(), actor);
    }

    @GetMapping
    RequestListView list(@RequestParam Map<String, String> parameters) {
        requireReader();
        FilterParameters given = new FilterParameters(parameters, parties);
        return RequestListView.of(register.list(given.filter(), given.sort(), given.page(), given.size()));
    }

    @GetMapping("/{reference}")
    ResponseEntity<RequestView> show(@PathVariable String reference) {
        requireReader();
        return RequestView.of(register.details(reference)).answer();
    }

    /** Changes what describes a request. The version that was read must be given as {@code If-Match}. */
    @PatchMapping(
            path = "/{reference}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<RequestView> edit(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RequestInput input) {
        if (ifMatch == null) {
            throw new ResponseStatusException(
                    HttpStatus.PRECONDITION_REQUIRED, "If-Match with the request's ETag is needed");
        }
        versions.run(reference, ifMatch, () -> commands.edit(reference, input.toEdit(), currentActor.get()));
        return RequestView.of(register.details(reference)).answer();
    }

    @GetMapping("/{reference}/events")
    List<EventView> events(@PathVariable String reference) {
        requireReader();
        return register.events(reference).stream().map(EventView::of).toList();
    }

    @GetMapping("/{reference}/deadlines")
    List<DeadlineView> deadlines(@PathVariable String reference) {
        requireReader();
        return register.deadlines(reference).stream().map(DeadlineView::of).toList();
    }

    /** Every role may read; a user without any role may not. */
    private void requireReader() {
        Actor actor = currentActor.get();
        if (actor.roles().isEmpty()) {
            throw new NotPermitted("Reading the register needs a role");
        }
    }
}
