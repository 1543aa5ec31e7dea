package org.plazo.request.web.upkeep;

import jakarta.servlet.http.HttpServletResponse;
import java.io.UncheckedIOException;
import org.plazo.request.ledger.LedgerAnchors;
import org.plazo.request.ledger.LedgerIsBusy;
import org.plazo.request.ledger.LedgerVerifier;
import org.plazo.security.CurrentActor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ledger check: the last seals, and whether everything fits, for auditors and administrators. */
@Controller
@RequestMapping(LedgerPage.PATH)
class LedgerPage {

    static final String PATH = "/ledger";

    private static final String TEMPLATE = "requests/ledger";

    private final LedgerAnchors anchors;
    private final LedgerVerifier verifier;
    private final CurrentActor actor;

    LedgerPage(LedgerAnchors anchors, LedgerVerifier verifier, CurrentActor actor) {
        this.anchors = anchors;
        this.verifier = verifier;
        this.actor = actor;
    }

    @GetMapping
    String show(Model model) {
        return fill(model);
    }

    @PostMapping("/verification")
    String verify(Model model, HttpServletResponse response) {
        try {
            model.addAttribute("report", verifier.verify(actor.get()));
        } catch (LedgerIsBusy e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("trouble", "busy");
        } catch (UncheckedIOException e) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            model.addAttribute("trouble", "file");
        }
        return fill(model);
    }

    @PostMapping("/anchors")
    String seal(RedirectAttributes after) {
        try {
            after.addFlashAttribute("sealed", anchors.make(actor.get()).number());
        } catch (LedgerIsBusy e) {
            after.addFlashAttribute("trouble", "busy");
        } catch (UncheckedIOException e) {
            after.addFlashAttribute("trouble", "file");
        }
        return "redirect:" + PATH;
    }

    private String fill(Model model) {
        model.addAttribute("anchors", anchors.latest());
        return TEMPLATE;
    }
}
