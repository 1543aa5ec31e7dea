package org.plazo.request.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.CodeList;
import org.plazo.request.LedgerAction;
import org.plazo.request.Parties;
import org.plazo.request.RequestField;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words for what a ledger entry is about, and for the values before and after. */
@Component
class LedgerWords {

    private static final int LONGEST_VALUE = 200;
    private static final Set<LedgerAction> ABOUT_DATES = Set.of(
            LedgerAction.DEADLINE_OPENED,
            LedgerAction.DEADLINE_MOVED,
            LedgerAction.DEADLINE_RESTARTED,
            LedgerAction.DEADLINE_EXTENDED,
            LedgerAction.PROMISED,
            LedgerAction.PROMISED_ANEW,
            LedgerAction.POSTPONED,
            LedgerAction.POSTPONED_ANEW);

    private final MessageSource messages;
    private final Parties parties;

    LedgerWords(MessageSource messages, Parties parties) {
        this.messages = messages;
        this.parties = parties;
    }

    String subject(LedgerAction action, String subject, Locale locale) {
        return switch (action) {
            case DISPATCHED, RECEIVED, RESPONSE_SENT, SUPPLIED, RESENT ->
                parties.channelName(subject).in(locale);
            case REFUSED, POSTPONED, POSTPONED_ANEW -> code(CodeList.GROUNDS, subject, locale);
            case PASSED_ON -> message("request.ledger.course." + subject, locale);
            case ASSESSED -> named("request.assessment.", subject, locale);
            case CLOSED_EARLY -> named("request.outcome.", subject, locale);
            case EDITED -> named("request.field.", subject, locale);
            case OUTWARD_STEP -> named("request.step.", subject, locale);
            case ESCALATED, ESCALATION_SKIPPED, ESCALATION_UNHEARD -> {
                int dot = subject.indexOf('.');
                yield message(
                        "request.ledger.stepOf",
                        locale,
                        named("request.step.", subject.substring(dot + 1), locale),
                        named("request.deadline.", subject.substring(0, Math.max(dot, 0)), locale));
            }
            case POLICY_APPLIED,
                    DEADLINE_OPENED,
                    DEADLINE_MOVED,
                    DEADLINE_STOPPED,
                    DEADLINE_RESTARTED,
                    CLOCK_PAUSED,
                    CLOCK_RESUMED -> named("request.deadline.", subject, locale);
            case DEADLINE_EXTENDED -> {
                int dot = subject.indexOf('.');
                yield message(
                        "request.ledger.extensionOf",
                        locale,
                        named("request.deadline.", subject.substring(0, Math.max(dot, 0)), locale),
                        code(CodeList.EXTENSION_BASES, subject.substring(dot + 1), locale));
            }
            default -> subject;
        };
    }

    String value(Ledger.Entry entry, @Nullable String value, Locale locale) {
        LedgerAction action = entry.action();
        if (action == LedgerAction.EDITED) {
            return value == null ? message("request.ledger.nothing", locale) : edited(entry.subject(), value, locale);
        }
        if (action == LedgerAction.REASSIGNED) {
            return value == null ? message("request.ledger.nobody", locale) : value;
        }
        if (value == null) {
            return "";
        }
        if (action == LedgerAction.AGENCY_ASSIGNED) {
            return code(CodeList.AUTHORITIES, value, locale);
        }
        if (action == LedgerAction.HANDED_ON) {
            return value;
        }
        if (action == LedgerAction.CLOCK_PAUSED) {
            return code(CodeList.PAUSE_CATEGORIES, value, locale);
        }
        if (action == LedgerAction.POLICY_APPLIED) {
            return policy(value, locale);
        }
        if (action == LedgerAction.PASSED_ON) {
            return code(CodeList.COUNTERPART_AUTHORITIES, value, locale);
        }
        if (ABOUT_DATES.contains(action)) {
            return date(value, locale);
        }
        return action == LedgerAction.MEASURE_SETTLED
                ? settlement(value, locale)
                : named("request.lifecycle.", value, locale);
    }

    /** Such as {@code time-limits v3}. */
    private String policy(String value, Locale locale) {
        int version = value.lastIndexOf(" v");
        return version < 0
                ? value
                : message(
                        "request.ledger.policy",
                        locale,
                        named("request.policy.", value.substring(0, version), locale),
                        value.substring(version + 2));
    }

    /** An outcome, with its ground behind a colon if it has one. */
    private String settlement(String value, Locale locale) {
        int colon = value.indexOf(':');
        return colon < 0
                ? named("request.outcome.", value, locale)
                : named("request.outcome.", value.substring(0, colon), locale) + " ("
                        + parties.nameOf(CodeList.GROUNDS, value.substring(colon + 1))
                                .in(locale)
                        + ")";
    }

    private String edited(@Nullable String subject, String value, Locale locale) {
        Optional<RequestField> field = RequestField.of(Objects.toString(subject, ""));
        if (field.isEmpty()) {
            return shortened(list(Objects.toString(subject, ""), value, locale));
        }
        return switch (field.get().type()) {
            case CODE ->
                parties.nameOf(Objects.requireNonNull(field.get().codes()), value)
                        .in(locale);
            case URGENCY -> named("request.urgency.", value, locale);
            case DATE -> date(value, locale);
            case FLAG -> message("request.yes", locale);
            default -> shortened(value);
        };
    }

    /** A list as it is kept: references begin with their type, circles are codes. */
    private String list(String subject, String value, Locale locale) {
        return switch (subject) {
            case "references" ->
                Arrays.stream(value.split("; "))
                        .map(reference -> inWords(CodeList.REFERENCE_TYPES, reference, locale))
                        .collect(Collectors.joining("; "));
            case "needToKnow" ->
                Arrays.stream(value.split(", "))
                        .map(circle -> inWords(CodeList.NEED_TO_KNOW, circle, locale))
                        .collect(Collectors.joining(", "));
            default -> value;
        };
    }

    /** The code that a text begins with becomes a word; what is no code stays. */
    private String inWords(CodeList list, String text, Locale locale) {
        int space = text.indexOf(' ');
        String code = space < 0 ? text : text.substring(0, space);
        String rest = space < 0 ? "" : text.substring(space);
        return list.has(code, parties) ? parties.nameOf(list, code).in(locale) + rest : text;
    }

    /** A code that is in the list no more stands for itself. */
    private String code(CodeList list, String code, Locale locale) {
        return list.has(code, parties) ? parties.nameOf(list, code).in(locale) : code;
    }

    private static String date(String value, Locale locale) {
        return LocalDate.parse(value)
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(inDates(locale)));
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }

    /** English dates are written day first, with 24 hours, as in mails and in the explanations of dates. */
    static Locale inDates(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }

    /** The words for a code; a code that the bundles do not know stands for itself. */
    private String named(String prefix, String code, Locale locale) {
        String words = messages.getMessage(prefix + code, null, code, locale);
        return words == null ? code : words;
    }

    private String message(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
