package org.plazo.request.web.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.plazo.request.CommandNotPossible;
import org.plazo.request.InvalidInput;
import org.plazo.request.NotPermitted;
import org.plazo.request.Parties;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestNotFound;
import org.plazo.request.web.input.TypedPageFields;
import org.plazo.request.web.page.CommandPageForm.Refusal;
import org.plazo.request.web.words.InvalidInputPageWords;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.CurrentActor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the forms of the request's page: done and back to the page, or the same page with what was wrong. */
@Controller
class CommandPage {

    private final TypedCommands commands;
    private final RequestPage page;
    private final CurrentActor actor;
    private final Parties parties;
    private final Clock clock;

    CommandPage(TypedCommands commands, RequestPage page, CurrentActor actor, Parties parties, Clock clock) {
        this.commands = commands;
        this.page = page;
        this.actor = actor;
        this.parties = parties;
        this.clock = clock;
    }

    @PostMapping("/requests/{reference}/{command}")
    String run(
            @PathVariable String reference,
            @PathVariable String command,
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model,
            RedirectAttributes onRedirect,
            HttpServletResponse response) {
        RequestCommand asked = Arrays.stream(RequestCommand.values())
                .filter(known -> known.apiName().equals(command))
                .findFirst()
                .orElseThrow(() -> new RequestNotFound(reference));
        PageWords words = page.words(locale);
        try {
            commands.run(
                    asked, reference, new TypedPageFields(typed, parties.home().zone(), clock), actor.get());
            onRedirect.addFlashAttribute("done", command);
            onRedirect.addAttribute("reference", reference);
            return "redirect:/requests/{reference}";
        } catch (TypedPageFields.Refused wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            Map<String, String> reasons = Map.of(wrong.field(), words.of(wrong.messageKey()));
            model.addAttribute("refusal", wrongFields(command, reasons, typed, words));
        } catch (InvalidInput wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            Map<String, String> reasons = InvalidInputPageWords.of(wrong, words);
            model.addAttribute("refusal", wrongFields(command, reasons, typed, words));
        } catch (CommandNotPossible late) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            String state = words.of("request.lifecycle." + late.lifecycle());
            model.addAttribute("refusal", refused(command, words.of("pages.request.refused.state", state), typed));
        } catch (NotPermitted forbidden) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            model.addAttribute("refusal", refused(command, words.of("pages.request.refused.role"), typed));
        }
        page.fill(reference, locale, model);
        return RequestPage.TEMPLATE;
    }

    private static Refusal wrongFields(
            String command, Map<String, String> reasons, Map<String, String> typed, PageWords words) {
        return new Refusal(command, reasons, words.of("pages.request.refused.input"), typed);
    }

    private static Refusal refused(String command, String message, Map<String, String> typed) {
        return new Refusal(command, Map.of(), message, typed);
    }
}
