package org.plazo.request.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The seals outside of the database, one a line. Lines are appended, and never changed. */
@Component
class AnchorFile {

    private static final Pattern LINE = Pattern.compile("(\\d{1,18})\t[^\t]{1,40}\t\\d{1,18}\t[0-9a-f]{64}");

    private final Path path;

    AnchorFile(LedgerSettings settings) {
        this.path = settings.anchorFile().toAbsolutePath();
    }

    /**
     * What stands in the file.
     *
     * @param lines by the number of the seal; of a number that is there with different lines, all of them
     * @param unreadable how many lines are none of ours
     */
    record Content(Map<Long, List<String>> lines, long unreadable) {

        boolean has(Anchor anchor) {
            return lines.getOrDefault(anchor.number(), List.of()).contains(anchor.line());
        }
    }

    /** Adds lines, and returns when they are on the disk. */
    synchronized void append(List<Anchor> anchors) throws IOException {
        Files.createDirectories(path.getParent());
        boolean isNew = Files.notExists(path);
        StringBuilder text = new StringBuilder(lineIsOpen() ? "\n" : "");
        anchors.forEach(anchor -> text.append(anchor.line()).append('\n'));
        try (FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text.toString());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        if (isNew) {
            forceName();
        }
    }

    /** A crash may have left half a line; it stays, on a line of its own. */
    private boolean lineIsOpen() throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) != '\n';
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void forceName() {
        try (FileChannel entries = FileChannel.open(path.getParent())) {
            entries.force(true);
        } catch (IOException e) {
            // a directory cannot be opened on this system (Windows); there the file itself has to do
        }
    }

    /** A file that is not there has no lines. */
    Content read() throws IOException {
        Map<Long, List<String>> lines = new TreeMap<>();
        long unreadable = 0;
        String torn = "";
        try (BufferedReader file = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            for (String line = file.readLine(); line != null; line = file.readLine()) {
                Matcher matcher = LINE.matcher(line);
                if (!matcher.matches()) {
                    unreadable++;
                    torn = line;
                    continue;
                }
                List<String> same = lines.computeIfAbsent(Long.valueOf(matcher.group(1)), number -> new ArrayList<>());
                if (!same.contains(line)) {
                    same.add(line);
                }
                if (!torn.isEmpty() && line.startsWith(torn)) {
                    // half a line of a crash, and then the whole one
                    unreadable--;
                }
                torn = "";
            }
        } catch (NoSuchFileException e) {
            return new Content(Map.of(), 0);
        }
        return new Content(lines, unreadable);
    }
}
