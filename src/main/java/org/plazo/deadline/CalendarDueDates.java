package org.plazo.deadline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.plazo.calendar.BusinessCalendar;
import org.plazo.calendar.CalendarVersions;
import org.plazo.calendar.Calendars;
import org.plazo.deadline.reckoning.DueDateCalculator;
import org.plazo.deadline.reckoning.Extension;
import org.plazo.deadline.reckoning.Moment;
import org.plazo.deadline.reckoning.Pause;
import org.plazo.deadline.reckoning.Terms;

/** Due dates by the named calendars; minutes and hours in opening hours are counted in those the calendars declare. */
final class CalendarDueDates implements DueDates {

    private final CalendarVersions versions;
    private final Supplier<Calendars> calendars;

    CalendarDueDates(CalendarVersions versions) {
        this(versions, versions::inForce);
    }

    private CalendarDueDates(CalendarVersions versions, Supplier<Calendars> calendars) {
        this.versions = versions;
        this.calendars = calendars;
    }

    @Override
    public DueDates by(int calendarVersion) {
        return new CalendarDueDates(versions, () -> versions.of(calendarVersion));
    }

    @Override
    public DueDates by(Calendars proposed) {
        return new CalendarDueDates(versions, () -> proposed);
    }

    @Override
    public DueDate compute(TimeLimit limit, Instant start, List<ClockPause> pauses, List<ClockExtension> extensions) {
        BusinessCalendar calendar = calendars.get().together(limit.calendars());
        ZoneId zone = limit.zone();
        return DueDateCalculator.dueDate(new Terms(
                moment(start, zone),
                limit.amount(),
                limit.unit(),
                limit.convention(),
                calendar,
                limit.unit().inOpeningHours() ? calendar.openingHours() : null,
                zone,
                limit.timeOfDay(),
                limit.cutOff(),
                pauses.stream()
                        .map(pause -> new Pause(moment(pause.from(), zone), moment(pause.to(), zone)))
                        .toList(),
                extensions.stream()
                        .map(extension ->
                                new Extension(Moment.of(extension.on()), extension.amount(), extension.unit()))
                        .toList()));
    }

    private static Moment moment(Instant instant, ZoneId zone) {
        try {
            return Moment.of(instant, zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(instant + " is too far away to be a date", e);
        }
    }
}
