package org.plazo.request.web.page;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.LimitUnit;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.ClockCourse;
import org.plazo.request.CodeList;
import org.plazo.request.Direction;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.Parties;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestDetails;
import org.plazo.request.RequestDetails.MeasureLine;
import org.plazo.request.RequestField;
import org.plazo.request.access.Handlers;
import org.plazo.request.web.page.CommandPageForm.Field;
import org.plazo.request.web.page.CommandPageForm.MeasureFields;
import org.plazo.request.web.words.PageFormats;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageNames.Named;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.CurrentActor;
import org.springframework.stereotype.Component;

/** Makes the forms of the commands on a request's page. */
@Component
public class CommandForms {

    private final Parties parties;
    private final Handlers handlers;
    private final CurrentActor actor;
    private final PageFormats formats;

    CommandForms(Parties parties, Handlers handlers, CurrentActor actor, PageFormats formats) {
        this.parties = parties;
        this.handlers = handlers;
        this.actor = actor;
        this.formats = formats;
    }

    public CommandPageForm of(RequestCommand command, RequestDetails details, PageWords words) {
        return new CommandPageForm(
                command.apiName(),
                name(command, details.row().direction(), words),
                fields(command, details, words, new PageNames(parties, words.locale())),
                measures(command, details, words));
    }

    /** Assessed is what came for any measure; executed is what nobody has executed yet. */
    private List<MeasureFields> measures(RequestCommand command, RequestDetails details, PageWords words) {
        return details.measures().stream()
                .filter(measure -> command == RequestCommand.ASSESSMENT
                        || command == RequestCommand.EXECUTION && measure.outcome() == null)
                .map(measure -> measure(command, measure, words))
                .toList();
    }

    /** Some commands are called otherwise when the other side asks. */
    static String name(RequestCommand command, Direction direction, PageWords words) {
        String name = "request.command." + command.apiName();
        String special = words.orNull(name + "." + direction);
        return special == null ? words.of(name) : special;
    }

    /** The form of a command that is done to many requests, where the reason is never left out. */
    public CommandPageForm ofMany(RequestCommand command, PageWords words) {
        Field reason = new Field("reason", "textarea", true, null, null);
        PageNames names = new PageNames(parties, words.locale());
        return new CommandPageForm(
                command.apiName(),
                words.of("request.command." + command.apiName()),
                switch (command) {
                    case ASSIGNMENT ->
                        List.of(
                                select(
                                        "handler",
                                        true,
                                        handlers.all().stream()
                                                .map(PageNames::person)
                                                .toList()),
                                reason);
                    case CLOSURE -> closure(names, words);
                    default -> List.of(reason);
                },
                List.of());
    }

    private List<Field> closure(PageNames names, PageWords words) {
        return List.of(
                select("outcome", true, names.closingOutcomes(words)),
                select("ground", false, names.of(CodeList.GROUNDS)),
                text("reasons", words.of("pages.field.reasons.hint")),
                new Field("reason", "textarea", true, null, null));
    }

    private List<Field> fields(RequestCommand command, RequestDetails details, PageWords words, PageNames names) {
        return switch (command) {
            case SUBMISSION -> List.of();
            case REVIEW ->
                List.of(
                        radio("approved", List.of("true", "false"), words),
                        text("reason", words.of("pages.field.reason.review")));
            case CORRECTION, REGISTRATION, DRAFTING -> List.of(text("note", null));
            case DISPATCH, RESPONSE_DISPATCH -> List.of(at(words), select("channel", false, names.channels()));
            case ACKNOWLEDGEMENT ->
                details.row().direction() == Direction.INCOMING
                        ? List.of(at(words))
                        : List.of(at(words), new Field("theirReference", "text", false, null, null));
            case INTERIM_REPLY, RESPONSE -> List.of(at(words), text("note", null));
            case INFORMATION ->
                List.of(
                        radio("came", List.of("true", "false"), words),
                        text("note", words.of("pages.field.note.information")),
                        at(words));
            case ADMISSIBILITY ->
                List.of(
                        radio(
                                "choice",
                                Arrays.stream(AdmissibilityDecision.Choice.values())
                                        .map(AdmissibilityDecision.Choice::name)
                                        .toList(),
                                words),
                        select("ground", false, names.of(CodeList.GROUNDS)),
                        text("reasons", words.of("pages.field.reasons.admissibility")),
                        new Field("transferredTo", "text", false, null, null),
                        at(words));
            case AGENCY -> List.of(select("agency", true, agencies(details, names)), text("note", null));
            case EXECUTION -> List.of();
            case CLEARANCE ->
                List.of(
                        radio("cleared", List.of("true", "false"), words),
                        text("reason", words.of("pages.field.reason.clearance")));
            case ASSESSMENT ->
                List.of(
                        radio(
                                "outcome",
                                Arrays.stream(AssessmentOutcome.values())
                                        .map(AssessmentOutcome::name)
                                        .toList(),
                                words),
                        text("reason", words.of("pages.field.reason.assessment")));
            case PAUSE ->
                List.of(
                        select("category", true, names.of(CodeList.PAUSE_CATEGORIES)),
                        new Field("reason", "textarea", true, null, null),
                        at(words),
                        new Field(
                                "until",
                                "datetime-local",
                                false,
                                null,
                                words.of("pages.field.until.hint", formats.zone())));
            case RESUMPTION -> List.of(at(words), text("note", null));
            case EXTENSION ->
                List.of(
                        select("basis", true, names.of(CodeList.EXTENSION_BASES)),
                        new Field("newDate", "date", false, null, words.of("pages.field.newDate.hint")),
                        new Field("amount", "number", false, null, null),
                        select("unit", false, units(words)),
                        text("reason", null),
                        at(words));
            case PROMISE -> List.of(new Field("promisedOn", "date", true, null, null), at(words), text("note", null));
            case DEFICIENCY -> List.of(new Field("reason", "textarea", true, null, null), at(words));
            case INFORMATION_REQUEST ->
                List.of(
                        new Field("reason", "textarea", true, null, words.of("pages.field.reason.asked")),
                        new Field("theirReference", "text", false, null, null),
                        at(words));
            case SUPPLY, RESENDING ->
                List.of(at(words), select("channel", false, names.channels()), text("note", null));
            case POSTPONEMENT ->
                List.of(
                        select("ground", true, names.of(CodeList.GROUNDS)),
                        new Field("reviewOn", "date", true, null, words.of("pages.field.reviewOn.hint")),
                        text("reason", null),
                        at(words));
            case TRANSFER ->
                List.of(
                        select(
                                "authority",
                                true,
                                names.of(CodeList.COUNTERPART_AUTHORITIES).stream()
                                        .filter(each -> !each.code()
                                                .equals(details.row().requestedAuthority()))
                                        .toList()),
                        select("clock", false, courses(words)),
                        text("reason", words.of("pages.field.reason.transfer")),
                        at(words));
            case CLOSURE -> closure(names, words);
            case ASSIGNMENT -> List.of(handler(others(details), words), text("reason", null));
            case WITHDRAWAL -> List.of(new Field("reason", "textarea", true, null, null));
        };
    }

    /** Our authorities, without the one that has the request. */
    private static List<Named> agencies(RequestDetails details, PageNames names) {
        String present = details.fields().get(RequestField.EXECUTING_AGENCY);
        return names.of(CodeList.HOME_AUTHORITIES).stream()
                .filter(agency -> !agency.code().equals(present))
                .toList();
    }

    private static Field handler(List<Named> others, PageWords words) {
        String hint = others.isEmpty() ? words.of("pages.field.handler.nobody") : null;
        return new Field("handler", "select", true, others, hint);
    }

    /** Who could have it instead of the one who has it. */
    private List<Named> others(RequestDetails details) {
        return handlers.whoMaySee(details.row().reference(), actor.get()).stream()
                .filter(user -> !user.id().equals(details.row().handler()))
                .map(PageNames::person)
                .toList();
    }

    private MeasureFields measure(RequestCommand command, MeasureLine measure, PageWords words) {
        PageNames names = new PageNames(parties, words.locale());
        String at = "measures[" + (measure.position() - 1) + "].";
        MeasureOutcome outcome = measure.outcome();
        return new MeasureFields(
                measure.position(),
                measure.description(),
                words.of(outcome == null ? "request.measure." + measure.status() : "request.outcome." + outcome),
                words.of(unsaid(command, outcome)),
                List.of(
                        select(at + "outcome", false, names.outcomes(words)),
                        select(at + "ground", false, names.of(CodeList.GROUNDS)),
                        text(at + "reasons", null)));
    }

    private static List<Named> courses(PageWords words) {
        return Arrays.stream(ClockCourse.values())
                .map(course -> new Named(course.name(), words.of("pages.field.clock." + course)))
                .toList();
    }

    private static String unsaid(RequestCommand command, @Nullable MeasureOutcome known) {
        if (known != null) {
            return "pages.assess.stays";
        }
        return command == RequestCommand.EXECUTION ? "pages.execution.unsaid" : "pages.assess.unsaid";
    }

    private static List<Named> units(PageWords words) {
        return Arrays.stream(LimitUnit.values())
                .filter(LimitUnit::inDays)
                .map(unit -> new Named(unit.name(), words.of("pages.field.unit." + unit)))
                .toList();
    }

    private Field at(PageWords words) {
        return new Field("at", "datetime-local", false, null, words.of("pages.field.at.hint", formats.zone()));
    }

    private static Field select(String name, boolean required, List<Named> choices) {
        return new Field(name, "select", required, choices, null);
    }

    private static Field text(String name, @Nullable String hint) {
        return new Field(name, "textarea", false, null, hint);
    }

    private static Field radio(String name, List<String> codes, PageWords words) {
        List<Named> choices = codes.stream()
                .map(code -> new Named(code, words.of("pages.field." + name + "." + code)))
                .toList();
        return new Field(name, "radio", true, choices, null);
    }
}
