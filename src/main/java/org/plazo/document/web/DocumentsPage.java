package org.plazo.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plazo.document.DocumentIntake;
import org.plazo.document.DocumentRefused;
import org.plazo.document.DocumentSettings;
import org.plazo.document.Documents;
import org.plazo.document.Refusal;
import org.plazo.document.file.FileTypes;
import org.plazo.security.Actor;
import org.plazo.security.BodyLimit;
import org.plazo.security.CurrentActor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The documents of a request for people: a part of the request's page, and the same as a page of its own. */
@Controller
@RequestMapping(DocumentsPage.PATH)
class DocumentsPage {

    static final String PATH = "/requests/{reference}/documents";

    private static final String PAGE = "document/page";
    private static final String BACK = "redirect:" + PATH;

    private final Documents documents;
    private final DocumentTexts texts;
    private final RefusalWords words;
    private final UploadForm form;
    private final DocumentSettings settings;
    private final CurrentActor actor;

    DocumentsPage(
            Documents documents,
            DocumentTexts texts,
            RefusalWords words,
            UploadForm form,
            DocumentSettings settings,
            CurrentActor actor) {
        this.documents = documents;
        this.texts = texts;
        this.words = words;
        this.form = form;
        this.settings = settings;
        this.actor = actor;
    }

    /**
     * Why a form came back, with what had been typed.
     *
     * @param document id of the document whose withdrawal was refused; null if it was an upload
     */
    public record Refused(
            @Nullable Long document,
            String field,
            String reason,
            @Nullable String title,
            @Nullable String language,
            @Nullable String classification,
            @Nullable String typedReason) {}

    @GetMapping
    String show(
            @PathVariable String reference,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String byScript,
            Locale locale,
            Model model) {
        fill(reference, locale, model);
        return byScript == null ? PAGE : "document/request :: documents";
    }

    /** Where a form is sent back from that was too large to be read at all. */
    @GetMapping(params = BodyLimit.TOO_LARGE)
    String tooLarge(@PathVariable String reference, Locale locale, Model model, HttpServletResponse response) {
        DocumentRefused refused = new DocumentRefused(
                "file", Refusal.TOO_LARGE, DocumentTexts.size(settings.maxSize().toBytes(), locale));
        response.setStatus(RefusalWords.status(refused.refusal()).value());
        model.addAttribute(
                "refused", new Refused(null, refused.field(), words.of(refused, locale), null, null, null, null));
        fill(reference, locale, model);
        return PAGE;
    }

    /** The number alone, for the place that leads here. */
    @GetMapping("/count")
    String count(@PathVariable String reference, Model model) {
        model.addAttribute("count", documents.count(reference, actor.get()));
        return "document/request :: count";
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String add(
            @PathVariable String reference,
            MultipartHttpServletRequest request,
            Locale locale,
            Model model,
            RedirectAttributes onRedirect,
            HttpServletResponse response) {
        try {
            onRedirect.addFlashAttribute("added", form.add(reference, request).name());
            onRedirect.addAttribute("reference", reference);
            return BACK;
        } catch (DocumentRefused refused) {
            response.setStatus(RefusalWords.status(refused.refusal()).value());
            model.addAttribute(
                    "refused",
                    new Refused(
                            null,
                            refused.field(),
                            words.of(refused, locale),
                            request.getParameter("title"),
                            request.getParameter("language"),
                            request.getParameter("classification"),
                            null));
            fill(reference, locale, model);
            return PAGE;
        }
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable String reference,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            Locale locale,
            Model model,
            RedirectAttributes onRedirect,
            HttpServletResponse response) {
        try {
            onRedirect.addFlashAttribute(
                    "withdrawn",
                    documents.withdraw(reference, id, reason, actor.get()).name());
            onRedirect.addAttribute("reference", reference);
            return BACK;
        } catch (DocumentRefused refused) {
            response.setStatus(RefusalWords.status(refused.refusal()).value());
            model.addAttribute(
                    "refused", new Refused(id, refused.field(), words.of(refused, locale), null, null, null, reason));
            fill(reference, locale, model);
            return PAGE;
        }
    }

    private void fill(String reference, Locale locale, Model model) {
        Actor reader = actor.get();
        List<DocumentRow> rows = documents.of(reference, reader).stream()
                .map(document -> texts.row(document, locale))
                .toList();
        model.addAttribute("reference", reference);
        model.addAttribute(
                "inView",
                rows.stream().filter(row -> !row.document().isWithdrawn()).toList());
        model.addAttribute(
                "outOfView",
                rows.stream().filter(row -> row.document().isWithdrawn()).toList());
        boolean mayAdd = DocumentIntake.isPermittedTo(reader);
        model.addAttribute("mayAdd", mayAdd);
        if (mayAdd) {
            model.addAttribute("languages", texts.languages(locale));
            model.addAttribute("classifications", texts.classifications(reader, locale));
            model.addAttribute("endings", FileTypes.endings());
            model.addAttribute("largest", DocumentTexts.size(settings.maxSize().toBytes(), locale));
        }
    }
}
