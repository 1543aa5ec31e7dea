package org.plazo.request.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plazo.request.FurtherReference;
import org.plazo.request.LedgerAction;
import org.plazo.request.LedgerEntry;
import org.plazo.request.Lifecycle;
import org.plazo.request.ReferenceSide;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestDetails;
import org.plazo.request.RequestField;
import org.plazo.request.RequestSubject;
import org.plazo.request.web.api.Api;
import org.plazo.security.Role;
import org.plazo.security.web.WebClient;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** The form with which a request is entered and edited, without scripts. */
@PlazoIT
class RequestFormPageIT {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(version|seen)\" value=\"(\\d+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private RegisterQueries register;

    @Autowired
    private SecretRequests secrets;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private Api api;
    private WebClient handler;

    @BeforeEach
    void logIn() {
        api = new Api(context);
        handler = WebClient.loggedIn(port, "handler");
        handler.get("/?lang=en");
    }

    @Test
    void offersEveryFieldInBothLanguages() {
        String english = handler.get("/requests/new?lang=en").body();
        for (RequestField field : RequestField.values()) {
            assertThat(english).contains("id=\"" + field.apiName() + "\"");
        }
        assertThat(english)
                .contains(">New request</h1>")
                .contains("Illicit drug trafficking")
                .contains("Add a measure")
                .contains("name=\"needToKnow\" value=\"COUNTER_TERRORISM\"")
                .contains("<option value=\"handler\">");
        assertThat(handler.get("/requests/new?lang=es").body())
                .contains(">Nueva solicitud</h1>")
                .contains("Tráfico ilícito de drogas")
                .contains("Añadir una medida")
                .contains("Los campos con asterisco (*) son obligatorios.");
        assertThat(handler.get("/requests").body()).contains("href=\"/requests/new\"");
        assertThat(handler.get("/").body()).contains("href=\"/requests/new\"");
    }

    @Test
    void entersARequestWithEverythingThatBelongsToIt() {
        String earlier = api.draft();
        Map<String, String> form = required();
        form.put("facts", "First line\r\nSecond line");
        form.put("doNotNotify", "true");
        form.put("datedOn", "2026-01-05");
        form.put("feedback", "Of much use");
        form.put("measures[1]", "Seal history");
        form.put("measures[2]", "   ");
        form.put("measures[5]", "Crew list");
        form.put("references[0].side", "COUNTERPART");
        form.put("references[0].type", "COURT");
        form.put("references[0].number", "12-345");
        form.put("references[0].issuer", "");
        form.put("subjects[0].kind", "VESSEL");
        form.put("subjects[0].name", "Blue boat");
        form.put("subjects[0].role", "means of transport");
        form.put("earlierRequests", " " + earlier + "\r\n");
        form.put("handler", "handler");
        RequestDetails entered = register.details(entered(form));
        assertThat(entered.row().lifecycle()).isEqualTo(Lifecycle.DRAFT);
        assertThat(entered.fields())
                .containsEntry(RequestField.FACTS, "First line\nSecond line")
                .containsEntry(RequestField.DO_NOT_NOTIFY, "true")
                .containsEntry(RequestField.DATED_ON, "2026-01-05")
                .containsEntry(RequestField.FEEDBACK, "Of much use");
        assertThat(entered.measures())
                .extracting(measure -> measure.description())
                .containsExactly("Manifest", "Seal history", "Crew list");
        assertThat(entered.references())
                .containsExactly(new FurtherReference(ReferenceSide.COUNTERPART, "COURT", "12-345", null));
        assertThat(entered.subjects())
                .containsExactly(new RequestSubject("VESSEL", "means of transport", "Blue boat", null, null));
        assertThat(entered.earlierRequests()).containsExactly(earlier);
        assertThat(entered.row().handler()).isEqualTo("handler");
    }

    @Test
    void submitsAtOnceIfAsked() {
        Map<String, String> form = required();
        form.put("then", "submit");
        String reference = entered(form);
        assertThat(register.details(reference).row().lifecycle()).isEqualTo(Lifecycle.IN_REVIEW);
        assertThat(handler.get("/requests/" + reference).body()).contains("Submitted for review.");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndKeepsWhatWasTyped() {
        long before = requests();
        Map<String, String> form = required();
        form.put("kind", "");
        form.put("label", "Kept <b>label</b>");
        form.put("urgency", "URGENT");
        form.put("measures[0]", "");
        form.put("subjects[0].name", "Somebody");
        form.put("caveats", "a\u0007b");
        HttpResponse<String> refused = enter(form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Nothing was stored: 5 fields need another look")
                .contains("<a href=\"#kind\">")
                .contains("id=\"kind-error\">Please fill this in.")
                .contains("<a href=\"#urgencyReason\">")
                .contains("id=\"urgencyReason-error\">Say why")
                .contains("<a href=\"#measures\">")
                .contains("id=\"measures-error\">Name at least one measure.")
                .contains("name=\"measures[0]\"")
                .contains("<a href=\"#subjects-0-kind\">")
                .contains("id=\"caveats-error\">This contains a character")
                .contains("value=\"Kept &lt;b&gt;label&lt;/b&gt;\"")
                .contains("value=\"Somebody\"")
                .contains("<option value=\"URGENT\" selected=\"selected\">");
        handler.get("/?lang=es");
        assertThat(enter(form).body())
                .contains("No se guardó nada: hay que revisar 5 campos")
                .contains("id=\"kind-error\">Rellene este campo.");
        assertThat(requests()).isEqualTo(before);
    }

    static Stream<Arguments> wrong() {
        String tomorrow = LocalDate.now().plusDays(2).toString();
        return Stream.of(
                arguments("kind", "GOSSIP", "kind", "Please choose one."),
                arguments("requestingAuthority", "DHS", "requestingAuthority", "This authority belongs to the other"),
                arguments("requestedAuthority", "", "requestedAuthority", "Please fill this in."),
                arguments("executingAgency", "NASA", "executingAgency", "Please choose one."),
                arguments("urgency", "SOON", "urgency", "Please choose one."),
                arguments("classification", "COSMIC", "classification", "Please choose one."),
                arguments("label", "x".repeat(201), "label", "This is longer than 200 characters."),
                arguments("label", "two\nlines", "label", "This contains a character"),
                arguments("facts", "\u202Eturned", "facts", "This contains a character"),
                arguments("facts", "x".repeat(10_001), "facts", "This is longer than"),
                arguments("datedOn", tomorrow, "datedOn", "This lies in the future."),
                arguments("datedOn", "6/3/2026", "datedOn", "Please give a date"),
                arguments("deliveredOn", "2026-02-30", "deliveredOn", "Please give a date"),
                arguments("agreedOn", "1969-01-01", "agreedOn", "This must lie between"),
                arguments("doNotNotify", "perhaps", "doNotNotify", "Please choose one."),
                arguments("needToKnow", "EVERYBODY", "needToKnow", "Please choose one."),
                arguments("needToKnow", "COUNTER_TERRORISM", "needToKnow", "With this you could not see"),
                arguments("handler", "auditor", "handler", "There is no such handler."),
                arguments("earlierRequests", "CU-OUT-1999-0001", "earlierRequests", "There is no request CU-OUT-1999"),
                arguments("measures[0]", "x".repeat(1_001), "measures-0", "This is longer than"),
                arguments("references[0].number", "7", "references-0-side", "Please fill this in."),
                arguments("references[0].side", "OURS", "references-0-side", "Please choose one."),
                arguments("references[0].side", "HOME", "references-0-type", "Please fill this in."),
                arguments("subjects[0].kind", "GHOST", "subjects-0-kind", "Please choose one."),
                arguments("subjects[0].identifiers", "x".repeat(1_001), "subjects-0-identifiers", "This is longer"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysBesideTheFieldWhatIsWrong(String name, String typed, String id, String reason) {
        Map<String, String> form = required();
        form.put(name, typed);
        HttpResponse<String> refused = enter(form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("<a href=\"#" + id + "\">").contains("id=\"" + id + "-error\">" + reason);
    }

    @Test
    void offersLevelsThatTheReaderReachesAndRefusesOthers() {
        String plain = secrets.user("formhandler", Role.HANDLER).userId();
        WebClient client = WebClient.loggedIn(port, plain);
        client.get("/?lang=en");
        String page = client.get("/requests/new").body();
        assertThat(page).contains("value=\"LIMITED\"").doesNotContain("value=\"CONFIDENTIAL\"");
        Map<String, String> form = required();
        form.put("classification", "CONFIDENTIAL");
        form.put("_csrf", WebClient.csrfIn(page));
        HttpResponse<String> refused = post(client, "/requests/new", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"classification-error\">With this you could not see the request");
    }

    @Test
    void addsAndRemovesRowsWithoutStoringAnything() {
        long before = requests();
        Map<String, String> form = required();
        form.put("more", "measures");
        HttpResponse<String> longer = enter(form);
        assertThat(longer.statusCode()).isEqualTo(200);
        assertThat(longer.body()).contains("id=\"measures-1\"").contains("value=\"Manifest\"");
        assertThat(longer.body()).containsPattern("id=\"measures-1\"[^>]* autofocus");
        form.put("measures[1]", "Seal history");
        form.remove("more");
        form.put("less", "measures[0]");
        String shorter = enter(form).body();
        assertThat(shorter).contains("value=\"Seal history\"").doesNotContain("id=\"measures-1\"");
        form.put("less", "measures[999]");
        assertThat(enter(form).statusCode()).isEqualTo(200);
        form.put("less", "everything");
        assertThat(requests()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "manager", "head", "delegate", "admin", "auditor"})
    void isForHandlersOnly(String user) {
        WebClient client = WebClient.loggedIn(port, user);
        assertThat(client.get("/requests/new").statusCode()).isEqualTo(403);
        String list = client.get("/requests").body();
        assertThat(list).doesNotContain("href=\"/requests/new\"");
        Map<String, String> form = required();
        form.put("_csrf", WebClient.csrfIn(list));
        assertThat(client.post("/requests/new", form).statusCode()).isEqualTo(403);
    }

    @Test
    void editsWhatChangedAndNothingElse() {
        Map<String, String> first = required();
        first.put("facts", "One\r\nTwo");
        first.put("references[0].side", "HOME");
        first.put("references[0].type", "COURT");
        first.put("references[0].number", "7");
        first.put("doNotNotify", "true");
        String reference = entered(first);
        String page = handler.get("/requests/" + reference + "/edit").body();
        assertThat(page).contains("One\nTwo</textarea>").contains(">Edit " + reference + "</h1>");
        Map<String, String> form = shown(page, first);
        assertThat(edit(reference, form).statusCode()).isEqualTo(302);
        assertThat(edits(reference)).isEmpty();
        assertThat(handler.get("/requests/" + reference).body()).contains("Entered as a draft.");
        assertThat(handler.get("/requests/" + reference).body()).contains("The changes are stored.");

        form.putAll(shown(handler.get("/requests/" + reference + "/edit").body(), form));
        form.put("facts", "One\r\nThree");
        form.put("doNotNotify", "false");
        form.put("references[0].number", "8");
        form.put("reason", "A slip");
        assertThat(edit(reference, form).statusCode()).isEqualTo(302);
        assertThat(edits(reference))
                .extracting(entry -> entry.subject())
                .containsExactlyInAnyOrder("facts", "doNotNotify", "references");
        assertThat(edits(reference))
                .allSatisfy(entry -> assertThat(entry.reason()).isEqualTo("A slip"));
        assertThat(handler.get("/requests/" + reference).body())
                .contains("The changes are stored.")
                .contains("from &quot;Court 7&quot; to &quot;Court 8&quot;");
        assertThat(register.details(reference).fields())
                .containsEntry(RequestField.FACTS, "One\nThree")
                .doesNotContainKey(RequestField.DO_NOT_NOTIFY);
    }

    @Test
    void showsWhatStandsOnThePaperButAsksForTheRestAlone() {
        String reference = api.dispatched();
        String page = handler.get("/requests/" + reference + "/edit").body();
        assertThat(page)
                .doesNotContain("name=\"label\"")
                .doesNotContain("name=\"measures[0]\"")
                .contains("name=\"theirReference\"")
                .contains("name=\"agreedOn\"");
        Map<String, String> form = shown(page, Map.of("theirReference", "DOJ-99"));
        HttpResponse<String> stored = edit(reference, form);
        assertThat(stored.statusCode()).as(errors(stored)).isEqualTo(302);
        assertThat(register.details(reference).row().theirReference()).isEqualTo("DOJ-99");

        form = shown(handler.get("/requests/" + reference + "/edit").body(), Map.of("label", "Another"));
        HttpResponse<String> refused = edit(reference, form);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("This stands on the paper, which is not changed any more.");
    }

    @Test
    void saysBesideTheFieldWhatIsWrongWithAnEdit() {
        String reference = api.draft();
        String page = handler.get("/requests/" + reference + "/edit").body();
        Map<String, String> form = shown(page, Map.of("label", "", "datedOn", "2199-01-01", "list", "measures"));
        HttpResponse<String> refused = edit(reference, form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("id=\"label-error\">Please fill this in.")
                .contains("id=\"datedOn-error\">This lies in the future.")
                .contains("id=\"measures-error\">Name at least one measure.");
        assertThat(edits(reference)).isEmpty();
        form.put("version", "latest");
        assertThat(edit(reference, form).statusCode()).isEqualTo(400);
    }

    @Test
    void tellsWhatSomebodyElseChangedMeanwhile() {
        String reference = api.draft();
        String page = handler.get("/requests/" + reference + "/edit").body();
        Map<String, String> form = shown(page, Map.of("label", "My label", "caveats", "Mine", "doNotNotify", "false"));
        String etag =
                api.get("handler", "/api/requests/" + reference).response().getHeader("ETag");
        assertThat(api.patch("manager", "/api/requests/" + reference, etag, "{\"label\":\"Their label\"}")
                        .status())
                .isEqualTo(200);
        HttpResponse<String> late = edit(reference, form);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body())
                .contains("Somebody else changed this request meanwhile")
                .contains("manager changed &quot;Label&quot;")
                .contains("In the register now: Their label")
                .contains("value=\"My label\"")
                .containsOnlyOnce("id=\"caveats-now\"")
                .doesNotContain("id=\"doNotNotify-now\"");
        assertThat(register.details(reference).row().label()).isEqualTo("Their label");

        form.putAll(shown(late.body(), Map.of("label", "Our label")));
        HttpResponse<String> stored = edit(reference, form);
        assertThat(stored.statusCode()).as(errors(stored)).isEqualTo(302);
        assertThat(register.details(reference).row().label()).isEqualTo("Our label");
    }

    @Test
    void keepsWhatWasTypedWhileSomebodyElseHoldsTheRequest() throws Exception {
        String reference = api.draft();
        Map<String, String> form =
                shown(handler.get("/requests/" + reference + "/edit").body(), Map.of("caveats", "Mine"));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> transactions.executeWithoutResult(status -> {
            jdbc.sql("select id from cooperation_request where reference = ? for update")
                    .param(reference)
                    .query(Long.class)
                    .single();
            held.countDown();
            await(answered);
        }));
        await(held);
        try {
            HttpResponse<String> busy = edit(reference, form);
            assertThat(busy.statusCode()).isEqualTo(503);
            assertThat(busy.body()).contains("please save again").contains("value=\"Mine\"");
        } finally {
            answered.countDown();
        }
        other.get();
        assertThat(edits(reference)).isEmpty();
        assertThat(edit(reference, form).statusCode()).isEqualTo(302);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isNoWayAroundRolesAndNeedToKnow() {
        String open = api.draft();
        WebClient auditor = WebClient.loggedIn(port, "auditor");
        assertThat(auditor.get("/requests/" + open + "/edit").statusCode()).isEqualTo(403);
        assertThat(auditor.get("/requests/" + open).body()).doesNotContain("/edit\"");
        String secret = secrets.draft("Hidden", SecretRequests.CONFIDENTIAL, "");
        String plain = secrets.user("formhandler", Role.HANDLER).userId();
        WebClient client = WebClient.loggedIn(port, plain);
        assertThat(client.get("/requests/" + secret + "/edit").statusCode()).isEqualTo(404);
        Map<String, String> form = new HashMap<>(Map.of("version", "0", "seen", "0", "label", "Seen"));
        form.put("_csrf", WebClient.csrfIn(client.get("/").body()));
        assertThat(client.post("/requests/" + secret + "/edit", form).statusCode())
                .isEqualTo(404);
        assertThat(client.post("/requests/CU-OUT-1999-0001/edit", form).statusCode())
                .isEqualTo(404);
        form.put("_csrf", WebClient.csrfIn(auditor.get("/").body()));
        assertThat(auditor.post("/requests/" + open + "/edit", form).statusCode())
                .isEqualTo(403);
    }

    private static Map<String, String> required() {
        Map<String, String> form = new HashMap<>();
        form.put("kind", "INFORMATION");
        form.put("requestingAuthority", "MININT");
        form.put("requestedAuthority", "DOJ");
        form.put("legalBasis", "MOU_2017");
        form.put("crimeArea", "DRUGS");
        form.put("label", "Form");
        form.put("urgency", "ROUTINE");
        form.put("classification", "ORDINARY");
        form.put("measures[0]", "Manifest");
        return form;
    }

    private HttpResponse<String> enter(Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", WebClient.csrfIn(handler.get("/requests/new").body()));
        return post(handler, "/requests/new", form);
    }

    private String entered(Map<String, String> fields) {
        HttpResponse<String> answer = enter(fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("location").orElseThrow().replaceAll(".*/requests/", "");
    }

    private HttpResponse<String> edit(String reference, Map<String, String> form) {
        return post(handler, "/requests/" + reference + "/edit", form);
    }

    /** As a browser sends it: with the lists of which rows are in the form. */
    private static HttpResponse<String> post(WebClient client, String path, Map<String, String> form) {
        String lists = Stream.of("measures", "references", "subjects")
                .filter(list -> form.keySet().stream().anyMatch(name -> name.startsWith(list + "["))
                        || list.equals(form.get("list")))
                .map(list -> "list=" + list)
                .reduce("", (all, list) -> all + "&" + list);
        String separator = lists.isEmpty() ? "" : "?" + lists.substring(1);
        Map<String, String> fields = new HashMap<>(form);
        fields.remove("list");
        return client.post(path + separator, fields);
    }

    /** The hidden fields of a form that was shown, and what was typed into it. */
    private static Map<String, String> shown(String page, Map<String, String> typed) {
        Map<String, String> form = new HashMap<>(typed);
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            form.put(hidden.group(1), hidden.group(2));
        }
        form.put("_csrf", WebClient.csrfIn(page));
        return form;
    }

    private List<LedgerEntry> edits(String reference) {
        return register.events(reference).stream()
                .filter(entry -> entry.action() == LedgerAction.EDITED)
                .toList();
    }

    /** What the page says on top. */
    private static String errors(HttpResponse<String> answer) {
        String page = answer.body();
        int from = page.indexOf("id=\"errors\"");
        return from < 0 ? "" : page.substring(from, page.indexOf("</section>", from));
    }

    private long requests() {
        return jdbc.sql("select count(*) from cooperation_request")
                .query(Long.class)
                .single();
    }
}
