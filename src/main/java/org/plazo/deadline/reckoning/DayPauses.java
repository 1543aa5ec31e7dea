package org.plazo.deadline.reckoning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The paused days, as sorted stretches that do not overlap. */
final class DayPauses {

    static final DayPauses NONE = new DayPauses(List.of());

    private final List<Stretch> stretches;

    private DayPauses(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /** Instants become local dates; what is empty then is left out. */
    static DayPauses of(List<Pause> pauses) {
        return new DayPauses(pauses.stream()
                .map(pause -> new Stretch(pause.from().date(), pause.to().date()))
                .filter(stretch -> stretch.from().isBefore(stretch.to()))
                .sorted(Comparator.comparing(Stretch::from))
                .toList());
    }

    List<Stretch> stretches() {
        return stretches;
    }

    boolean contains(LocalDate day) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Stretch stretch = stretches.get(middle);
            if (day.isBefore(stretch.from())) {
                high = middle - 1;
            } else if (day.isBefore(stretch.to())) {
                return true;
            } else {
                low = middle + 1;
            }
        }
        return false;
    }

    /** From inclusive, to exclusive. */
    record Stretch(LocalDate from, LocalDate to) {}
}
