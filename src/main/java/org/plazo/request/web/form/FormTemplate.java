package org.plazo.request.web.form;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestDetails;
import org.plazo.request.web.words.PageWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the form, whatever it is for. */
@Component
class FormTemplate {

    private static final String NAME = "requests/form";

    private final RequestFormViews views;
    private final MessageSource messages;

    FormTemplate(RequestFormViews views, MessageSource messages) {
        this.views = views;
        this.messages = messages;
    }

    /** Like {@link RequestFormViews#of}. */
    String fill(
            RequestForm form,
            @Nullable RequestDetails request,
            Map<String, String> reasons,
            boolean compared,
            Locale locale,
            Model model) {
        form.leaveRoomForAMeasure();
        model.addAttribute(
                "self",
                request == null ? "/requests/new" : "/requests/" + request.row().reference() + "/edit");
        model.addAttribute("form", views.of(form, request, reasons, compared, words(locale)));
        if (request != null && !model.containsAttribute("version")) {
            model.addAttribute("version", request.version());
        }
        return NAME;
    }

    PageWords words(Locale locale) {
        return new PageWords(messages, locale);
    }

    /** A long import holds the counter of references, or somebody changes the same request at this moment. */
    static void busy(HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        model.addAttribute("busy", true);
    }

    /** @param done what the page says was done, by the name of the command */
    static String toPage(String reference, String done, RedirectAttributes onRedirect) {
        onRedirect.addFlashAttribute("done", done);
        onRedirect.addAttribute("reference", reference);
        return "redirect:/requests/{reference}";
    }
}
