package org.plazo.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * National public holidays as Jollyday knows them, for countries without a file of their own. For 1970 to 2199 only.
 * Jollyday files a holiday that is moved into another year under its own year: so all years are asked for before a day is.
 */
final class JollydayCountry {

    /** Known to be wrong in Jollyday: these must come from a file, never from here by accident. */
    private static final Set<String> REFUSED = Set.of("us", "cu");

    private JollydayCountry() {}

    /** @param id a country code of ISO 3166-1, two letters in lower case */
    static boolean isServed(String id) {
        return id.length() == 2 && id.equals(id.toLowerCase(Locale.ROOT)) && !REFUSED.contains(id) && isKnown(id);
    }

    static boolean isKnown(String country) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country.toUpperCase(Locale.ROOT))
                && HolidayManager.getSupportedCalendarCodes().contains(country);
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
        for (int year = 1970; year <= 2200; year++) {
            for (Holiday holiday : manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY)) {
                LocalDate date = holiday.getDate();
                if (date.getYear() >= 1970 && date.getYear() <= 2199) {
                    String name = holiday.getDescription(Locale.ROOT);
                    closures.add(new Closure(date, CalendarWords.text("calendar.libraryHoliday", name)));
                }
            }
        }
        return closures;
    }
}
