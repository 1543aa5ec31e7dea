package org.plazo.request.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.imports.ImportRunner;
import org.plazo.security.Role;
import org.plazo.security.web.WebClient;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports on pages without scripts: look at a file, store it, watch it. */
@PlazoIT
class ImportPageIT {

    private static final String HEADER =
            "externalId,kind,requestingAuthority,requestedAuthority,legalBasis,crimeArea,label,"
                    + "measures,lifecycle,dispatchedAt,closedAt,classification,handler\n";
    private static final String CODES = ",INFORMATION,AGR,DHS,MOU_2017,SMUGGLING,Importada,uno,";

    @LocalServerPort
    private int port;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private SecretRequests secrets;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private WebClient handler;

    @BeforeEach
    void logIn() {
        runner.run(() -> true);
        handler = WebClient.loggedIn(port, "handler");
        handler.get("/?lang=es");
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void showsWhatIsInAFileAndStoresItWithOneClick() {
        String page =
                upload(handler, "registro 2026.csv", "PAGE-1" + CODES + "DRAFT,,,,\nPAGE-2" + CODES + "DRAFT,,,,\n");
        String shown = handler.get(page).body();
        assertThat(shown)
                .contains("registro 2026.csv")
                .contains("Esto contiene el archivo. Todavía no se ha guardado nada.")
                .contains("Guardar 2 solicitudes");
        assertThat(stored("PAGE")).isZero();

        assertThat(post(handler, page + "/start", Map.of()).statusCode()).isEqualTo(302);
        assertThat(handler.get(page).body()).contains("0 de 2 filas").contains("hx-trigger=\"every 2s\"");
        runner.run(() -> true);
        assertThat(stored("PAGE")).isEqualTo(2);
        String reference = jdbc.sql("select reference from cooperation_request where external_id = 'PAGE-2'")
                .query(String.class)
                .single();
        assertThat(handler.get(page).body())
                .contains("La importación ha terminado.")
                .contains("/requests/" + reference)
                .doesNotContain("every 2s");
        assertThat(handler.get("/imports").body()).contains("registro 2026.csv").contains("guardada");
        assertThat(post(handler, page + "/start", Map.of()).headers().firstValue("Location"))
                .as("too late: back to its page")
                .hasValueSatisfying(place -> assertThat(place).endsWith(page));
        assertThat(stored("PAGE")).isEqualTo(2);
    }

    @Test
    void tellsWhatIsWrongInTheReadersLanguageAndLeavesItOutIfAsked() {
        String page = upload(
                handler,
                "malo.csv",
                "WORDS-1" + CODES + "DRAFT,,,,\nWORDS-2" + CODES.replace("SMUGGLING", "PIRACY")
                        + "CLOSED,2026-01-05,,,auditor\n");
        assertThat(handler.get(page).body())
                .contains("3 problemas en el archivo")
                .contains("No existe tal código.")
                .contains("PIRACY")
                .contains("Una solicitud en la etapa «cerrada» lo necesita.")
                .contains("Guardar una solicitud y omitir la fila con problemas");
        assertThat(handler.get(page + "?lang=en").body())
                .contains("A request at the stage &quot;closed&quot; needs this.");
        String csv = handler.get(page + "/problems.csv").body();
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("\"Column\"").contains("\"closedAt\"").contains("There is no such code.");

        post(handler, page + "/start", Map.of());
        runner.run(() -> true);
        assertThat(stored("WORDS")).as("not without saying so").isZero();
        post(handler, page + "/start", Map.of("skipInvalid", "true"));
        runner.run(() -> true);
        assertThat(stored("WORDS")).isEqualTo(1);
    }

    @Test
    void refusesFilesThatCannotBeRead() {
        for (Map.Entry<String, String> broken : Map.of(
                        "",
                        "El archivo está vacío",
                        "a|b|c\n",
                        "Las celdas deben separarse",
                        HEADER + "X\"Y,\"a\"b,\n",
                        "Las comillas no concuerdan",
                        HEADER + "BIG-1,\"" + "x".repeat(10_000_000) + "\"\n",
                        "La fila tiene más de 250",
                        HEADER.replace("label,", "") + "x\n",
                        "Falta esta columna.")
                .entrySet()) {
            String page = upload(handler, "roto.csv", broken.getKey(), "");
            String shown = handler.get(page).body();
            assertThat(shown).contains(broken.getValue()).contains("El archivo no se puede leer");
            assertThat(shown).doesNotContain("/start\"");
        }
        assertThat(jdbc.sql("select count(*) from import_row")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesNamesThatAreNone() {
        for (String name : new String[] {"../registro.csv", "a\u0007.csv", "C:\\registro.csv"}) {
            HttpResponse<String> refused = send(handler, name, HEADER);
            assertThat(refused.statusCode()).as(name).isEqualTo(400);
            assertThat(refused.body()).contains("Cambie el nombre del archivo");
        }
        HttpResponse<String> none = send(handler, "", "");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("Elija un archivo.");
        assertThat(handler.get("/imports?too-large").body()).contains("ocupa más de 60 MB");
    }

    @Test
    void forgetsWhatWasCheckedAndNotStored() {
        String first = upload(handler, "uno.csv", "FORGET-1" + CODES + "DRAFT,,,,\n");
        String second = upload(handler, "dos.csv", "FORGET-2" + CODES + "DRAFT,,,,\n");
        assertThat(handler.get(first).body()).as("the newer one took its place").contains("detenida");
        post(handler, second + "/stop", Map.of());
        assertThat(handler.get(second).body()).contains("detenida").doesNotContain("/start\"");
        String third = upload(handler, "tres.csv", "FORGET-3" + CODES + "DRAFT,,,,\n");
        clock.set(clock.instant().plusSeconds(25 * 3600));
        runner.run(() -> true);
        clock.reset();
        assertThat(handler.get(third).body()).contains("detenida");
        assertThat(jdbc.sql("select count(*) from import_row")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(stored("FORGET")).isZero();
    }

    @Test
    void isForHandlersAndAdminsWhoSeeTheirOwnAndAllRespectively() {
        String page = upload(handler, "mio.csv", "OWN-1" + CODES + "DRAFT,,,,\n");
        secrets.user("importother", Role.HANDLER);
        WebClient other = WebClient.loggedIn(port, "importother");
        for (String path : new String[] {page, page + "/problems.csv"}) {
            assertThat(other.get(path, "Accept", "text/html").statusCode()).isEqualTo(404);
        }
        assertThat(post(other, page + "/start", Map.of()).statusCode()).isEqualTo(404);
        assertThat(other.get("/imports").body()).doesNotContain("mio.csv");
        assertThat(WebClient.loggedIn(port, "admin").get("/imports").body()).contains("mio.csv");
        for (String user : new String[] {"reviewer", "manager", "head", "delegate", "auditor"}) {
            WebClient client = WebClient.loggedIn(port, user);
            assertThat(client.get("/imports").statusCode()).as(user).isEqualTo(403);
            assertThat(client.get("/").body()).doesNotContain("href=\"/imports\"");
        }
        post(handler, page + "/stop", Map.of());
    }

    /** An admin may bring in what he may not read; what he may not know of is not listed to him either. */
    @Test
    void listsOnlyRequestsThatTheReaderMaySee() {
        WebClient admin = WebClient.loggedIn(port, "admin");
        String page = upload(
                admin,
                "secreto.csv",
                "SECRETROW-1" + CODES + "DRAFT,,,CONFIDENTIAL,\nSECRETROW-2" + CODES + "DRAFT,,,,\n");
        post(admin, page + "/start", Map.of());
        runner.run(() -> true);
        assertThat(stored("SECRETROW")).isEqualTo(2);
        assertThat(admin.get(page).body()).contains(reference("SECRETROW-2")).doesNotContain(reference("SECRETROW-1"));
    }

    @Test
    void describesEveryColumnInBothLanguages() {
        assertThat(handler.get("/imports/format").body())
                .contains("<code>crimeArea</code>")
                .contains("Ámbito delictivo")
                .contains("<code>SMUGGLING</code>");
        assertThat(handler.get("/imports/format?lang=en").body()).contains("a list: kind; name; role");
    }

    private String reference(String externalId) {
        return jdbc.sql("select reference from cooperation_request where external_id = ?")
                .param(externalId)
                .query(String.class)
                .single();
    }

    private String upload(WebClient client, String name, String rows) {
        return upload(client, name, HEADER, rows);
    }

    private String upload(WebClient client, String name, String header, String rows) {
        HttpResponse<String> answer = send(client, name, header + rows);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private HttpResponse<String> send(WebClient client, String name, String csv) {
        String body = "--parts\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                + WebClient.csrfIn(client.get("/password").body())
                + "\r\n--parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name.replace("\\", "\\\\") + "\"\r\nContent-Type: text/csv\r\n\r\n" + csv + "\r\n--parts--\r\n";
        return client.send("POST", "/imports", body, "Content-Type", "multipart/form-data; boundary=parts");
    }

    private HttpResponse<String> post(WebClient client, String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", WebClient.csrfIn(client.get("/password").body()));
        return client.post(path, form);
    }

    private int stored(String name) {
        return jdbc.sql("select count(*) from cooperation_request where external_id like :name")
                .param("name", name + "-%")
                .query(Integer.class)
                .single();
    }
}
