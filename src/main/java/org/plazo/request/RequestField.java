package org.plazo.request;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields that describe a request, one by one, so that entering, editing, importing and exporting treat each the same
 * way. Their values are texts: codes, ISO dates, true or false, or what was typed.
 */
public enum RequestField {
    KIND(Type.CODE, CodeList.KINDS, Part.PARTIES, Stage.PAPER),
    REQUESTING_AUTHORITY(Type.CODE, CodeList.AUTHORITIES, Part.PARTIES, Stage.PAPER),
    REQUESTING_UNIT(Type.LINE, 200, Part.PARTIES, Stage.PAPER),
    REQUESTED_AUTHORITY(Type.CODE, CodeList.AUTHORITIES, Part.PARTIES, Stage.PAPER),
    /** Who carries it out, if that is not the authority that was asked. Of an incoming request a command assigns it. */
    EXECUTING_AGENCY(Type.CODE, CodeList.AUTHORITIES, Part.PARTIES, Stage.ALWAYS),
    /** Whom to reach at the other side, how, and in which office hours. */
    CONTACT(Type.TEXT, 1_000, Part.PARTIES, Stage.ALWAYS),
    REPLY_CHANNEL(Type.CODE, CodeList.CHANNELS, Part.PARTIES, Stage.ALWAYS),
    /** The other side's main reference; it may be missing for ever, because they never registered the request. */
    THEIR_REFERENCE(Type.LINE, 100, Part.PARTIES, Stage.ALWAYS),

    LEGAL_BASIS(Type.CODE, CodeList.LEGAL_BASES, Part.LAW, Stage.PAPER),
    DOMESTIC_BASIS(Type.LINE, 300, Part.LAW, Stage.PAPER),
    CRIME_AREA(Type.CODE, CodeList.CRIME_AREAS, Part.LAW, Stage.PAPER),
    OFFENCE(Type.TEXT, 1_000, Part.LAW, Stage.PAPER),
    DUAL_CRIMINALITY(Type.TEXT, 1_000, Part.LAW, Stage.PAPER),
    ASSURANCES(Type.TEXT, 2_000, Part.LAW, Stage.PAPER),
    USE_LIMITATION(Type.TEXT, 2_000, Part.LAW, Stage.PAPER),

    LABEL(Type.LINE, 200, Part.SUBSTANCE, Stage.PAPER),
    FACTS(Type.TEXT, 10_000, Part.SUBSTANCE, Stage.PAPER),
    PURPOSE(Type.TEXT, 2_000, Part.SUBSTANCE, Stage.PAPER),
    EVIDENTIARY_FORM(Type.CODE, CodeList.EVIDENTIARY_FORMS, Part.SUBSTANCE, Stage.PAPER),
    SPECIAL_PROCEDURE(Type.TEXT, 2_000, Part.SUBSTANCE, Stage.PAPER),

    URGENCY(Type.URGENCY, Part.HANDLING, Stage.PAPER),
    URGENCY_REASON(Type.LINE, 1_000, Part.HANDLING, Stage.PAPER),
    CLASSIFICATION(Type.CODE, CodeList.CLASSIFICATIONS, Part.HANDLING, Stage.ALWAYS),
    CLASSIFICATION_REASON(Type.LINE, 1_000, Part.HANDLING, Stage.ALWAYS),
    /** The persons concerned must not learn of the request. */
    DO_NOT_NOTIFY(Type.FLAG, Part.HANDLING, Stage.ALWAYS),
    CAVEATS(Type.LINE, 500, Part.HANDLING, Stage.ALWAYS),
    LANGUAGE(Type.CODE, CodeList.LANGUAGES, Part.HANDLING, Stage.PAPER),
    TRANSLATION(Type.CODE, CodeList.TRANSLATIONS, Part.HANDLING, Stage.ALWAYS),
    COSTS(Type.LINE, 500, Part.HANDLING, Stage.ALWAYS),

    /** The date on the paper. */
    DATED_ON(Type.DATE, Part.TIME, Stage.PAPER),
    /** The day by which the paper asks for an answer. */
    REQUESTED_ON(Type.DATE, Part.TIME, Stage.PAPER),
    REQUESTED_ON_REASON(Type.LINE, 1_000, Part.TIME, Stage.PAPER),
    /** The day that both sides have agreed on. */
    AGREED_ON(Type.DATE, Part.TIME, Stage.ALWAYS),
    /** Until when data are preserved for us. */
    PRESERVE_UNTIL(Type.DATE, Part.TIME, Stage.ALWAYS),
    /** The day on which the other side received it. */
    DELIVERED_ON(Type.DATE, Part.TIME, Stage.ALWAYS),
    RECEIPT(Type.LINE, 300, Part.TIME, Stage.ALWAYS),
    /** Of what use the answer was. */
    FEEDBACK(Type.TEXT, 2_000, Part.TIME, Stage.ALWAYS);

    /** What every request has had from the first day; {@link NewRequest} and the API name these one by one. */
    public static final Set<RequestField> CORE = Collections.unmodifiableSet(EnumSet.of(
            KIND,
            REQUESTING_AUTHORITY,
            REQUESTED_AUTHORITY,
            LEGAL_BASIS,
            CRIME_AREA,
            LABEL,
            FACTS,
            PURPOSE,
            URGENCY,
            URGENCY_REASON,
            CLASSIFICATION,
            DATED_ON,
            REQUESTED_ON,
            THEIR_REFERENCE));

    /** What may stand in a field. */
    public enum Type {
        CODE,
        URGENCY,
        LINE,
        TEXT,
        DATE,
        FLAG
    }

    /** Where a page shows it. */
    public enum Part {
        PARTIES,
        LAW,
        SUBSTANCE,
        HANDLING,
        TIME
    }

    /** Until when it may be changed: what stands on the paper, until the paper is approved. */
    private enum Stage {
        PAPER,
        ALWAYS
    }

    private final Type type;
    private final @Nullable CodeList codes;
    private final int longest;
    private final Part part;
    private final Stage stage;

    RequestField(Type type, CodeList codes, Part part, Stage stage) {
        this(type, codes, 40, part, stage);
    }

    RequestField(Type type, int longest, Part part, Stage stage) {
        this(type, null, longest, part, stage);
    }

    RequestField(Type type, Part part, Stage stage) {
        this(type, null, 40, part, stage);
    }

    RequestField(Type type, @Nullable CodeList codes, int longest, Part part, Stage stage) {
        this.type = type;
        this.codes = codes;
        this.longest = longest;
        this.part = part;
        this.stage = stage;
    }

    public Type type() {
        return type;
    }

    /** The list that a code of either direction is in; null for other types. */
    public @Nullable CodeList codes() {
        return codes;
    }

    /** The list that a code must be in; null for other types. One side asks, the other one is asked and carries it out. */
    public @Nullable CodeList codes(Direction direction) {
        boolean outgoing = direction == Direction.OUTGOING;
        return switch (this) {
            case REQUESTING_AUTHORITY -> outgoing ? CodeList.HOME_AUTHORITIES : CodeList.COUNTERPART_AUTHORITIES;
            case REQUESTED_AUTHORITY, EXECUTING_AGENCY ->
                outgoing ? CodeList.COUNTERPART_AUTHORITIES : CodeList.HOME_AUTHORITIES;
            default -> codes;
        };
    }

    /** In characters. */
    public int longest() {
        return longest;
    }

    public Part part() {
        return part;
    }

    /** Whether it stands on the paper, which nobody changes any more once it is approved. */
    public boolean isOnPaper() {
        return stage == Stage.PAPER;
    }

    public boolean isMandatory() {
        return switch (this) {
            case KIND,
                    REQUESTING_AUTHORITY,
                    REQUESTED_AUTHORITY,
                    LEGAL_BASIS,
                    CRIME_AREA,
                    LABEL,
                    URGENCY,
                    CLASSIFICATION -> true;
            default -> false;
        };
    }

    /** The name in bodies, files and addresses, such as {@code crimeArea}. */
    public String apiName() {
        StringBuilder name = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** The column of the table. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RequestField> of(String apiName) {
        return Arrays.stream(values())
                .filter(field -> field.apiName().equals(apiName))
                .findFirst();
    }
}
