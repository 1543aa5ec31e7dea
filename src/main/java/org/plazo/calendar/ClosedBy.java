package org.plazo.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a day is closed.
 *
 * @param calendars ids of the calendars closed for this reason, in the order they were asked for
 * @param reason the closure's own reason; null: a weekly closed day
 */
public record ClosedBy(List<String> calendars, @Nullable LocalizedText reason) {

    public ClosedBy {
        calendars = List.copyOf(calendars);
    }
}
