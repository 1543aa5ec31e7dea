package org.plazo.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.document.NewRequests;
import org.plazo.document.Samples;
import org.plazo.request.RequestCommands;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlazoIT
class DocumentsPageIT {

    @LocalServerPort
    private int port;

    @Autowired
    private RequestCommands commands;

    private String reference;
    private String path;

    @BeforeEach
    void enterARequest() {
        reference = NewRequests.ordinary(commands);
        path = "/requests/" + reference + "/documents";
    }

    @Test
    void isAPartOfTheRequestsPageAndAPageOfItsOwn() {
        WebClient handler = WebClient.loggedIn(port, "handler");
        String part = handler.get(path + "?lang=en", "HX-Request", "true").body();
        assertThat(part)
                .contains("There is no document yet.", "Add a document", "name=\"_csrf\"", "multipart/form-data")
                .contains("At most 20 MB", ".pdf")
                .doesNotContain("<html");
        assertThat(handler.get(path + "?lang=es", "Accept", "text/html").body())
                .contains("<html", "Todavía no hay documentos.", "Documentos de " + reference, "Añadir documento");
        assertThat(WebClient.loggedIn(port, "auditor")
                        .get(path, "HX-Request", "true")
                        .body())
                .doesNotContain("<form");
    }

    @Test
    void addsADocumentAndShowsIt() {
        WebClient handler = WebClient.loggedIn(port, "handler");
        HttpResponse<String> added = upload(handler, "Acta 1.txt", "Señor: copia.", "pt");

        assertThat(added.statusCode()).isEqualTo(302);
        assertThat(added.headers().firstValue("Location").orElse("")).endsWith(path);
        String page = handler.get(path + "?lang=es", "Accept", "text/html").body();
        assertThat(page)
                .contains("Se añadió «Acta 1.txt».", "Acta 1.txt", "TXT", "portugués", "Ordinaria", "Demo handler")
                .contains("download", "/api/requests/" + reference + "/documents/")
                .matches(Pattern.compile("(?s).*<code[^>]*title=\"[0-9a-f]{64}\".*"));
        assertThat(handler.get(path + "?lang=en", "Accept", "text/html").body())
                .contains("Portuguese", "Ordinary")
                .doesNotContain("was added");
        assertThat(handler.get(path + "/count").body()).contains(">1<").doesNotContain("<html");
        String link = page.replaceAll("(?s).*href=\"(/api/requests/[^\"]*)\".*", "$1");
        assertThat(handler.get(link).body()).isEqualTo("Señor: copia.");
    }

    @Test
    void saysInTheReadersLanguageWhatIsWrongAndKeepsWhatWasTyped() {
        WebClient handler = WebClient.loggedIn(port, "handler");
        handler.get(path + "?lang=es", "Accept", "text/html");
        HttpResponse<String> refused = upload(handler, "CON.txt", "hola", "fr");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("<html", "No se cambió nada.", "Algunos sistemas no pueden guardar", "aria-invalid=\"true\"")
                .contains("value=\"Título &quot;escrito&quot;\"")
                .matches(Pattern.compile("(?s).*<option value=\"fr\" selected=\"selected\">.*"));

        handler.get(path + "?lang=en", "Accept", "text/html");
        assertThat(upload(handler, "a.exe", "MZ", "es").body()).contains("Files of this type are not taken.");
        assertThat(upload(handler, "a.txt", "", "es").body()).contains("The file is empty (0 bytes).");
        assertThat(upload(handler, "a.txt", "hola", "xx").body()).contains("Choose one of the values.");
    }

    @Test
    void saysThatAFileIsTooLarge() {
        WebClient handler = WebClient.loggedIn(port, "handler");
        handler.get(path + "?lang=es", "Accept", "text/html");
        int largest = 20 * 1024 * 1024;
        HttpResponse<String> refused = upload(handler, "a.txt", "x".repeat(largest + 1), "es");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("El archivo supera 20 MB.");

        HttpResponse<String> unread = upload(handler, "a.txt", "x".repeat(largest + 2_000_000), "es");
        assertThat(unread.statusCode()).isEqualTo(302);
        HttpResponse<String> page = handler.get(path + "?too-large", "Accept", "text/html");
        assertThat(unread.headers().firstValue("Location").orElse("")).endsWith(path + "?too-large");
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("El archivo supera 20 MB.", "No se cambió nada.");
    }

    @Test
    void takesADocumentOutOfViewForAReason() {
        WebClient manager = WebClient.loggedIn(port, "manager");
        manager.get(path + "?lang=en", "Accept", "text/html");
        upload(manager, "a.txt", "retirar", "es");
        String page = manager.get(path, "Accept", "text/html").body();
        String address = page.replaceAll("(?s).*action=\"(/requests/[^\"]*/withdrawal)\".*", "$1");
        String token = WebClient.csrfIn(page);

        HttpResponse<String> refused = manager.post(address, Map.of("reason", " ", "_csrf", token));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This is missing.");

        assertThat(manager.post(address, Map.of("reason", "Wrong <version>", "_csrf", token))
                        .statusCode())
                .isEqualTo(302);
        assertThat(manager.get(path, "Accept", "text/html").body())
                .contains("was withdrawn", "Withdrawn (1)", "Wrong &lt;version&gt;", "Demo manager")
                .doesNotContain("/withdrawal\"");
        assertThat(manager.get(path + "/count").body()).contains(">0<");
    }

    @Test
    void refusesWhoMayNot() {
        WebClient auditor = WebClient.loggedIn(port, "auditor");
        assertThat(upload(auditor, "a.txt", "hola", "es").statusCode()).isEqualTo(403);
        String hidden = "/requests/" + NewRequests.restricted(commands) + "/documents";
        WebClient admin = WebClient.loggedIn(port, "admin");
        assertThat(admin.get(hidden, "Accept", "text/html").statusCode()).isEqualTo(404);
        assertThat(admin.get(hidden + "/count", "Accept", "text/html").statusCode())
                .isEqualTo(404);
        WebClient handler = WebClient.loggedIn(port, "handler");
        byte[] withoutToken = Uploads.form("a.txt", Samples.text("hola"), Map.of("language", "es"));
        assertThat(post(handler, withoutToken).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> upload(WebClient browser, String name, String content, String language) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_csrf", WebClient.csrfIn(browser.get("/password").body()));
        fields.put("title", name.startsWith("CON") ? "Título \"escrito\"" : "");
        fields.put("language", language);
        fields.put("classification", "");
        return post(browser, Uploads.form(name, Samples.text(content), fields));
    }

    private HttpResponse<String> post(WebClient browser, byte[] form) {
        return browser.send(
                "POST",
                path,
                new String(form, StandardCharsets.UTF_8),
                "Content-Type",
                "multipart/form-data; boundary=" + Uploads.BOUNDARY);
    }
}
