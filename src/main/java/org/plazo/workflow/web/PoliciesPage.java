package org.plazo.workflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.InvalidInput;
import org.plazo.request.Parties;
import org.plazo.security.CurrentActor;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.plazo.workflow.change.ChangedDeadline;
import org.plazo.workflow.change.PoliciesChanged;
import org.plazo.workflow.change.PoliciesNotApplicable;
import org.plazo.workflow.change.PolicyApplication;
import org.plazo.workflow.change.PolicyChange;
import org.plazo.workflow.change.PolicyChanges;
import org.plazo.workflow.change.PolicyProposal;
import org.plazo.workflow.change.TableChange;
import org.plazo.workflow.deployment.TableFiles.TableFile;
import org.plazo.workflow.escalation.PlannedStep;
import org.plazo.workflow.policy.LadderStep;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The time limits and ladders, what a changed table would do, and publishing it, for administrators. */
@Controller
class PoliciesPage {

    private static final String PATH = "/policies";
    private static final String TEMPLATE = "workflow/policies";
    private static final int SHOWN = 50;
    private static final int DECISIONS = 20;

    private final PolicyChanges changes;
    private final Parties parties;
    private final UserDirectory users;
    private final CurrentActor actor;
    private final MessageSource messages;
    private final Clock clock;

    PoliciesPage(
            PolicyChanges changes,
            Parties parties,
            UserDirectory users,
            CurrentActor actor,
            MessageSource messages,
            Clock clock) {
        this.changes = changes;
        this.parties = parties;
        this.users = users;
        this.actor = actor;
        this.messages = messages;
        this.clock = clock;
    }

    /** A file and what is wrong with it, in words. */
    public record File(TableFile file, List<String> problems) {}

    /** Something that the tables say differently; {@code step} is null for a time limit. */
    public record Said(
            DeadlineKind kind,
            Direction direction,
            String urgencies,
            @Nullable String step,
            String before,
            String after) {}

    /** A step to come; {@code now} if it would be taken at once. */
    public record Step(String name, Instant at, boolean now) {}

    /** A deadline that would have another date or other steps. */
    public record Moved(
            ChangedDeadline deadline,
            String authority,
            @Nullable Step before,
            @Nullable Step after) {}

    @GetMapping(PATH)
    String show(@RequestParam(defaultValue = "0") int page, Locale locale, Model model) {
        return fill(page, locale, model);
    }

    @PostMapping(PATH)
    String apply(
            @RequestParam(defaultValue = "") String hash,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean running,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            changes.apply(hash, reason, running, actor.get());
            return "redirect:" + PATH;
        } catch (InvalidInput wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("trouble", "reason");
        } catch (PoliciesChanged changed) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("trouble", "changed");
        } catch (PoliciesNotApplicable not) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("trouble", not.why().name());
        }
        model.addAttribute("reason", reason);
        return fill(0, locale, model);
    }

    private String fill(int page, Locale locale, Model model) {
        PolicyChange change = changes.change(Math.min(Math.max(page, 0), 1_000_000), SHOWN, actor.get());
        PolicyProposal proposal = change.proposal();
        PolicyWords words = new PolicyWords(messages, locale);
        List<PolicyApplication> decisions = changes.latest(DECISIONS);
        model.addAttribute("change", change);
        model.addAttribute(
                "files",
                proposal.files().stream()
                        .map(file -> new File(
                                file,
                                file.problems().stream()
                                        .map(problem -> problem.text(locale))
                                        .toList()))
                        .toList());
        model.addAttribute(
                "limits",
                proposal.limits().stream()
                        .map(each -> new Said(
                                each.kind(),
                                each.direction(),
                                words.urgencies(each.urgencies()),
                                null,
                                words.limit(each.before(), each),
                                words.limit(each.after(), each)))
                        .toList());
        model.addAttribute(
                "steps",
                proposal.steps().stream()
                        .map(each -> new Said(
                                each.kind(),
                                each.direction(),
                                words.urgencies(each.urgencies()),
                                words.stepName(code(each)),
                                words.step(each.before(), each),
                                words.step(each.after(), each)))
                        .toList());
        model.addAttribute("moved", moved(change, words, locale));
        model.addAttribute("pages", (change.moved() - change.hidden() + SHOWN - 1) / SHOWN);
        model.addAttribute("following", changes.following());
        model.addAttribute("decisions", decisions);
        Map<String, String> people = new TreeMap<>();
        decisions.forEach(decision -> people.computeIfAbsent(decision.appliedBy(), this::person));
        model.addAttribute("people", people);
        return TEMPLATE;
    }

    private List<Moved> moved(PolicyChange change, PolicyWords words, Locale locale) {
        Instant now = clock.instant();
        return change.shown().stream()
                .map(each -> new Moved(
                        each,
                        parties.authorityName(each.authority()).in(locale),
                        step(each.stepBefore(), words, now),
                        step(each.stepAfter(), words, now)))
                .toList();
    }

    private static @Nullable Step step(@Nullable PlannedStep step, PolicyWords words, Instant now) {
        return step == null
                ? null
                : new Step(words.stepName(step.step()), step.at(), !step.at().isAfter(now));
    }

    private static String code(TableChange<LadderStep> change) {
        LadderStep after = change.after();
        LadderStep before = change.before();
        return after != null ? after.step() : before != null ? before.step() : "";
    }

    private String person(String userId) {
        return users.find(userId).map(UserProfile::displayName).orElse(userId);
    }
}
