package org.plazo.request;

import java.time.ZoneId;
import java.util.Locale;
import org.plazo.calendar.LocalizedText;

/**
 * One of the two sides.
 *
 * @param id lower-case, such as {@code cu}
 * @param calendar id of its calendar in {@code config/calendars}
 */
public record Party(String id, LocalizedText name, ZoneId zone, String calendar, Locale language) {}
