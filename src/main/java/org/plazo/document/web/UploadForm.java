package org.plazo.document.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.plazo.document.Document;
import org.plazo.document.DocumentIntake;
import org.plazo.document.DocumentRefused;
import org.plazo.document.NewDocument;
import org.plazo.document.Refusal;
import org.plazo.security.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;

/** Reads the form with the file, which is the same for the page and for programs. */
@Component
class UploadForm {

    private static final Logger LOG = LoggerFactory.getLogger(UploadForm.class);

    private final DocumentIntake intake;
    private final CurrentActor actor;

    UploadForm(DocumentIntake intake, CurrentActor actor) {
        this.intake = intake;
        this.actor = actor;
    }

    Document add(String reference, MultipartHttpServletRequest form) {
        MultipartFile file = onlyFile(form);
        try (var content = file.getInputStream()) {
            NewDocument upload = new NewDocument(
                    file.getOriginalFilename(),
                    content,
                    form.getParameter("title"),
                    form.getParameter("language"),
                    form.getParameter("classification"));
            return intake.add(reference, upload, actor.get());
        } catch (IOException | UncheckedIOException e) {
            LOG.error("A document for {} could not be stored", reference, e);
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "The file could not be stored; nothing was changed", e);
        }
    }

    private static MultipartFile onlyFile(MultipartHttpServletRequest form) {
        List<MultipartFile> files = form.getFiles("file");
        if (files.isEmpty()) {
            throw new DocumentRefused("file", Refusal.FILE_MISSING);
        }
        if (files.size() > 1) {
            throw new DocumentRefused("file", Refusal.SEVERAL_FILES);
        }
        if (hasBackslash(form)) {
            throw new DocumentRefused("file", Refusal.NAME_WITH_PATH);
        }
        return files.get(0);
    }

    /** Browsers send a backslash in a name as it is; the container would take it for an escape, and drop it. */
    private static boolean hasBackslash(MultipartHttpServletRequest form) {
        try {
            Part part = form.getPart("file");
            String disposition = part == null ? null : part.getHeader("Content-Disposition");
            return disposition != null && disposition.indexOf('\\') >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
