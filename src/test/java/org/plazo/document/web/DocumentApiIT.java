package org.plazo.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

@PlazoIT
class DocumentApiIT {

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

    @Test
    void keepsWhatIsUploadedAndGivesItBack() throws Exception {
        byte[] pdf = Samples.pdf("ida y vuelta");
        Map<String, String> fields = Map.of("language", "en", "title", "Acta n.º 1", "classification", "LIMITED");

        Answer added = uploads.add("handler", reference, "Petición ñandú.pdf", pdf, fields);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(path + "/" + added.text("id"));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        assertThatObject(added.json())
                .returns("Petición ñandú.pdf", each -> each.path("name").asText())
                .returns("Acta n.º 1", each -> each.path("title").asText())
                .returns("application/pdf", each -> each.path("mediaType").asText())
                .returns(pdf.length, each -> each.path("size").asInt())
                .returns(hash, each -> each.path("sha256").asText())
                .returns("en", each -> each.path("language").asText())
                .returns("LIMITED", each -> each.path("classification").asText())
                .returns("AVAILABLE", each -> each.path("state").asText())
                .returns("handler", each -> each.path("uploadedBy").asText());
        assertThat(uploads.get("reviewer", path).json().path("documents").get(0))
                .isEqualTo(added.json());

        Answer had = uploads.get("reviewer", added.header("Location"));
        assertThat(had.bytes()).isEqualTo(pdf);
        assertThat(had.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(had.header("Content-Disposition"))
                .startsWith("attachment; ")
                .endsWith("filename*=UTF-8''Petici%C3%B3n%20%C3%B1and%C3%BA.pdf");
        assertThat(had.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(had.response().headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox", "default-src 'none'");
        assertThat(had.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void storesUnderARandomNameInADirectoryOfItsOwn() {
        Answer added = uploads.add("handler", reference, "nota.pdf", Samples.pdf("nombre"));

        String stored = jdbc.sql("select stored_as from document where id = ?")
                .param(added.json().path("id").asLong())
                .query(String.class)
                .single();
        Path directory = Path.of("target/test-data/documents");
        assertThat(directory.resolve(stored)).hasBinaryContent(Samples.pdf("nombre"));
        assertThat(directory.resolve("incoming")).isEmptyDirectory();
        assertThat(Files.isReadable(directory.resolve("nota.pdf"))).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> takesEveryKindOfFile() {
        return Samples.all().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    Answer added = uploads.add("head", reference, "muestra." + sample.getKey(), sample.getValue());
                    assertThat(added.status()).as(added.text("detail")).isEqualTo(201);
                    assertThat(uploads.get("head", added.header("Location")).bytes())
                            .isEqualTo(sample.getValue());
                }));
    }

    @Test
    void takesTheRequestsLevelAndTheNameWhereNothingElseIsSaid() {
        Answer added = uploads.add("manager", reference, "Nota verbal 12.pdf", Samples.pdf("sin título"));

        assertThat(added.text("title")).isEqualTo("Nota verbal 12");
        assertThat(added.text("classification")).isEqualTo("ORDINARY");
        String restricted = NewRequests.restricted(commands);
        assertThat(uploads.add("handler", restricted, "a.pdf", Samples.pdf("a")).text("classification"))
                .isEqualTo("CONFIDENTIAL");
    }

    @Test
    void writesTwinsOfANameAlike() {
        Answer composed = uploads.add("handler", reference, "petici\u00F3n.pdf", Samples.pdf("NFC"));
        Answer decomposed = uploads.add("handler", reference, "peticio\u0301n.pdf", Samples.pdf("NFD"));

        assertThat(decomposed.status()).isEqualTo(201);
        assertThat(decomposed.text("name")).isEqualTo(composed.text("name"));
    }

    @Test
    void takesADocumentOutOfViewAndKeepsIt() {
        Answer added = uploads.add("handler", reference, "nota.pdf", Samples.pdf("retirada"));
        String address = added.header("Location");

        Answer withdrawn = uploads.postJson("manager", address + "/withdrawal", "{\"reason\":\"Versión anterior\"}");

        assertThat(withdrawn.status()).isEqualTo(200);
        assertThatObject(withdrawn.json().path("withdrawal"))
                .returns("manager", each -> each.path("by").asText())
                .returns("Versión anterior", each -> each.path("reason").asText());
        assertThat(uploads.get("handler", path).json().path("total").asInt()).isZero();
        assertThat(uploads.get("handler", path + "?withdrawn=true")
                        .json()
                        .path("documents")
                        .get(0))
                .isEqualTo(withdrawn.json());
        assertThat(uploads.get("handler", address).status()).isEqualTo(410);
        assertThat(uploads.postJson("handler", address + "/withdrawal", "{\"reason\":\"Otra vez\"}")
                        .status())
                .isEqualTo(409);
        String stored = jdbc.sql("select stored_as from document where id = ?")
                .param(added.json().path("id").asLong())
                .query(String.class)
                .single();
        assertThat(Path.of("target/test-data/documents", stored)).hasBinaryContent(Samples.pdf("retirada"));
    }

    @Test
    void entersUploadAndWithdrawalInTheLedgerOnceEach() {
        Answer added = uploads.add("handler", reference, "nota.pdf", Samples.pdf("asiento"));
        uploads.get("handler", added.header("Location"));
        uploads.postJson("head", added.header("Location") + "/withdrawal", "{\"reason\":\"Error\"}");

        List<JsonNode> entries = documentEntries(reference);
        assertThat(entries)
                .extracting(each -> each.path("action").asText(), each -> each.path("actor")
                        .asText())
                .containsExactly(tuple("DOCUMENT_ADDED", "handler"), tuple("DOCUMENT_WITHDRAWN", "head"));
        assertThat(jdbc.sql(
                                "select subject, to_value, reason from ledger_event where action like 'DOCUMENT%'"
                                        + " and request_id = (select id from cooperation_request where reference = ?) order by id")
                        .param(reference)
                        .query()
                        .listOfRows())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .containsEntry("subject", "nota.pdf")
                                .containsEntry("to_value", added.text("sha256")),
                        second -> assertThat(second)
                                .containsEntry("subject", "nota.pdf")
                                .containsEntry("reason", "Error"));
    }

    @Test
    void entersWhoDownloadsARestrictedDocument() {
        String restricted = NewRequests.restricted(commands);
        Answer ofRestrictedRequest = uploads.add("handler", restricted, "a.pdf", Samples.pdf("reservado"));
        Answer restrictedItself = uploads.add(
                "handler",
                reference,
                "b.pdf",
                Samples.pdf("reservado"),
                Map.of("language", "es", "classification", "CONFIDENTIAL"));

        uploads.get("auditor", ofRestrictedRequest.header("Location"));
        uploads.get("auditor", restrictedItself.header("Location"));

        assertThat(List.of(restricted, reference)).allSatisfy(each -> assertThat(documentEntries(each))
                .last()
                .returns("DOCUMENT_READ", entry -> entry.path("action").asText())
                .returns("auditor", entry -> entry.path("actor").asText()));
    }

    private List<JsonNode> documentEntries(String ofRequest) {
        Answer events = uploads.get("auditor", "/api/requests/" + ofRequest + "/events");
        JsonNode list = events.json().isArray() ? events.json() : events.json().path("events");
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path("action").asText().startsWith("DOCUMENT"))
                .toList();
    }
}
