package org.plazo.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The named calendars: those of {@code config/calendars}, and Jollyday's for every other country. */
public final class Calendars {

    private static final int REMEMBERED = 64;

    private final Map<String, NamedCalendar> configured = new TreeMap<>();
    private final Map<String, NamedCalendar> countries = new ConcurrentHashMap<>();
    private final Map<Together, BusinessCalendar> together = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Together, BusinessCalendar> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Calendars(Collection<NamedCalendar> configured) {
        for (NamedCalendar calendar : configured) {
            this.configured.put(calendar.id(), calendar);
        }
    }

    public Optional<NamedCalendar> find(String id) {
        NamedCalendar calendar = configured.get(id);
        if (calendar == null && JollydayCountry.isServed(id)) {
            calendar = countries.computeIfAbsent(id, JollydayCountry::calendar);
        }
        return Optional.ofNullable(calendar);
    }

    /** The ids of the configured calendars, in alphabetical order. */
    public List<String> configuredIds() {
        return List.copyOf(configured.keySet());
    }

    /**
     * @throws UnknownCalendar if one of them does not exist
     * @throws NoOpenDay if they are never open together
     */
    public BusinessCalendar together(List<String> ids) {
        return together(ids, null);
    }

    /** @param weekend replaces the weekly closed days of all of them, may be empty; null: each keeps its own */
    public BusinessCalendar together(List<String> ids, @Nullable Set<DayOfWeek> weekend) {
        Together key =
                new Together(List.copyOf(new LinkedHashSet<>(ids)), weekend == null ? null : Set.copyOf(weekend));
        synchronized (together) {
            BusinessCalendar known = together.get(key);
            if (known != null) {
                return known;
            }
        }
        List<NamedCalendar> parties = new ArrayList<>();
        for (String id : key.ids()) {
            parties.add(find(id).orElseThrow(() -> new UnknownCalendar(id)));
        }
        BusinessCalendar computed = BusinessCalendar.of(parties, key.weekend());
        synchronized (together) {
            together.put(key, computed);
        }
        return computed;
    }

    private record Together(List<String> ids, @Nullable Set<DayOfWeek> weekend) {}
}
