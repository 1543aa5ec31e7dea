package org.plazo.request.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Authority;
import org.plazo.request.CodeList;
import org.plazo.request.Direction;
import org.plazo.request.FieldProblems;
import org.plazo.request.Parties;
import org.plazo.request.RequestField;
import org.plazo.request.Urgency;

/** Whether the values of a request's fields are what each field can hold, and fit each other. */
public final class FieldCheck {

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 2);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 30);

    private final Parties parties;

    FieldCheck(Parties parties) {
        this.parties = parties;
    }

    /**
     * @param values all values; an empty one counts as missing
     * @param today the date on the home side
     */
    public void check(Map<RequestField, String> values, Direction direction, LocalDate today, FieldProblems problems) {
        for (RequestField field : RequestField.values()) {
            String value = values.get(field);
            boolean there =
                    field.isMandatory() ? problems.required(field.apiName(), value) : value != null && !value.isBlank();
            if (there) {
                one(field, Objects.requireNonNull(value), direction, problems);
            }
        }
        urgency(values, problems);
        dates(values, today, problems);
    }

    private void one(RequestField field, String value, Direction direction, FieldProblems problems) {
        String name = field.apiName();
        switch (field.type()) {
            case LINE -> problems.line(name, value, field.longest());
            case TEXT -> problems.text(name, value, field.longest());
            case CODE -> code(field, value, direction, problems);
            case URGENCY -> {
                if (Arrays.stream(Urgency.values())
                        .noneMatch(each -> each.name().equals(value))) {
                    problems.add(name, "must be one of " + Arrays.toString(Urgency.values()));
                }
            }
            case DATE -> {
                if (date(value) == null) {
                    problems.add(name, "must be a date such as 2026-03-06");
                }
            }
            case FLAG -> {
                if (!value.equals("true") && !value.equals("false")) {
                    problems.add(name, "must be true or false");
                }
            }
        }
    }

    private void code(RequestField field, String value, Direction direction, FieldProblems problems) {
        CodeList list = Objects.requireNonNull(field.codes(direction));
        if (list.has(value, parties)) {
            return;
        }
        Optional<Authority> authority = parties.authority(value);
        if (list == CodeList.HOME_AUTHORITIES && authority.isPresent()) {
            problems.add(
                    field.apiName(),
                    "is not an authority of " + parties.home().name().en());
        } else if (list == CodeList.COUNTERPART_AUTHORITIES && authority.isPresent()) {
            problems.add(
                    field.apiName(),
                    "is not an authority of " + parties.counterpart().name().en());
        } else {
            problems.add(field.apiName(), "unknown code");
        }
    }

    private static void urgency(Map<RequestField, String> values, FieldProblems problems) {
        String urgency = values.get(RequestField.URGENCY);
        String reason = values.getOrDefault(RequestField.URGENCY_REASON, "");
        if (urgency != null && !urgency.isBlank() && !urgency.equals(Urgency.ROUTINE.name()) && reason.isBlank()) {
            problems.add("urgencyReason", "is needed when the urgency is " + urgency);
        }
    }

    private static void dates(Map<RequestField, String> values, LocalDate today, FieldProblems problems) {
        LocalDate datedOn = date(values.get(RequestField.DATED_ON));
        LocalDate deliveredOn = date(values.get(RequestField.DELIVERED_ON));
        past("datedOn", datedOn, today, problems);
        past("deliveredOn", deliveredOn, today, problems);
        if (datedOn != null && deliveredOn != null && deliveredOn.isBefore(datedOn)) {
            problems.add("deliveredOn", "lies before the date of the request");
        }
        for (RequestField field :
                new RequestField[] {RequestField.REQUESTED_ON, RequestField.AGREED_ON, RequestField.PRESERVE_UNTIL}) {
            LocalDate date = date(values.get(field));
            if (date != null && (date.isBefore(EARLIEST) || date.isAfter(LATEST))) {
                problems.add(field.apiName(), "must lie between " + EARLIEST + " and " + LATEST);
            }
            if (date != null && datedOn != null && date.isBefore(datedOn)) {
                problems.add(field.apiName(), "lies before the date of the request");
            }
        }
    }

    private static void past(String field, @Nullable LocalDate date, LocalDate today, FieldProblems problems) {
        if (date != null && date.isAfter(today)) {
            problems.add(field, "lies in the future");
        }
        if (date != null && date.isBefore(EARLIEST)) {
            problems.add(field, "lies before " + EARLIEST);
        }
    }

    private static @Nullable LocalDate date(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
