package org.plazo.document.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends a file to clamd over TCP with its command INSTREAM: chunks that each begin with their length, and a length of zero
 * at the end. clamd answers {@code stream: OK}, {@code stream: <name> FOUND} or something that ends with {@code ERROR}.
 * Anything but a clear OK or FOUND means that the file was not scanned.
 */
final class ClamdScanner implements VirusScanner {

    private static final int CHUNK = 64 * 1024;
    /** How many times the time-out a whole conversation may last. */
    private static final int WHOLE_CONVERSATION = 4;

    private static final int LONGEST_ANSWER = 4_096;
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;
    private final int timeoutMillis;

    ClamdScanner(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    @Override
    public ScanResult scan(Path file) {
        try (Socket socket = new Socket();
                InputStream content = Files.newInputStream(file)) {
            socket.connect(new InetSocketAddress(host, port), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            CompletableFuture<Void> patience = closeLater(socket);
            try {
                String broken = send(content, socket);
                String answer = answer(socket.getInputStream());
                return answer.isEmpty() && broken != null ? ScanResult.notScanned(broken) : result(answer);
            } finally {
                patience.cancel(false);
            }
        } catch (IOException e) {
            return ScanResult.notScanned("no conversation with clamd: " + e.getMessage());
        }
    }

    /** A scanner that stops reading would hold a write for ever: no time-out of the socket ends that. */
    private CompletableFuture<Void> closeLater(Socket socket) {
        CompletableFuture<Void> patience = new CompletableFuture<>();
        CompletableFuture<Void> closing =
                patience.completeOnTimeout(null, (long) WHOLE_CONVERSATION * timeoutMillis, TimeUnit.MILLISECONDS);
        closing.thenRun(() -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return patience;
    }

    /** A scanner that has had enough closes the conversation early, and its answer tells more than the broken pipe. */
    private static @Nullable String send(InputStream content, Socket socket) {
        try {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return null;
        } catch (IOException e) {
            return "clamd ended the conversation: " + e.getMessage();
        }
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int next = in.read(); next > 0 && answer.size() < LONGEST_ANSWER; next = in.read()) {
            answer.write(next);
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }

    private static ScanResult result(String answer) {
        if (answer.equals("stream: OK")) {
            return ScanResult.CLEAN;
        }
        if (answer.startsWith("stream: ") && answer.endsWith(FOUND)) {
            return ScanResult.infected(answer.substring("stream: ".length(), answer.length() - FOUND.length()));
        }
        return ScanResult.notScanned(answer.isEmpty() ? "clamd gave no answer" : answer);
    }
}
