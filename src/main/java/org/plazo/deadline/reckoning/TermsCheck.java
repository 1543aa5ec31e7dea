package org.plazo.deadline.reckoning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.BusinessCalendar;
import org.plazo.calendar.OpeningHours;
import org.plazo.deadline.LimitUnit;

/** What must hold before a due date can be computed. */
final class TermsCheck {

    static final int MAX_AMOUNT = 10_000;
    static final int MAX_MONTHS = 1_200;

    /** Far enough from 1970 to 2199 that no amount leads there from outside; and calendars reach no further. */
    private static final LocalDate FIRST_START = LocalDate.of(1700, 1, 2);

    private static final LocalDate LAST_START = LocalDate.of(2499, 12, 30);

    private TermsCheck() {}

    static void check(
            Moment start,
            int amount,
            LimitUnit unit,
            BusinessCalendar calendar,
            @Nullable OpeningHours openingHours,
            ZoneId zone,
            @Nullable LocalTime timeOfDay,
            List<Pause> pauses,
            List<Extension> extensions) {
        if (start.date().isBefore(FIRST_START) || start.date().isAfter(LAST_START)) {
            throw new InvalidTerms("start", "outsideYears");
        }
        amount("amount", amount, unit);
        if (!unit.inDays() && timeOfDay != null) {
            throw new InvalidTerms("timeOfDay", "timeOfDayWithTime");
        }
        if (unit.inOpeningHours()) {
            openingHours(openingHours, calendar);
        }
        if (amount < 0 && !pauses.isEmpty()) {
            throw new InvalidTerms("pauses", "withNegativeAmount");
        }
        if (amount < 0 && !extensions.isEmpty()) {
            throw new InvalidTerms("extensions", "withNegativeAmount");
        }
        for (int i = 0; i < extensions.size(); i++) {
            extension("extensions[" + i + "]", extensions.get(i));
        }
        for (int i = 0; i < pauses.size(); i++) {
            pause("pauses[" + i + "]", pauses.get(i), start, unit, zone);
        }
        overlaps(pauses, unit, zone);
    }

    private static void amount(String field, int amount, LimitUnit unit) {
        int most = unit == LimitUnit.MONTHS ? MAX_MONTHS : MAX_AMOUNT;
        if (amount > most || amount < -most) {
            throw new InvalidTerms(field, "amountTooLarge", most);
        }
    }

    private static void openingHours(@Nullable OpeningHours hours, BusinessCalendar calendar) {
        if (hours == null) {
            throw new InvalidTerms("openingHours", "openingHoursMissing");
        }
        LocalDate end = LocalDate.of(2200, 1, 1);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (!hours.on(weekday).isEmpty()) {
                for (LocalDate day = LocalDate.of(1969, 12, 28).with(weekday);
                        day.isBefore(end);
                        day = day.plusWeeks(1)) {
                    if (calendar.isOpen(day)) {
                        return;
                    }
                }
            }
        }
        throw new InvalidTerms("openingHours", "neverOpen");
    }

    private static void extension(String field, Extension extension) {
        if (!extension.unit().inDays()) {
            throw new InvalidTerms(field + ".unit", "extensionInTime");
        }
        if (extension.amount() <= 0) {
            throw new InvalidTerms(field + ".amount", "extensionNotPositive");
        }
        amount(field + ".amount", extension.amount(), extension.unit());
    }

    private static void pause(String field, Pause pause, Moment start, LimitUnit unit, ZoneId zone) {
        boolean timesGiven = pause.from().time() != null && pause.to().time() != null;
        boolean reversed = unit.inDays() && !timesGiven
                ? pause.to().date().isBefore(pause.from().date())
                : pause.to().instant(zone).isBefore(pause.from().instant(zone));
        if (reversed) {
            throw new InvalidTerms(field + ".to", "toBeforeFrom");
        }
        boolean early = unit.inDays()
                ? pause.from().date().isBefore(start.date())
                : pause.from().instant(zone).isBefore(start.instant(zone));
        if (early) {
            throw new InvalidTerms(field + ".from", "pauseBeforeStart");
        }
    }

    private static void overlaps(List<Pause> pauses, LimitUnit unit, ZoneId zone) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pauses.size(); i++) {
            Pause pause = pauses.get(i);
            boolean empty = unit.inDays()
                    ? pause.from().date().equals(pause.to().date())
                    : pause.from().instant(zone).equals(pause.to().instant(zone));
            if (!empty) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparing(i -> pauses.get(i).from().instant(zone)));
        for (int k = 1; k < order.size(); k++) {
            Pause before = pauses.get(order.get(k - 1));
            Pause after = pauses.get(order.get(k));
            boolean overlap = unit.inDays()
                    ? after.from().date().isBefore(before.to().date())
                    : after.from().instant(zone).isBefore(before.to().instant(zone));
            if (overlap) {
                throw new InvalidTerms("pauses[" + order.get(k) + "].from", "pausesOverlap", order.get(k - 1));
            }
        }
    }
}
