package org.plazo.request.web.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.plazo.deadline.LimitUnit;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.Assessment;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.ClockCourse;
import org.plazo.request.CommandNotPossible;
import org.plazo.request.GrantedExtension;
import org.plazo.request.IncomingCommands;
import org.plazo.request.InvalidInput;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.NotPermitted;
import org.plazo.request.Parties;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestNotFound;
import org.plazo.request.Settlement;
import org.plazo.request.TurnCommands;
import org.plazo.request.web.input.TypedPageFields;
import org.plazo.request.web.page.CommandPageForm.Refusal;
import org.plazo.request.web.words.InvalidInputPageWords;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.Actor;
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

    private final RequestCommands commands;
    private final TurnCommands turns;
    private final IncomingCommands incoming;
    private final RequestPage page;
    private final CurrentActor actor;
    private final Parties parties;
    private final Clock clock;

    CommandPage(
            RequestCommands commands,
            TurnCommands turns,
            IncomingCommands incoming,
            RequestPage page,
            CurrentActor actor,
            Parties parties,
            Clock clock) {
        this.commands = commands;
        this.turns = turns;
        this.incoming = incoming;
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
            run(asked, reference, new TypedPageFields(typed, parties.home().zone(), clock), actor.get());
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

    private void run(RequestCommand command, String reference, TypedPageFields typed, Actor by) {
        switch (command) {
            case SUBMISSION -> commands.submit(reference, by);
            case REVIEW -> commands.review(reference, typed.yes("approved"), typed.text("reason"), by);
            case CORRECTION -> commands.correct(reference, typed.text("note"), by);
            case DISPATCH -> commands.dispatch(reference, typed.time("at"), typed.text("channel"), by);
            case ACKNOWLEDGEMENT -> commands.acknowledge(reference, typed.time("at"), typed.text("theirReference"), by);
            case INTERIM_REPLY -> commands.recordInterimReply(reference, typed.time("at"), typed.text("note"), by);
            case RESPONSE -> commands.recordResponse(reference, typed.time("at"), typed.text("note"), by);
            case REGISTRATION -> incoming.register(reference, typed.text("note"), by);
            case ADMISSIBILITY -> incoming.decideAdmissibility(reference, decision(typed), typed.time("at"), by);
            case INFORMATION -> {
                if (typed.yes("came")) {
                    incoming.recordInformation(reference, typed.time("at"), typed.text("note"), by);
                } else {
                    incoming.goOnWithoutInformation(reference, typed.time("at"), typed.text("note"), by);
                }
            }
            case AGENCY -> incoming.assignAgency(reference, typed.required("agency"), typed.text("note"), by);
            case EXECUTION -> incoming.recordExecution(reference, settlements(typed), by);
            case DRAFTING -> incoming.submitResponse(reference, typed.text("note"), by);
            case CLEARANCE -> incoming.clear(reference, typed.yes("cleared"), typed.text("reason"), by);
            case RESPONSE_DISPATCH -> incoming.sendResponse(reference, typed.time("at"), typed.text("channel"), by);
            case ASSESSMENT -> commands.assess(reference, assessment(typed), typed.text("reason"), by);
            case PAUSE ->
                commands.pause(
                        reference,
                        typed.required("category"),
                        typed.required("reason"),
                        typed.time("at"),
                        typed.time("until"),
                        by);
            case RESUMPTION -> commands.resume(reference, typed.time("at"), typed.text("note"), by);
            case EXTENSION -> commands.extend(reference, extension(typed), typed.time("at"), by);
            case PROMISE ->
                commands.recordPromise(
                        reference, typed.requiredDate("promisedOn"), typed.time("at"), typed.text("note"), by);
            case DEFICIENCY -> turns.returnAsDeficient(reference, typed.required("reason"), typed.time("at"), by);
            case INFORMATION_REQUEST ->
                turns.askForInformation(
                        reference, typed.required("reason"), typed.text("theirReference"), typed.time("at"), by);
            case SUPPLY -> turns.supply(reference, typed.text("channel"), typed.text("note"), typed.time("at"), by);
            case POSTPONEMENT ->
                turns.postpone(
                        reference,
                        typed.required("ground"),
                        typed.requiredDate("reviewOn"),
                        typed.text("reason"),
                        typed.time("at"),
                        by);
            case TRANSFER ->
                turns.transfer(
                        reference,
                        typed.required("authority"),
                        typed.text("clock") == null ? null : typed.choice("clock", ClockCourse.class),
                        typed.text("reason"),
                        typed.time("at"),
                        by);
            case RESENDING -> turns.resend(reference, typed.text("channel"), typed.text("note"), typed.time("at"), by);
            case CLOSURE ->
                commands.closeEarly(
                        reference,
                        new Settlement(
                                typed.choice("outcome", MeasureOutcome.class),
                                typed.text("ground"),
                                typed.text("reasons")),
                        typed.required("reason"),
                        by);
            case ASSIGNMENT -> commands.assign(reference, typed.required("handler"), typed.text("reason"), by);
            case WITHDRAWAL -> commands.withdraw(reference, typed.required("reason"), by);
        }
    }

    private static GrantedExtension extension(TypedPageFields typed) {
        LocalDate newDate = typed.date("newDate");
        Integer amount = typed.number("amount");
        return new GrantedExtension(
                typed.required("basis"),
                typed.text("reason"),
                amount,
                amount == null ? null : typed.choice("unit", LimitUnit.class),
                newDate);
    }

    private static Assessment assessment(TypedPageFields typed) {
        return new Assessment(typed.choice("outcome", AssessmentOutcome.class), settlements(typed), null);
    }

    private static AdmissibilityDecision decision(TypedPageFields typed) {
        return new AdmissibilityDecision(
                typed.choice("choice", AdmissibilityDecision.Choice.class),
                typed.text("ground"),
                typed.text("reasons"),
                typed.text("transferredTo"));
    }

    private static Map<Integer, Settlement> settlements(TypedPageFields typed) {
        Map<Integer, Settlement> measures = new TreeMap<>();
        for (int position : typed.positions("measures")) {
            String at = "measures[" + (position - 1) + "].";
            measures.put(
                    position,
                    new Settlement(
                            typed.choice(at + "outcome", MeasureOutcome.class),
                            typed.text(at + "ground"),
                            typed.text(at + "reasons")));
        }
        return measures;
    }

    private static Refusal wrongFields(
            String command, Map<String, String> reasons, Map<String, String> typed, PageWords words) {
        return new Refusal(command, reasons, words.of("pages.request.refused.input"), typed);
    }

    private static Refusal refused(String command, String message, Map<String, String> typed) {
        return new Refusal(command, Map.of(), message, typed);
    }
}
