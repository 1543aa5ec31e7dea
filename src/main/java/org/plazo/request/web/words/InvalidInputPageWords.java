package org.plazo.request.web.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plazo.request.InvalidInput;

/** Says in the reader's language what the register found wrong with a field; the register itself speaks to programs. */
public final class InvalidInputPageWords {

    /** A reason of the register, and the key of the sentence for people; what the pattern catches is put into it. */
    private record Known(Pattern reason, String key) {}

    private static final List<Known> KNOWN = List.of(
            known("is missing", "pages.field.missing"),
            known("lies in the future", "pages.field.future"),
            known("lies before the start of the clock.*", "pages.field.before-start"),
            known("lies before the new start of the clock.*", "pages.field.before-new-start"),
            known("lies before the postponement.*", "pages.field.before-postponement"),
            known("lies before the last transfer.*", "pages.field.before-transfer"),
            known("lies before the pause.*", "pages.field.before-pause"),
            known("overlaps the pause.*", "pages.field.overlap"),
            known("does not lie after the beginning of the pause", "pages.field.before-pause"),
            known("does not lie after the due date \\((\\S+)\\)", "pages.field.shortens"),
            known("lies after (\\S+), the latest date that the time limit allows", "pages.field.over-cap"),
            known("lies in the past", "pages.field.past"),
            known("does not lie after today", "pages.field.after-today"),
            known("is the day of review already", "pages.field.same-review"),
            known("is promised already", "pages.field.promised"),
            known("does not go with a new date", "pages.field.date-or-amount"),
            known("lies before the date of the request", "pages.field.before-paper"),
            known("lies before.*", "pages.field.before"),
            known("is longer than (\\d+) characters", "pages.field.long"),
            known("contains the forbidden character.*", "pages.field.character"),
            known("(?:unknown code|must be one of.*|must be true or false)", "pages.field.choose"),
            known("must be a date such as.*", "pages.field.date"),
            known("must lie between (\\S+) and (\\S+)", "pages.field.between"),
            known("is needed when the urgency is.*", "pages.field.urgency-reason"),
            known("is not an authority of.*", "pages.field.other-side"),
            known("(?:is|are) needed when the outcome is.*", "pages.field.needed-by-outcome"),
            known("(?:is|are) needed when the choice is.*", "pages.field.needed-by-choice"),
            known("is needed when the information has not come", "pages.field.needed-by-choice"),
            known("does not fit the choice.*", "pages.field.not-with-choice"),
            known("does not fit the outcome.*", "pages.field.not-with-outcome"),
            known("at least one measure is needed", "pages.field.no-measure"),
            known("are more than (\\d+)", "pages.field.many"),
            known("names one request twice", "pages.field.twice"),
            known("names the request itself", "pages.field.itself"),
            known("there is no request (.*)", "pages.field.no-request"),
            known("would hide the request from yourself", "pages.field.hides-from-you"),
            known("would hide the request from its handler (.*)", "pages.field.hides-from-handler"),
            known("no user with the role HANDLER has this id", "pages.field.no-handler"),
            known("may not see the request", "pages.field.handler-blind"),
            known("has the request already", "pages.field.has-it"));

    private InvalidInputPageWords() {}

    private static Known known(String reason, String key) {
        return new Known(Pattern.compile(reason, Pattern.DOTALL), key);
    }

    /** What is wrong, by field; of several things with one field the first. */
    public static Map<String, String> of(InvalidInput wrong, PageWords words) {
        Map<String, String> reasons = new LinkedHashMap<>();
        wrong.problems().forEach(problem -> reasons.putIfAbsent(problem.field(), of(problem.reason(), words)));
        return reasons;
    }

    public static String of(String reason, PageWords words) {
        for (Known known : KNOWN) {
            Matcher matcher = known.reason().matcher(reason);
            if (matcher.matches()) {
                Object[] caught = new Object[matcher.groupCount()];
                for (int i = 0; i < caught.length; i++) {
                    caught[i] = matcher.group(i + 1);
                }
                return words.of(known.key(), caught);
            }
        }
        return words.of("pages.field.wrong", reason);
    }
}
