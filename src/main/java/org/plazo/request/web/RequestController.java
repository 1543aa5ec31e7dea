package org.plazo.request.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.InvalidInput;
import org.plazo.request.Lifecycle;
import org.plazo.request.NotPermitted;
import org.plazo.request.Parties;
import org.plazo.request.RegisterFilter;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestCommands;
import org.plazo.request.Timeliness;
import org.plazo.security.Actor;
import org.plazo.security.CurrentActor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register over HTTP: entering and reading. */
@RestController
@RequestMapping("/api/requests")
class RequestController {

    private static final int LARGEST_PAGE = 200;

    private final RequestCommands commands;
    private final RegisterQueries register;
    private final Parties parties;
    private final CurrentActor currentActor;

    RequestController(RequestCommands commands, RegisterQueries register, Parties parties, CurrentActor currentActor) {
        this.commands = commands;
        this.register = register;
        this.parties = parties;
        this.currentActor = currentActor;
    }

    @PostMapping
    ResponseEntity<RequestView> create(@RequestBody RequestInput input) {
        String reference = commands.create(input.toNewRequest(), currentActor.get());
        return ResponseEntity.created(URI.create("/api/requests/" + reference))
                .body(RequestView.of(register.details(reference)));
    }

    @GetMapping
    RequestListView list(
            @RequestParam(required = false) @Nullable String lifecycle,
            @RequestParam(required = false) @Nullable String timeliness,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        requireReader();
        if (page < 0) {
            throw new InvalidInput("page", "must not be negative");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            throw new InvalidInput("size", "must be between 1 and " + LARGEST_PAGE);
        }
        if (authority != null && parties.authority(authority).isEmpty()) {
            throw new InvalidInput("authority", "unknown code");
        }
        RegisterFilter filter = new RegisterFilter(
                lifecycle == null ? null : Fields.code("lifecycle", lifecycle, Lifecycle.class),
                timeliness == null ? null : Fields.code("timeliness", timeliness, Timeliness.class),
                authority);
        return RequestListView.of(register.list(filter, page, size));
    }

    @GetMapping("/{reference}")
    RequestView show(@PathVariable String reference) {
        requireReader();
        return RequestView.of(register.details(reference));
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
