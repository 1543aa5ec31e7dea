package org.plazo.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plazo.document.NewRequests;
import org.plazo.document.Samples;
import org.plazo.document.web.Uploads.Answer;
import org.plazo.request.RequestCommands;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is not taken: each answer names the field, and leaves nothing behind. */
@PlazoIT
class DocumentRefusalsIT {

    private static final byte[] PDF = Samples.pdf("rechazo");
    private static final int MB = 1024 * 1024;

    @LocalServerPort
    private int port;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private JdbcClient jdbc;

    private Uploads uploads;
    private String reference;
    private String path;

    @BeforeEach
    void enterARequest() {
        uploads = new Uploads(port);
        reference = NewRequests.ordinary(commands);
        path = "/api/requests/" + reference + "/documents";
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(Path.of("target/test-data/documents/incoming")).isEmptyDirectory();
    }

    @TestFactory
    Stream<DynamicTest> namesTheFileWhenItsNameIsBad() {
        return Stream.of(
                        "../nota.pdf",
                        "..\\nota.pdf",
                        "C:\\Temp\\nota.pdf",
                        "carpeta/nota.pdf",
                        "/etc/nota.pdf",
                        "nota\0.pdf",
                        "nota\u0007.pdf",
                        "CON.pdf",
                        "nul.txt",
                        "a".repeat(296) + ".pdf",
                        "ñ".repeat(296) + ".pdf",
                        "nota\u202Efdp.exe",
                        "no\u2066ta.pdf",
                        "nota.pdf.",
                        "nota",
                        "nota.exe",
                        "")
                .map(name -> DynamicTest.dynamicTest(
                        name.length() > 40
                                ? name.length() + " letters"
                                : "<" + name.replaceAll("\\p{Cntrl}", "?") + ">",
                        () -> assertRefused(uploads.add("handler", reference, name, PDF), 400, "file")));
    }

    @TestFactory
    Stream<DynamicTest> namesTheFileWhenItsContentIsBad() {
        byte[] html = Samples.text("<!DOCTYPE html><html><script>alert(1)</script></html>");
        byte[] svg = Samples.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        byte[] zip = Samples.zip("a.txt", "a");
        return Stream.of(
                        Map.entry("vacía.pdf", new byte[0]),
                        Map.entry("pagina.pdf", html),
                        Map.entry("pagina.html", html),
                        Map.entry("dibujo.png", svg),
                        Map.entry("dibujo.svg", svg),
                        Map.entry("archivo.docx", zip),
                        Map.entry("archivo.zip", zip),
                        Map.entry("foto.jpg", PDF),
                        Map.entry("nota.pdf", Samples.image("png", 4, 4)),
                        Map.entry("doble.jpg", Samples.joined(Samples.image("jpg", 4, 4), zip)),
                        Map.entry("mapa.png", Samples.pngThatClaims(20_000, 20_000)))
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> assertRefused(
                                uploads.add("handler", reference, file.getKey(), file.getValue()), 400, "file")));
    }

    @Test
    void namesTheOtherFields() {
        assertRefused(uploads.add("handler", reference, "a.pdf", PDF, Map.of()), 400, "language");
        assertRefused(with("language", "xx"), 400, "language");
        assertRefused(with("language", "spa"), 400, "language");
        assertRefused(with("language", "ES"), 400, "language");
        assertRefused(with("classification", "TOP_SECRET"), 400, "classification");
        assertRefused(with("title", "t".repeat(201)), 400, "title");
        assertRefused(with("title", "dos\nlíneas"), 400, "title");
        assertRefused(with("title", "al \u202Erevés"), 400, "title");
    }

    private Answer with(String field, String value) {
        Map<String, String> fields = new HashMap<>(Map.of("language", "es"));
        fields.put(field, value);
        return uploads.add("handler", reference, "a.pdf", PDF, fields);
    }

    @Test
    void refusesFormsWithoutAFileOrWithTwo() {
        byte[] none = Samples.text(
                "--" + Uploads.BOUNDARY + "\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\nes\r\n--"
                        + Uploads.BOUNDARY + "--\r\n");
        assertRefused(uploads.post("handler", path, none), 400, "file");

        byte[] one = Uploads.form("a.pdf", PDF, Map.of("language", "es"));
        byte[] first = Arrays.copyOf(one, one.length - ("--" + Uploads.BOUNDARY + "--\r\n").length());
        assertRefused(
                uploads.post("handler", path, Samples.joined(first, Uploads.form("b.pdf", PDF, Map.of()))),
                400,
                "file");
    }

    @Test
    void refusesFormsThatBreakOff() {
        byte[] whole = Uploads.form("a.pdf", PDF, Map.of("language", "es"));
        assertRefused(uploads.post("handler", path, Arrays.copyOf(whole, whole.length - 30)), 400, "file");
    }

    @Test
    void refusesFilesThatAreTooLarge() {
        byte[] justRight = Arrays.copyOf(Samples.pdf("justo"), 20 * MB);
        byte[] tooLarge = Arrays.copyOf(Samples.pdf("grande"), 20 * MB + 1);

        assertThat(uploads.add("handler", reference, "a.pdf", justRight).status())
                .isEqualTo(201);
        assertRefused(uploads.add("handler", reference, "b.pdf", tooLarge), 413, "file");
        Answer farTooLarge = uploads.add("handler", reference, "c.pdf", Arrays.copyOf(PDF, 30 * MB));
        assertThat(farTooLarge.status()).isEqualTo(413);
        assertThat(farTooLarge.text("detail")).startsWith("file: ");
    }

    @Test
    void keepsToTheSmallerLimitElsewhereAndForStrangers() {
        byte[] form = Uploads.form("a.pdf", new byte[11 * MB], Map.of("language", "es"));
        assertThat(uploads.post("handler", "/api/requests", form).status()).isEqualTo(413);
        assertThat(uploads.send(uploads.request("handler", path)
                                .setHeader("Authorization", "Bearer x")
                                .header("Content-Type", "multipart/form-data; boundary=" + Uploads.BOUNDARY)
                                .POST(BodyPublishers.ofByteArray(form)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void refusesFormsThatDoNotStateTheirLength() {
        byte[] form = Uploads.form("a.pdf", PDF, Map.of("language", "es"));
        Answer answer = uploads.send(uploads.request("handler", path)
                .header("Content-Type", "multipart/form-data; boundary=" + Uploads.BOUNDARY)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))));
        assertThat(answer.status()).isEqualTo(411);
    }

    @Test
    void refusesTheSameFileTwice() {
        byte[] pdf = Samples.pdf("dos veces");
        assertThat(uploads.add("handler", reference, "a.pdf", pdf).status()).isEqualTo(201);
        Answer again = uploads.add("handler", reference, "b.pdf", pdf);
        assertRefused(again, 409, "file");
        assertThat(again.text("detail")).contains("a.pdf");
        assertThat(uploads.add("handler", NewRequests.ordinary(commands), "a.pdf", pdf)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesMoreDocumentsThanARequestMayHave() {
        long id = requestId();
        jdbc.sql("""
                        insert into document (request_id, stored_as, name, title, media_type, byte_count, sha256, language,
                          classification, state, uploaded_by, uploaded_at, withdrawn_by, withdrawn_at, withdrawal_reason)
                        select ?, cast(random_uuid() as varchar(36)), 'x.pdf', 'x', 'application/pdf', 1, 'x', 'es',
                          'ORDINARY', 'AVAILABLE', 'handler', current_timestamp, 'handler', current_timestamp, 'x'
                        from system_range(1, 499)""").param(id).update();
        try {
            assertThat(uploads.add("handler", reference, "a.pdf", Samples.pdf("500"))
                            .status())
                    .isEqualTo(201);
            assertRefused(uploads.add("handler", reference, "b.pdf", Samples.pdf("501")), 409, "file");
        } finally {
            jdbc.sql("delete from document where request_id = ? and sha256 = 'x'")
                    .param(id)
                    .update();
        }
    }

    @Test
    void refusesBadWithdrawals() {
        Answer added = uploads.add("handler", reference, "a.pdf", Samples.pdf("motivo"));
        String withdrawal = added.header("Location") + "/withdrawal";
        assertRefused(uploads.postJson("handler", withdrawal, "{}"), 400, "reason");
        assertRefused(uploads.postJson("handler", withdrawal, "{\"reason\":\"  \"}"), 400, "reason");
        assertRefused(uploads.postJson("handler", withdrawal, "{\"reason\":\"\\u0007\"}"), 400, "reason");
        assertRefused(
                uploads.postJson("handler", withdrawal, "{\"reason\":\"" + "m".repeat(2_001) + "\"}"), 400, "reason");
        assertRefused(uploads.postJson("handler", withdrawal, "{\"why\":\"x\"}"), 400, "why");
        assertRefused(uploads.postJson("handler", withdrawal, "no"), 400, "body");
        assertRefused(uploads.get("handler", path + "/first"), 400, "id");
        assertThat(uploads.get("handler", path + "/999999999").status()).isEqualTo(404);
        assertThat(uploads.get("handler", added.header("Location")).status()).isEqualTo(200);
    }

    private void assertRefused(Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.text("detail")).isEqualTo(status);
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("detail")).startsWith(field + ": ").doesNotContain("{");
        assertThat(jdbc.sql("select count(*) from ledger_event where request_id = ? and action = 'DOCUMENT_ADDED'")
                        .param(requestId())
                        .query(Integer.class)
                        .single())
                .as("entries and documents")
                .isEqualTo(uploads.get("handler", path).json().path("total").asInt());
    }

    private long requestId() {
        return jdbc.sql("select id from cooperation_request where reference = ?")
                .param(reference)
                .query(Long.class)
                .single();
    }
}
