package org.plazo.request.web.filter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.AgeClass;
import org.plazo.request.CodeList;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.FieldProblems;
import org.plazo.request.InvalidInput;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.Parties;
import org.plazo.request.RegisterFilter;
import org.plazo.request.RegisterSort;
import org.plazo.request.Timeliness;
import org.plazo.request.Urgency;
import org.plazo.request.web.input.Fields;

/**
 * The parameters that narrow and order a list, the same ones in the API and in the addresses of pages. Blank ones count as
 * missing; one that cannot be read is an {@link InvalidInput} that names it.
 */
public record FilterParameters(Map<String, String> parameters, Parties parties) {

    public static final int LARGEST_PAGE = 200;
    public static final int USUAL_PAGE = 50;

    public static final int LONGEST_TEXT = 200;
    private static final int LONGEST_ID = 64;

    public RegisterFilter filter() {
        String text = line("text", LONGEST_TEXT);
        String authority = value("authority");
        if (authority != null && parties.authority(authority).isEmpty()) {
            throw new InvalidInput("authority", "unknown code");
        }
        String crimeArea = value("crimeArea");
        if (crimeArea != null && !CodeList.CRIME_AREAS.has(crimeArea, parties)) {
            throw new InvalidInput("crimeArea", "unknown code");
        }
        return new RegisterFilter(
                code("direction", Direction.class),
                code("lifecycle", Lifecycle.class),
                code("timeliness", Timeliness.class),
                authority,
                crimeArea,
                code("urgency", Urgency.class),
                handler(),
                code("age", AgeClass.class),
                code("outcome", MeasureOutcome.class),
                flag("open"),
                code("deadline", DeadlineKind.class),
                text,
                codes("authorityNot", code -> parties.authority(code).isPresent()),
                codes("crimeAreaNot", code -> CodeList.CRIME_AREAS.has(code, parties)));
    }

    /** What is due first, unless {@code sort} says otherwise. */
    public RegisterSort sort() {
        String sort = value("sort");
        if (sort == null) {
            return RegisterSort.DUE;
        }
        return RegisterSort.of(sort)
                .orElseThrow(() -> new InvalidInput(
                        "sort",
                        "must be due, reference, dispatch, authority, crimeArea, lifecycle or handler, with a minus"
                                + " before it for the opposite order"));
    }

    /** From 0. */
    public int page() {
        int page = number("page", 0);
        if (page < 0 || page > 1_000_000) {
            throw new InvalidInput("page", "must be between 0 and 1000000");
        }
        return page;
    }

    public int size() {
        int size = number("size", USUAL_PAGE);
        if (size < 1 || size > LARGEST_PAGE) {
            throw new InvalidInput("size", "must be between 1 and " + LARGEST_PAGE);
        }
        return size;
    }

    /** Several codes with commas between them; none if it is missing. */
    private Set<String> codes(String name, Predicate<String> known) {
        String value = value(name);
        if (value == null) {
            return Set.of();
        }
        Set<String> codes = Stream.of(value.split(",", -1)).map(String::strip).collect(Collectors.toSet());
        if (!codes.stream().allMatch(known)) {
            throw new InvalidInput(name, "unknown code");
        }
        return codes;
    }

    /** Somebody who has left may still be asked for, so that any id will do. */
    private @Nullable String handler() {
        return line("handler", LONGEST_ID);
    }

    private @Nullable String line(String name, int longest) {
        String value = value(name);
        FieldProblems problems = new FieldProblems();
        problems.line(name, value, longest);
        problems.refuse();
        return value;
    }

    private int number(String name, int otherwise) {
        String value = value(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new InvalidInput(name, "has the wrong form");
        }
    }

    private @Nullable Boolean flag(String name) {
        String value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw new InvalidInput(name, "must be true or false");
        }
        return value.equals("true");
    }

    private <E extends Enum<E>> @Nullable E code(String name, Class<E> codes) {
        return Optional.ofNullable(value(name))
                .map(value -> Fields.code(name, value, codes))
                .orElse(null);
    }

    private @Nullable String value(String name) {
        String value = parameters.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
