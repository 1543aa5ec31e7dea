package org.plazo.request.command;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plazo.deadline.LimitUnit;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.CodeList;
import org.plazo.request.FieldProblems;
import org.plazo.request.GrantedExtension;
import org.plazo.request.InvalidInput;
import org.plazo.request.Parties;
import org.plazo.request.access.AccessClasses;
import org.plazo.request.content.ContentCheck;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.stereotype.Component;

/** Checks what comes with a command. */
@Component
class CommandInput {

    /** As much as the forms let people type. */
    private static final int LONGEST_NOTE = 2_000;

    private static final int LONGEST_NAME = 200;
    private static final Pattern STEP = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final Parties parties;
    private final UserDirectory users;
    private final AccessClasses classes;
    private final Clock clock;

    CommandInput(Parties parties, UserDirectory users, AccessClasses classes, Clock clock) {
        this.parties = parties;
        this.users = users;
        this.classes = classes;
        this.clock = clock;
    }

    /** Microseconds are what the database keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** When it really happened: now unless said otherwise, never later. */
    Instant at(@Nullable Instant at) {
        Instant now = now();
        if (at == null) {
            return now;
        }
        if (at.isAfter(now)) {
            throw new InvalidInput("at", "lies in the future");
        }
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /** When something ended that is over already; null: it is not. */
    @Nullable
    Instant until(@Nullable Instant until) {
        if (until != null && until.isAfter(now())) {
            throw new InvalidInput("until", "lies in the future");
        }
        return until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
    }

    void code(String field, @Nullable String code, CodeList list) {
        if (code == null || code.isBlank()) {
            throw new InvalidInput(field, "is missing");
        }
        if (!list.has(code, parties)) {
            throw new InvalidInput(field, "unknown code");
        }
    }

    /** Either an amount of days or months, or a date. */
    void extension(GrantedExtension extension) {
        code("basis", extension.basis(), CodeList.EXTENSION_BASES);
        note("reason", extension.reason());
        Integer amount = extension.amount();
        LimitUnit unit = extension.unit();
        if (extension.newDate() != null) {
            if (amount != null) {
                throw new InvalidInput("amount", "does not go with a new date");
            }
            return;
        }
        if (amount == null) {
            throw new InvalidInput("amount", "is missing");
        }
        if (unit == null) {
            throw new InvalidInput("unit", "is missing");
        }
        if (!unit.inDays()) {
            throw new InvalidInput("unit", "must be one of [BUSINESS_DAYS, CALENDAR_DAYS, MONTHS]");
        }
        int most = unit == LimitUnit.MONTHS ? 1_200 : 10_000;
        if (amount < 1 || amount > most) {
            throw new InvalidInput("amount", "must lie between 1 and " + most);
        }
    }

    /** A request cannot leave the house before the day that stands on it. */
    void notBeforeItsDate(Instant at, @Nullable LocalDate datedOn) {
        LocalDate earliest = datedOn == null ? LocalDate.of(1970, 1, 2) : datedOn;
        if (at.atZone(parties.home().zone()).toLocalDate().isBefore(earliest)) {
            throw new InvalidInput("at", "lies before " + earliest);
        }
    }

    /** When it reached us; not before the day that stands on it. */
    Instant receivedAt(@Nullable Instant receivedAt, @Nullable LocalDate datedOn) {
        Instant now = now();
        Instant at = receivedAt == null ? now : receivedAt.truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(now)) {
            throw new InvalidInput("receivedAt", "lies in the future");
        }
        LocalDate earliest = datedOn == null ? LocalDate.of(1970, 1, 2) : datedOn;
        if (at.atZone(parties.home().zone()).toLocalDate().isBefore(earliest)) {
            throw new InvalidInput("receivedAt", "lies before " + earliest);
        }
        return at;
    }

    /** One of our own. */
    void agency(String agency) {
        if (parties.authority(agency).isPresent() && !CodeList.HOME_AUTHORITIES.has(agency, parties)) {
            throw new InvalidInput(
                    "agency", "is not an authority of " + parties.home().name().en());
        }
        code("agency", agency, CodeList.HOME_AUTHORITIES);
    }

    /** What each choice needs, and what does not go with it. */
    void admissibility(AdmissibilityDecision decision) {
        FieldProblems problems = new FieldProblems();
        AdmissibilityDecision.Choice choice = decision.choice();
        problems.text("reasons", decision.reasons(), LONGEST_NOTE);
        if (choice != AdmissibilityDecision.Choice.ADMISSIBLE && isBlank(decision.reasons())) {
            problems.add("reasons", "are needed when the choice is " + choice);
        }
        String ground = decision.ground();
        if (choice == AdmissibilityDecision.Choice.REFUSED) {
            if (ground == null) {
                problems.add("ground", "is needed when the choice is " + choice);
            } else if (!CodeList.GROUNDS.has(ground, parties)) {
                problems.add("ground", "unknown code");
            }
        } else if (ground != null) {
            problems.add("ground", "does not fit the choice " + choice);
        }
        if (choice == AdmissibilityDecision.Choice.TRANSFERRED) {
            problems.requiredLine("transferredTo", decision.transferredTo(), LONGEST_NAME);
        } else if (decision.transferredTo() != null) {
            problems.add("transferredTo", "does not fit the choice " + choice);
        }
        problems.refuse();
    }

    /** Who goes on without what he asked for says why. */
    void noteWithoutInformation(@Nullable String reason) {
        if (isBlank(reason)) {
            throw new InvalidInput("note", "is needed when the information has not come");
        }
        note("note", reason);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    void channel(@Nullable String channel) {
        if (channel != null && parties.channel(channel).isEmpty()) {
            throw new InvalidInput("channel", "unknown code");
        }
    }

    void theirReference(@Nullable String theirReference) {
        FieldProblems problems = new FieldProblems();
        problems.line("theirReference", theirReference, ContentCheck.LONGEST_REFERENCE);
        problems.refuse();
    }

    /** A handler must be one, and must be allowed to see the request. */
    void handler(String handler, CooperationRequest request) {
        FieldProblems problems = new FieldProblems();
        problems.requiredLine("handler", handler, ContentCheck.LONGEST_USER_ID);
        problems.refuse();
        UserProfile user = users.find(handler)
                .filter(found -> found.roles().contains(Role.HANDLER))
                .orElseThrow(() -> new InvalidInput("handler", "no user with the role HANDLER has this id"));
        if (!classes.visibleTo(user.asActor()).includes(request.accessClass())) {
            throw new InvalidInput("handler", "may not see the request");
        }
    }

    void step(String step) {
        if (!STEP.matcher(step).matches()) {
            throw new InvalidInput("step", "must be a code");
        }
    }

    void note(String field, @Nullable String note) {
        FieldProblems problems = new FieldProblems();
        problems.text(field, note, LONGEST_NOTE);
        problems.refuse();
    }

    void requiredReason(@Nullable String reason) {
        FieldProblems problems = new FieldProblems();
        problems.required("reason", reason);
        problems.refuse();
        note("reason", reason);
    }
}
