package org.plazo.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.springframework.stereotype.Component;

/** What a new request must fulfil, typed in or imported. */
@Component
class ContentCheck {

    static final int LONGEST_LABEL = 200;
    static final int LONGEST_FACTS = 10_000;
    static final int LONGEST_PURPOSE = 2_000;
    static final int LONGEST_MEASURE = 1_000;
    static final int LONGEST_REASON = 1_000;
    static final int LONGEST_REFERENCE = 100;
    static final int LONGEST_USER_ID = 64;
    static final int MOST_MEASURES = 50;

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 2);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 30);

    private final Parties parties;
    private final UserDirectory users;

    ContentCheck(Parties parties, UserDirectory users) {
        this.parties = parties;
        this.users = users;
    }

    /** Whether there is such a user and he handles requests. */
    boolean isHandler(String userId) {
        return users.find(userId)
                .filter(user -> user.roles().contains(Role.HANDLER))
                .isPresent();
    }

    /** @param today the date on the home side */
    void check(NewRequest request, LocalDate today, Predicate<String> isHandler, FieldProblems problems) {
        code("kind", request.kind(), parties::kind, problems);
        authority("requestingAuthority", request.requestingAuthority(), parties.home(), problems);
        authority("requestedAuthority", request.requestedAuthority(), parties.counterpart(), problems);
        code("legalBasis", request.legalBasis(), parties::legalBasis, problems);
        code("crimeArea", request.crimeArea(), parties::crimeArea, problems);
        if (request.classification() != null) {
            code("classification", request.classification(), parties::classification, problems);
        }
        problems.requiredLine("label", request.label(), LONGEST_LABEL);
        problems.text("facts", request.facts(), LONGEST_FACTS);
        problems.text("purpose", request.purpose(), LONGEST_PURPOSE);
        measures(request.measures(), problems);
        urgency(request.urgency(), request.urgencyReason(), problems);
        dates(request.datedOn(), request.requestedOn(), today, problems);
        problems.line("theirReference", request.theirReference(), LONGEST_REFERENCE);
        handler(request.handler(), isHandler, problems);
    }

    private static void handler(@Nullable String handler, Predicate<String> isHandler, FieldProblems problems) {
        problems.line("handler", handler, LONGEST_USER_ID);
        if (handler != null && handler.length() <= LONGEST_USER_ID && !isHandler.test(handler)) {
            problems.add("handler", "no user with the role HANDLER has this id");
        }
    }

    private static void measures(List<String> measures, FieldProblems problems) {
        if (measures.isEmpty()) {
            problems.add("measures", "at least one measure is needed");
        }
        if (measures.size() > MOST_MEASURES) {
            problems.add("measures", "are more than " + MOST_MEASURES);
            return;
        }
        for (int i = 0; i < measures.size(); i++) {
            problems.requiredLine("measures[" + i + "]", measures.get(i), LONGEST_MEASURE);
        }
    }

    private static void urgency(@Nullable Urgency urgency, @Nullable String reason, FieldProblems problems) {
        problems.line("urgencyReason", reason, LONGEST_REASON);
        if (problems.required("urgency", urgency)
                && urgency != Urgency.ROUTINE
                && (reason == null || reason.isBlank())) {
            problems.add("urgencyReason", "is needed when the urgency is " + urgency);
        }
    }

    private static void dates(
            @Nullable LocalDate datedOn, @Nullable LocalDate requestedOn, LocalDate today, FieldProblems problems) {
        if (datedOn != null && datedOn.isAfter(today)) {
            problems.add("datedOn", "lies in the future");
        }
        if (datedOn != null && datedOn.isBefore(EARLIEST)) {
            problems.add("datedOn", "lies before " + EARLIEST);
        }
        if (requestedOn != null && (requestedOn.isBefore(EARLIEST) || requestedOn.isAfter(LATEST))) {
            problems.add("requestedOn", "must lie between " + EARLIEST + " and " + LATEST);
        }
        if (datedOn != null && requestedOn != null && requestedOn.isBefore(datedOn)) {
            problems.add("requestedOn", "lies before the date of the request");
        }
    }

    private void authority(String field, String code, Party side, FieldProblems problems) {
        if (!problems.required(field, code)) {
            return;
        }
        Optional<Authority> authority = parties.authority(code);
        if (authority.isEmpty()) {
            problems.add(field, "unknown code");
        } else if (!authority.get().party().equals(side.id())) {
            problems.add(field, "is not an authority of " + side.name().en());
        }
    }

    private static <T> void code(
            String field, String code, Function<String, Optional<T>> find, FieldProblems problems) {
        if (problems.required(field, code) && find.apply(code).isEmpty()) {
            problems.add(field, "unknown code");
        }
    }
}
