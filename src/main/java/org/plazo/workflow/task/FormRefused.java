package org.plazo.workflow.task;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plazo.request.InvalidInput;
import org.plazo.request.RequestNotFound;
import org.plazo.workflow.Refusal;
import org.plazo.workflow.process.BothLanguages;

/** A form cannot be taken over. The message is what the person reads. */
final class FormRefused extends Refusal {

    /** What the register finds wrong, in its words for programs, and the key of our words for people. */
    private record Known(Pattern reason, String key) {}

    private static final List<Known> KNOWN = List.of(
            new Known(Pattern.compile("is missing"), "missing"),
            new Known(Pattern.compile("lies in the future"), "future"),
            new Known(Pattern.compile("lies in the past"), "past"),
            new Known(
                    Pattern.compile("lies before (?:the dispatch|the start|the pause|the new start|the postponement|"
                            + "the last transfer).*\\((\\S+)\\)"),
                    "before"),
            new Known(Pattern.compile("lies before (.*)"), "before"),
            new Known(Pattern.compile("lies after (\\S+), the latest date that the time limit allows"), "cap"),
            new Known(Pattern.compile("does not lie after the due date \\((\\S+)\\)"), "shortens"),
            new Known(Pattern.compile("does not lie after today"), "today"),
            new Known(Pattern.compile("overlaps the pause.*"), "overlap"),
            new Known(Pattern.compile("is promised already"), "promised"),
            new Known(Pattern.compile("is the day of review already"), "review"),
            new Known(Pattern.compile("has the request already"), "there"),
            new Known(Pattern.compile("is longer than (.*) characters"), "long"),
            new Known(Pattern.compile("contains the forbidden character (.*)"), "character"),
            new Known(Pattern.compile("unknown code"), "choice"),
            new Known(Pattern.compile("is not an authority of .*"), "side"),
            new Known(Pattern.compile("(?:is|are) needed when the outcome is .*"), "needed"),
            new Known(Pattern.compile("does not fit the outcome .*"), "misfit"));

    /** A part of one measure, as the register names it. */
    private static final Pattern MEASURE = Pattern.compile("measures\\[(\\d+)]\\.(\\w+)");

    private FormRefused(String message) {
        super(message);
    }

    private FormRefused(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param reason key below {@code workflow.form.reason} */
    static FormRefused of(String field, String reason) {
        return new FormRefused(sentence(field, reason, ""));
    }

    static FormRefused of(InvalidInput wrong) {
        for (Known known : KNOWN) {
            Matcher matcher = known.reason().matcher(wrong.reason());
            if (matcher.matches()) {
                String argument = matcher.groupCount() == 0 ? "" : matcher.group(1);
                return new FormRefused(sentence(wrong.field(), known.key(), argument), wrong);
            }
        }
        String name = BothLanguages.text("workflow.form.field." + wrong.field(), wrong.field());
        return new FormRefused(name + ": " + wrong.reason(), wrong);
    }

    /** @param reason key below {@code workflow.form.refused} */
    static FormRefused because(String reason, Throwable cause) {
        String text = BothLanguages.text("workflow.form.refused." + reason, reason);
        return new FormRefused(text + " (" + cause.getMessage() + ")", cause);
    }

    /** A request that is not there, or that the person may not see: the same words for both. */
    static FormRefused unknown(RequestNotFound cause) {
        return new FormRefused(BothLanguages.text("workflow.form.refused.unknown", "unknown"), cause);
    }

    private static String sentence(String field, String reason, String argument) {
        return BothLanguages.join(
                sentence(field, reason, argument, Locale.forLanguageTag("es")),
                sentence(field, reason, argument, Locale.ENGLISH));
    }

    private static String sentence(String field, String reason, String argument, Locale language) {
        return name(field, language) + ": "
                + BothLanguages.text("workflow.form.reason." + reason, language, reason)
                        .replace("{0}", argument);
    }

    private static String name(String field, Locale language) {
        Matcher measure = MEASURE.matcher(field);
        return measure.matches()
                ? BothLanguages.text("workflow.form.measure." + measure.group(2), language, field)
                        .replace("{0}", Integer.toString(Integer.parseInt(measure.group(1)) + 1))
                : BothLanguages.text("workflow.form.field." + field, language, field);
    }
}
