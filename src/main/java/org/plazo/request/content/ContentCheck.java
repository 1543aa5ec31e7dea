package org.plazo.request.content;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Direction;
import org.plazo.request.FieldProblems;
import org.plazo.request.NewRequest;
import org.plazo.request.Particulars;
import org.plazo.request.Parties;
import org.plazo.request.RequestField;
import org.plazo.request.access.AccessClasses;
import org.plazo.request.access.NeedToKnow;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.springframework.stereotype.Component;

/** What a new request must fulfil, typed in or imported. */
@Component
public class ContentCheck {

    public static final int LONGEST_REASON = 1_000;
    public static final int LONGEST_REFERENCE = 100;
    public static final int LONGEST_USER_ID = 64;
    static final int MOST_MEASURES = 50;

    private final Parties parties;
    private final FieldCheck fields;
    private final ListCheck lists;
    private final UserDirectory users;

    public ContentCheck(Parties parties, UserDirectory users) {
        this.parties = parties;
        this.fields = new FieldCheck(parties);
        this.lists = new ListCheck(parties);
        this.users = users;
    }

    public FieldCheck fields() {
        return fields;
    }

    public ListCheck lists() {
        return lists;
    }

    /** Whether there is such a user and he handles requests. */
    public boolean isHandler(String userId) {
        return users.find(userId)
                .filter(user -> user.roles().contains(Role.HANDLER))
                .isPresent();
    }

    /** Whether a user may see requests of a class; one who is not known may not. */
    public boolean isSeenBy(String userId, AccessClasses.AccessClass is, NeedToKnow needToKnow) {
        return users.find(userId)
                .filter(user -> needToKnow.maySee(is, user.asActor()))
                .isPresent();
    }

    /** @param today the date on the home side */
    public void check(
            NewRequest request,
            Direction direction,
            LocalDate today,
            Predicate<String> isHandler,
            FieldProblems problems) {
        Map<RequestField, String> values = new EnumMap<>(request.values());
        values.putIfAbsent(
                RequestField.CLASSIFICATION, parties.lowestClassification().code());
        fields.check(values, direction, today, problems);
        measures(request.measures(), problems);
        Particulars particulars = request.particulars();
        lists.references(particulars.references(), problems);
        lists.subjects(particulars.subjects(), problems);
        lists.needToKnow(particulars.needToKnow(), problems);
        lists.earlierRequests(particulars.earlierRequests(), problems);
        handler(request.handler(), isHandler, problems);
    }

    private static void handler(@Nullable String handler, Predicate<String> isHandler, FieldProblems problems) {
        problems.line("handler", handler, LONGEST_USER_ID);
        if (handler != null && handler.length() <= LONGEST_USER_ID && !isHandler.test(handler)) {
            problems.add("handler", "no user with the role HANDLER has this id");
        }
    }

    public static void measures(List<String> measures, FieldProblems problems) {
        if (measures.isEmpty()) {
            problems.add("measures", "at least one measure is needed");
        }
        if (measures.size() > MOST_MEASURES) {
            problems.add("measures", "are more than " + MOST_MEASURES);
            return;
        }
        for (int i = 0; i < measures.size(); i++) {
            problems.requiredLine("measures[" + i + "]", measures.get(i), NewRequest.LONGEST_MEASURE);
        }
    }
}
