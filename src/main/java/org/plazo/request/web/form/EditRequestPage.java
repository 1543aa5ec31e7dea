package org.plazo.request.web.form;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.plazo.request.ChangedMeanwhile;
import org.plazo.request.FieldIsFixed;
import org.plazo.request.InvalidInput;
import org.plazo.request.LedgerAction;
import org.plazo.request.LedgerEntry;
import org.plazo.request.NotPermitted;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestDetails;
import org.plazo.request.web.input.RequestVersions;
import org.plazo.request.web.words.InvalidInputPageWords;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form with which a request is edited: done and back to its page, or the same form with what was wrong or happened meanwhile. */
@Controller
@RequestMapping("/requests/{reference}/edit")
class EditRequestPage {

    /** What changes nothing that the form shows. */
    private static final Set<LedgerAction> SILENT =
            Set.of(LedgerAction.READ, LedgerAction.EXPORTED, LedgerAction.DOCUMENT_READ);

    private final RequestCommands commands;
    private final RegisterQueries register;
    private final RequestVersions versions;
    private final FormTemplate template;
    private final CurrentActor actor;

    EditRequestPage(
            RequestCommands commands,
            RegisterQueries register,
            RequestVersions versions,
            FormTemplate template,
            CurrentActor actor) {
        this.commands = commands;
        this.register = register;
        this.versions = versions;
        this.template = template;
        this.actor = actor;
    }

    @GetMapping
    String edit(@PathVariable String reference, Locale locale, Model model) {
        RequestDetails request = register.details(reference);
        requireRole();
        model.addAttribute("seen", last(register.events(reference)));
        return template.fill(RequestForm.of(request), request, Map.of(), false, locale, model);
    }

    /**
     * Stores what was changed.
     *
     * @param version the one that the form shows
     * @param seen the number of the last ledger entry when the form was made
     */
    @PostMapping
    String store(
            @PathVariable String reference,
            @RequestParam long version,
            @RequestParam long seen,
            @RequestParam MultiValueMap<String, String> typed,
            Locale locale,
            Model model,
            RedirectAttributes onRedirect,
            HttpServletResponse response) {
        RequestDetails request = register.details(reference);
        requireRole();
        RequestForm form = RequestForm.typed(typed);
        model.addAttribute("seen", seen);
        if (RowButtons.pressed(form, typed, model)) {
            model.addAttribute("version", version);
            return template.fill(form, request, Map.of(), false, locale, model);
        }
        form.dropEmptyRows();
        PageWords words = template.words(locale);
        Map<String, String> reasons = new LinkedHashMap<>();
        try {
            versions.run(reference, version, () -> commands.edit(reference, form.toEdit(request), actor.get()));
            return FormTemplate.toPage(reference, "edit", onRedirect);
        } catch (InvalidInput wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            reasons.putAll(InvalidInputPageWords.of(wrong, words));
        } catch (FieldIsFixed fixed) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            reasons.put(fixed.field(), words.of("pages.form.fixed"));
        } catch (ChangedMeanwhile late) {
            response.setStatus(HttpServletResponse.SC_PRECONDITION_FAILED);
            List<LedgerEntry> entries = register.events(reference);
            model.addAttribute("meanwhile", since(entries, seen, locale));
            model.addAttribute("seen", last(entries));
            return template.fill(form, register.details(reference), reasons, true, locale, model);
        } catch (TransientDataAccessException locked) {
            FormTemplate.busy(response, model);
        }
        return template.fill(form, request, reasons, false, locale, model);
    }

    private List<String> since(List<LedgerEntry> entries, long seen, Locale locale) {
        return entries.stream()
                .filter(entry -> entry.id() > seen && !SILENT.contains(entry.action()))
                .map(entry -> entry.sentence().in(locale))
                .toList();
    }

    private static long last(List<LedgerEntry> entries) {
        return entries.stream().mapToLong(LedgerEntry::id).max().orElse(0);
    }

    private void requireRole() {
        if (!actor.get().hasAny(Role.HANDLER, Role.MANAGER, Role.HEAD)) {
            throw new NotPermitted("This form needs another role");
        }
    }
}
