package org.plazo.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SMTP server that misbehaves as told. It answers each command, {@code CONNECT} and the final {@code .} as a proper
 * server does, unless the script says otherwise: a reply, {@link #SILENCE} or {@link #DROP}.
 */
final class ScriptedSmtpServer implements AutoCloseable {

    static final String SILENCE = "silence";
    static final String DROP = "drop";

    private static final Map<String, String> PROPER = Map.of(
            "CONNECT", "220 ready",
            "EHLO", "250 scripted.example",
            "MAIL", "250 sender ok",
            "RCPT", "250 recipient ok",
            "DATA", "354 go on",
            ".", "250 taken",
            "QUIT", "221 bye");

    /** The whole mails that reached the server, whatever it answered. */
    final List<String> mails = new CopyOnWriteArrayList<>();

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Map<String, String> script;

    ScriptedSmtpServer(Map<String, String> script) throws IOException {
        this.script = script;
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException ended) {
                continue;
            }
        }
    }

    private void converse(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = client.getOutputStream();
        if (!answer("CONNECT", out, in)) {
            return;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split(" ")[0].toUpperCase(Locale.ROOT);
            if (!answer(command, out, in) || command.equals("QUIT")) {
                return;
            }
            if (command.equals("DATA") && !script.containsKey("DATA")) {
                mails.add(body(in));
                if (!answer(".", out, in)) {
                    return;
                }
            }
        }
    }

    private static String body(BufferedReader in) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            body.append(line).append('\n');
        }
        return body.toString();
    }

    /** False if the conversation is over. */
    private boolean answer(String command, OutputStream out, BufferedReader in) throws IOException {
        String reply = script.getOrDefault(command, PROPER.getOrDefault(command, "500 what?"));
        if (reply.equals(SILENCE)) {
            // until the client has had enough
            while (in.read() >= 0) {
                continue;
            }
            return false;
        }
        if (reply.equals(DROP)) {
            return false;
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
