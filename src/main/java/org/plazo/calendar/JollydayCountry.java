package org.plazo.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * National public holidays as Jollyday knows them, for countries without a file of their own. For 1970 to 2199 only.
 * Jollyday files a holiday that is moved into another year under its own year: so all years are asked for before a day is.
 */
final class JollydayCountry {

    /** Known to be wrong in Jollyday: these must come from a file, never from here by accident. */
    private static final Set<String> REFUSED = Set.of("us", "cu");

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private JollydayCountry() {}

    /** @param id a country code of ISO 3166-1, two letters in lower case */
    static boolean isServed(String id) {
        return id.length() == 2 && id.equals(id.toLowerCase(Locale.ROOT)) && !REFUSED.contains(id) && isKnown(id);
    }

    static boolean isKnown(String country) {
        return country.length() == 2
                && HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT));
    }

    static NamedCalendar calendar(String country) {
        Locale place = new Locale("", country.toUpperCase(Locale.ROOT));
        LocalizedText name = new LocalizedText(
                place.getDisplayCountry(Locale.forLanguageTag("es")), place.getDisplayCountry(Locale.ENGLISH));
        return new NamedCalendar(country, name, BusinessCalendar.WEEKEND, closures(country), new TreeMap<>(), null);
    }

    static List<Closure> closures(String country) {
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country));
        List<Closure> closures = new ArrayList<>();
        Map<String, LocalizedText> reasons = new HashMap<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR + 1; year++) {
            for (Holiday holiday : holidays(manager, Year.of(year))) {
                LocalDate date = holiday.getDate();
                if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                    LocalizedText reason = reasons.computeIfAbsent(
                            holiday.getDescription(Locale.ROOT),
                            name -> CalendarWords.text("calendar.libraryHoliday", name));
                    closures.add(new Closure(date, reason));
                }
            }
        }
        return closures;
    }

    /** The JDK knows the Islamic calendar until 2173: for later years of countries that follow it there are none. */
    private static Set<Holiday> holidays(HolidayManager manager, Year year) {
        try {
            return manager.getHolidays(year, HolidayType.PUBLIC_HOLIDAY);
        } catch (DateTimeException e) {
            return Set.of();
        }
    }
}
