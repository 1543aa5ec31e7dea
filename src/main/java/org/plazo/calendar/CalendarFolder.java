package org.plazo.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code config/calendars} beside the calendars in force. */
final class CalendarFolder {

    private static final String YAML = ".yaml";
    private static final long MOST_BYTES = 1_000_000;

    private final Path folder;

    CalendarFolder(Path folder) {
        this.folder = folder;
    }

    /** @param inForce the contents of the calendars in force, by their ids */
    CalendarProposal compare(int version, Map<String, String> inForce) {
        Map<String, String> would = new TreeMap<>(inForce);
        Map<String, CalendarProposal.File> files = new TreeMap<>();
        for (String id : inForce.keySet()) {
            files.put(id, new CalendarProposal.File(id, CalendarProposal.State.MISSING, null));
        }
        for (Path path : paths()) {
            String name = path.getFileName().toString();
            String id = name.substring(0, name.length() - YAML.length());
            CalendarProposal.File file;
            try {
                String content = content(path);
                CalendarFile.parse(name, id, content);
                file = new CalendarProposal.File(id, state(name, inForce.get(id), content), null);
                if (file.state() != CalendarProposal.State.IN_FORCE) {
                    would.put(id, content);
                }
            } catch (IllegalArgumentException | UncheckedIOException e) {
                file = new CalendarProposal.File(id, CalendarProposal.State.BROKEN, e.getMessage());
            }
            files.put(id, file);
        }
        return new CalendarProposal(
                version, hash(version, would), new ArrayList<>(files.values()), calendars(would), would);
    }

    static Calendars calendars(Map<String, String> contents) {
        return new Calendars(contents.entrySet().stream()
                .map(each -> CalendarFile.parse(each.getKey() + YAML, each.getKey(), each.getValue()))
                .toList());
    }

    static boolean saysTheSame(String id, String one, String other) {
        return one.equals(other)
                || CalendarFile.canonical(id + YAML, one).equals(CalendarFile.canonical(id + YAML, other));
    }

    private static CalendarProposal.State state(String name, @Nullable String inForce, String content) {
        if (inForce == null) {
            return CalendarProposal.State.NEW;
        }
        String id = name.substring(0, name.length() - YAML.length());
        return saysTheSame(id, inForce, content) ? CalendarProposal.State.IN_FORCE : CalendarProposal.State.CHANGED;
    }

    private Collection<Path> paths() {
        try (Stream<Path> files = Files.list(folder)) {
            return List.copyOf(
                    files.filter(file -> file.getFileName().toString().endsWith(YAML))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The calendars in " + folder + " cannot be read", e);
        }
    }

    private static String content(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new InvalidCalendarFile(
                        path.getFileName().toString(), "", "is larger than " + MOST_BYTES + " bytes");
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path.getFileName() + ": cannot be read as UTF-8", e);
        }
    }

    private static String hash(int version, Map<String, String> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(("after version " + version + "\n").getBytes(StandardCharsets.UTF_8));
            contents.forEach((id, content) -> digest.update(
                    (id + "\n" + CalendarFile.canonical(id + YAML, content) + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
