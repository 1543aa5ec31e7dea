package org.plazo.calendar.web;

import java.io.Serial;
import org.plazo.calendar.CalendarWords;
import org.plazo.calendar.LocalizedText;

/** A parameter of the query for closures cannot be used. */
final class InvalidClosuresQuery extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient LocalizedText problem;

    InvalidClosuresQuery(String field, String problem, Object... arguments) {
        super(field + ": " + problem);
        this.field = field;
        this.problem = CalendarWords.text("calendar." + problem, arguments);
    }

    String field() {
        return field;
    }

    LocalizedText problem() {
        return problem;
    }
}
