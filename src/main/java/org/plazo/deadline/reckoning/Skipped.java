package org.plazo.deadline.reckoning;

import java.util.ArrayList;
import java.util.List;
import org.plazo.calendar.ClosedBy;
import org.plazo.calendar.LocalizedText;

/** What a count did not count, for its sentence. Where it is much, weekly days of rest are only numbered. */
final class Skipped {

    private static final int MANY = 12;
    private static final int MOST = 40;

    private final List<Item> items = new ArrayList<>();

    /** @param days how many days of rest these are, if they are closed only for that */
    void add(Object from, Object to, LocalizedText reason, List<ClosedBy> why, long days) {
        boolean rest = why.size() == 1 && why.get(0).reason() == null;
        items.add(new Item(from, to, reason, rest ? days : 0));
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    LocalizedText text() {
        List<LocalizedText> texts = new ArrayList<>();
        long rest = 0;
        int more = 0;
        for (Item item : items) {
            if (items.size() > MANY && item.restDays > 0) {
                rest += item.restDays;
            } else if (texts.size() == MOST) {
                more++;
            } else {
                texts.add(item.text());
            }
        }
        if (rest > 0) {
            texts.add(0, Wording.text("deadline.restDays", rest));
        }
        if (more > 0) {
            texts.add(Wording.text("deadline.moreStretches", more));
        }
        return Wording.join("deadline.semicolon", texts);
    }

    private record Item(Object from, Object to, LocalizedText reason, long restDays) {

        private LocalizedText text() {
            return from.equals(to)
                    ? Wording.text("deadline.skippedDay", from, reason)
                    : Wording.text("deadline.skippedDays", from, to, reason);
        }
    }
}
