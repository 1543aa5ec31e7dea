package org.plazo.deadline.reckoning;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.plazo.calendar.BusinessCalendar;
import org.plazo.calendar.TestCalendars;
import org.plazo.deadline.DueDate;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;

/**
 * Prints what one due date costs, beside a plain loop that asks Jollyday day by day. To be run by hand (it is no test).
 * Processor time of this thread, best of several rounds, so that other work on the machine counts as little as possible.
 */
final class CostOfADueDate {

    private static final LocalDate START = LocalDate.of(2026, 3, 6);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CostOfADueDate() {}

    public static void main(String[] arguments) {
        BusinessCalendar both = TestCalendars.together("us", "cu");
        for (int days : new int[] {10, 5_000, 10, 5_000}) { // the first two warm up
            print(days + " business days, us and cu", () -> dueDate(both, days).dueOn());
            print(days + " business days, us and cu, its explanation too", () -> dueDate(both, days)
                    .explanation());
            print(days + " business days, us and cu and an ad-hoc holiday", () -> dueDate(
                            both.closedOn(List.of(START.plusDays(3))), days)
                    .dueOn());
            HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create("us"));
            print(days + " business days, plain loop over Jollyday (us alone)", () -> loop(jollyday, days));
        }
    }

    private static DueDate dueDate(BusinessCalendar calendar, int days) {
        return DueDateCalculator.dueDate(new Terms(
                Moment.of(START),
                days,
                LimitUnit.BUSINESS_DAYS,
                RollConvention.FOLLOWING,
                calendar,
                null,
                ZoneId.of("America/Havana"),
                null,
                null,
                List.of(),
                List.of()));
    }

    private static LocalDate loop(HolidayManager jollyday, int days) {
        LocalDate day = START;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!weekend && !jollyday.isHoliday(day)) {
                left--;
            }
        }
        return day;
    }

    private static void print(String what, Supplier<?> computation) {
        long best = Long.MAX_VALUE;
        Object result = null;
        for (int round = 0; round < 20; round++) {
            int times = 0;
            long begin = THREADS.getCurrentThreadCpuTime();
            long end = begin;
            while (end - begin < 50_000_000) {
                for (int i = 0; i < 10; i++) {
                    result = computation.get();
                    times++;
                }
                end = THREADS.getCurrentThreadCpuTime();
            }
            best = Math.min(best, (end - begin) / times);
        }
        String shown = String.valueOf(result);
        System.out.printf("%,12d ns  %s (%s)%n", best, what, shown.substring(0, Math.min(60, shown.length())));
    }
}
