package org.plazo.calendar;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the folder says beside what is in force. A file that cannot be used and a file that is gone change nothing: their
 * calendars stay as they are.
 *
 * @param basedOn the version that it was compared with
 * @param hash of all that would be in force; another one as soon as a file or the version in force is another
 * @param files one for each calendar in force or in the folder, in alphabetical order
 * @param calendars those that would be in force
 */
public record CalendarProposal(
        int basedOn, String hash, List<File> files, Calendars calendars, Map<String, String> contents) {

    public CalendarProposal {
        files = List.copyOf(files);
        contents = Map.copyOf(contents);
    }

    /** What a file is, beside the calendar in force. */
    public enum State {
        IN_FORCE,
        CHANGED,
        NEW,
        BROKEN,
        MISSING
    }

    /** @param problem what is wrong with a BROKEN one, with file and key; else null */
    public record File(String id, State state, @Nullable String problem) {}

    /** The calendars that would be others than now. */
    public Set<String> changed() {
        return Set.copyOf(files.stream()
                .filter(file -> file.state() == State.CHANGED || file.state() == State.NEW)
                .map(File::id)
                .toList());
    }

    public boolean isEmpty() {
        return changed().isEmpty();
    }
}
