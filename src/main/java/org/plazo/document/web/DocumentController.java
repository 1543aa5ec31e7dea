package org.plazo.document.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.document.Document;
import org.plazo.document.Documents;
import org.plazo.document.Documents.Opened;
import org.plazo.security.CurrentActor;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The documents of a request over HTTP. An upload is a form with the fields {@code file}, {@code language} and, if wanted,
 * {@code title} and {@code classification}.
 */
@RestController
@RequestMapping(DocumentController.PATH)
class DocumentController {

    static final String PATH = "/api/requests/{reference}/documents";

    /** A document that a browser shows after all can do nothing. */
    private static final String NOTHING = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final Documents documents;
    private final UploadForm form;
    private final CurrentActor actor;

    DocumentController(Documents documents, UploadForm form, CurrentActor actor) {
        this.documents = documents;
        this.form = form;
        this.actor = actor;
    }

    record ListView(int total, List<DocumentView> documents) {}

    record WithdrawalInput(@Nullable String reason) {}

    /** Withdrawn ones are left out unless asked for. */
    @GetMapping
    ListView list(@PathVariable String reference, @RequestParam(defaultValue = "false") boolean withdrawn) {
        List<DocumentView> found = documents.of(reference, actor.get()).stream()
                .filter(document -> withdrawn || !document.isWithdrawn())
                .map(DocumentView::of)
                .toList();
        return new ListView(found.size(), found);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DocumentView> add(@PathVariable String reference, MultipartHttpServletRequest request) {
        Document added = form.add(reference, request);
        URI address = UriComponentsBuilder.fromPath(request.getContextPath() + PATH + "/{id}")
                .buildAndExpand(reference, added.id())
                .encode()
                .toUri();
        return ResponseEntity.created(address).body(DocumentView.of(added));
    }

    @GetMapping("/{id}")
    ResponseEntity<InputStreamResource> download(@PathVariable String reference, @PathVariable long id)
            throws IOException {
        Opened opened = documents.open(reference, id, actor.get());
        Document document = opened.document();
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename(document.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.size())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .header("Content-Security-Policy", NOTHING)
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(Files.newInputStream(opened.file())));
    }

    @PostMapping("/{id}/withdrawal")
    DocumentView withdraw(@PathVariable String reference, @PathVariable long id, @RequestBody WithdrawalInput input) {
        return DocumentView.of(documents.withdraw(reference, id, input.reason(), actor.get()));
    }
}
