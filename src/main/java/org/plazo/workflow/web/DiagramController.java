package org.plazo.workflow.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.plazo.request.Requests;
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

    private final Requests requests;
    private final Diagrams diagrams;

    DiagramController(Requests requests, Diagrams diagrams) {
        this.requests = requests;
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

    private void requireKnown(String reference) {
        if (requests.find(reference).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
