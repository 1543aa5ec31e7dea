package org.plazo.document.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks clamd's side of INSTREAM over TCP, as its manual describes it. It finds the harmless test string that all virus
 * scanners know, and can be told to fail in several ways.
 */
public final class FakeClamd implements AutoCloseable {

    /** How it answers. */
    public enum Mood {
        WORKING,
        /** Answers as clamd does when StreamMaxLength is exceeded. */
        TOO_LONG,
        /** Closes the conversation without an answer. */
        HANGING_UP,
        /** Takes the file and says nothing. */
        SILENT,
        /** Does not even read. */
        DEAF,
        /** Answers something that nobody has heard of. */
        BABBLING
    }

    /** The test string of the anti-virus industry, taken apart so that no scanner finds it in this file. */
    public static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*";

    private final ServerSocket server;
    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WORKING;

    public FakeClamd() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listening = new Thread(this::listen, "fake-clamd");
        listening.setDaemon(true);
        listening.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    public void be(Mood next) {
        mood = next;
    }

    /** What it was sent, file by file. */
    public List<byte[]> received() {
        return received;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread talking = new Thread(() -> talk(socket), "fake-clamd-conversation");
                talking.setDaemon(true);
                talking.start();
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            Mood now = mood;
            if (now == Mood.DEAF) {
                Thread.sleep(30_000);
                return;
            }
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] command = in.readNBytes("zINSTREAM\0".length());
            if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                answer(socket, "UNKNOWN COMMAND");
                return;
            }
            if (now == Mood.HANGING_UP) {
                return;
            }
            byte[] file = read(in);
            received.add(file);
            if (now == Mood.SILENT) {
                Thread.sleep(30_000);
            }
            answer(
                    socket,
                    switch (now) {
                        case TOO_LONG -> "INSTREAM size limit exceeded. ERROR";
                        case BABBLING -> "stream: OK or not";
                        default ->
                            new String(file, StandardCharsets.ISO_8859_1).contains(EICAR)
                                    ? "stream: Eicar-Test-Signature FOUND"
                                    : "stream: OK";
                    });
        } catch (EOFException e) {
            // the client left
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] read(DataInputStream in) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            file.write(in.readNBytes(length));
        }
        return file.toByteArray();
    }

    private static void answer(Socket socket, String text) throws IOException {
        socket.getOutputStream().write((text + "\0").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
