package org.plazo.request.web.page;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.plazo.deadline.LimitUnit;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.Assessment;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.ClockCourse;
import org.plazo.request.GrantedExtension;
import org.plazo.request.IncomingCommands;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestCommands;
import org.plazo.request.Settlement;
import org.plazo.request.TurnCommands;
import org.plazo.request.web.input.TypedPageFields;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;

/** Gives the commands what was typed into their forms. */
@Component
class TypedCommands {

    private final RequestCommands commands;
    private final TurnCommands turns;
    private final IncomingCommands incoming;

    TypedCommands(RequestCommands commands, TurnCommands turns, IncomingCommands incoming) {
        this.commands = commands;
        this.turns = turns;
        this.incoming = incoming;
    }

    /** @throws TypedPageFields.Refused if something cannot be read */
    void run(RequestCommand command, String reference, TypedPageFields typed, Actor by) {
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
}
