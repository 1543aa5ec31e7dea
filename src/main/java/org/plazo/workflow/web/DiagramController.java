package org.plazo.workflow.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestNotFound;
import org.plazo.security.CurrentActor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The diagram of a request's process, as it was when the process started, in the reader's language, and where it stands. */
@RestController
class DiagramController {

    private final RequestAccess access;
    private final CurrentActor reader;
    private final Diagrams diagrams;

    DiagramController(RequestAccess access, CurrentActor reader, Diagrams diagrams) {
        this.access = access;
        this.reader = reader;
        this.diagrams = diagrams;
    }

    @GetMapping("/requests/{reference}/diagram.bpmn")
    ResponseEntity<String> diagram(@PathVariable String reference, Locale reader) {
        requireKnown(reference);
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .body(diagrams.xml(reference, reader));
    }

    @GetMapping("/requests/{reference}/diagram.json")
    DiagramPosition position(@PathVariable String reference) {
        requireKnown(reference);
        return diagrams.position(reference);
    }

    /** A request that the reader may not see is as good as none. */
    private void requireKnown(String reference) {
        try {
            access.toRead(reference, reader.get());
        } catch (RequestNotFound unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, unknown);
        }
    }
}
