package org.plazo.document.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.plazo.document.Samples;

/** Sends forms with files to the API, byte for byte, as one of the demo's users. */
public final class Uploads {

    static final String BOUNDARY = "frontera-7d4a6c";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public Uploads(int port) {
        this.base = "http://localhost:" + port;
    }

    /** What came back; a body that is no JSON is a missing node. */
    public record Answer(int status, byte[] bytes, HttpResponse<byte[]> response) {

        public JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                return JSON.missingNode();
            }
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public String text(String field) {
            return json().path(field).asText();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Answer add(String user, String reference, String name, byte[] content, Map<String, String> fields) {
        return post(user, "/api/requests/" + reference + "/documents", form(name, content, fields));
    }

    public Answer add(String user, String reference, String name, byte[] content) {
        return add(user, reference, name, content, Map.of("language", "es"));
    }

    /** A name is written as browsers do: only the quotation mark is escaped. */
    public static byte[] form(String name, byte[] content, Map<String, String> fields) {
        byte[] form = new byte[0];
        for (Map.Entry<String, String> field : fields.entrySet()) {
            form = Samples.joined(
                    form,
                    Samples.text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                            + "\"\r\n\r\n" + field.getValue() + "\r\n"));
        }
        return Samples.joined(
                form,
                Samples.text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name.replace("\"", "%22") + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                content,
                Samples.text("\r\n--" + BOUNDARY + "--\r\n"));
    }

    public Answer post(String user, String path, byte[] form) {
        return send(request(user, path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form)));
    }

    public Answer postJson(String user, String path, String json) {
        return send(
                request(user, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer get(String user, String path) {
        return send(request(user, path).GET());
    }

    HttpRequest.Builder request(String user, String path) {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Basic " + login);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
