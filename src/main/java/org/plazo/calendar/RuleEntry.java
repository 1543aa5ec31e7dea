package org.plazo.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code rules} in a calendar file. */
final class RuleEntry {

    private RuleEntry() {}

    static HolidayRule rule(YamlEntry entry) {
        entry.onlyKeys("name", "basis", "fixed", "weekday", "easter", "from", "to", "instead", "also");
        List<YearlyDay> days = new ArrayList<>();
        YamlEntry fixed = entry.optional("fixed");
        if (fixed != null) {
            days.add(new YearlyDay.Fixed(monthDay(fixed)));
        }
        YamlEntry weekday = entry.optional("weekday");
        if (weekday != null) {
            days.add(onWeekday(weekday));
        }
        YamlEntry easter = entry.optional("easter");
        if (easter != null) {
            days.add(new YearlyDay.FromEaster(easter.number(-100, 100)));
        }
        if (days.size() != 1) {
            throw entry.problem("needs exactly one of fixed, weekday, easter");
        }
        int from = year(entry.optional("from"), 1);
        int to = year(entry.optional("to"), 9999);
        if (to < from) {
            throw entry.required("to").problem("is before from");
        }
        return new HolidayRule(
                days.get(0),
                entry.required("name").bothLanguages(),
                from,
                to,
                shifts(entry.optional("instead")),
                shifts(entry.optional("also")));
    }

    private static MonthDay monthDay(YamlEntry entry) {
        try {
            return MonthDay.parse("--" + entry.text());
        } catch (DateTimeException e) {
            throw entry.problem("\"" + entry.text() + "\" is not a month and day such as 07-26");
        }
    }

    private static YearlyDay onWeekday(YamlEntry entry) {
        entry.onlyKeys("month", "day", "week");
        int week = entry.required("week").number(-1, 5);
        if (week == 0) {
            throw entry.required("week").problem("must be 1 to 5, or -1 for the last one of the month");
        }
        return new YearlyDay.OnWeekday(
                Month.of(entry.required("month").number(1, 12)),
                entry.required("day").oneOf(DayOfWeek.class),
                week);
    }

    private static int year(@Nullable YamlEntry entry, int otherwise) {
        return entry == null ? otherwise : entry.number(1, 9999);
    }

    private static Map<DayOfWeek, Integer> shifts(@Nullable YamlEntry entry) {
        Map<DayOfWeek, Integer> shifts = new EnumMap<>(DayOfWeek.class);
        if (entry != null) {
            entry.onlyKeys(List.of(DayOfWeek.values()).stream().map(Enum::name).toArray(String[]::new));
            for (DayOfWeek weekday : DayOfWeek.values()) {
                YamlEntry shift = entry.optional(weekday.name());
                if (shift != null) {
                    shifts.put(weekday, shift.number(-6, 6));
                }
            }
        }
        return shifts;
    }
}
