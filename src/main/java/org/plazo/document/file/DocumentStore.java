package org.plazo.document.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The directory of documents. A file has a random name without an ending, and is never written again. What is still coming
 * in lies in a directory of its own beside them, so that a file with its final name is always complete.
 */
@Component
public class DocumentStore {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path directory;
    private final Path incoming;

    DocumentStore(@Value("${plazo.data-dir}") Path dataDir) throws IOException {
        this.directory = ownersOnly(dataDir.resolve("documents"));
        this.incoming = ownersOnly(directory.resolve("incoming"));
    }

    private static Path ownersOnly(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return path;
        }
        Files.createDirectories(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        return path;
    }

    /**
     * Writes an upload down, to the disk itself, and computes its hash on the way.
     *
     * @throws FileTooLarge if more bytes come than allowed; nothing stays behind
     */
    public ReceivedFile receive(InputStream upload, long mostBytes) throws IOException {
        UUID id = UUID.randomUUID();
        Path path = incoming.resolve(id + ".part");
        MessageDigest digest = sha256();
        long size;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), digest)) {
            size = copy(upload, out, mostBytes);
            file.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new ReceivedFile(id, path, size, HexFormat.of().formatHex(digest.digest()));
    }

    private static long copy(InputStream from, OutputStream to, long mostBytes) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            size += read;
            if (size > mostBytes) {
                throw new FileTooLarge(mostBytes);
            }
            to.write(buffer, 0, read);
        }
        return size;
    }

    /** Gives a received file its final name, in one step, and sees to it that the name is on the disk. */
    public void keep(ReceivedFile received) throws IOException {
        Files.move(received.path(), path(received.id()), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel entries = FileChannel.open(directory)) {
            entries.force(true);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            // a directory cannot be opened on this system (Windows); there the move itself has to do
        }
    }

    /** Removes what was received and not kept. */
    public void drop(ReceivedFile received) throws IOException {
        Files.deleteIfExists(received.path());
    }

    public Path path(UUID id) {
        return directory.resolve(id.toString());
    }

    /** In bytes; empty if the file is not there. */
    public Optional<Long> size(UUID id) {
        try {
            return Optional.of(Files.size(path(id)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Of the bytes that are there now. */
    public String hash(UUID id) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream file = Files.newInputStream(path(id))) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Files with a final name that were last written before an instant. Whatever else lies there is left alone. */
    public List<UUID> keptBefore(Instant instant) throws IOException {
        List<UUID> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                directory, file -> ID.matcher(file.getFileName().toString()).matches())) {
            for (Path file : files) {
                if (isOlder(file, instant)) {
                    found.add(UUID.fromString(file.getFileName().toString()));
                }
            }
        }
        return found;
    }

    public void remove(UUID id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /** Removes what began to come in before an instant and was never kept; returns how many files that were. */
    public int removeUnfinishedBefore(Instant instant) throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming, "*.part")) {
            for (Path file : files) {
                if (isOlder(file, instant) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    private static boolean isOlder(Path file, Instant instant) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
