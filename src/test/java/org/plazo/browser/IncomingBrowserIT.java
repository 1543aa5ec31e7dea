package org.plazo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the other side asks of us, led through the Tasklist by handler, agency and manager. */
@BrowserTest
class IncomingBrowserIT {

    private static final String MINE = "My tasks";
    private static final String GROUPS = "My groups";

    @Test
    void leadsARequestFromReceiptToClosed(Visit first, Visit second, Visit third) {
        Tasklist handler = Tasklist.of(first, "handler");
        String reference = received(handler, first, "Incoming walk");

        handler.openTask(MINE, "Acknowledge receipt", reference);
        handler.complete();
        handler.openTask(MINE, "Register the request", reference);
        handler.complete();

        handler.openTask(MINE, "Decide on admissibility", reference);
        assertThat(handler.asks("Ground of the refusal")).isFalse();
        handler.mark("Decision", "Information is missing");
        assertThat(handler.asks("To which authority it goes")).isFalse();
        handler.fill("Reasons, or which information is missing", "The translation");
        handler.complete();
        handler.openTask(MINE, "Record the information", reference);
        handler.complete();
        handler.openTask(MINE, "Decide on admissibility", reference);
        handler.mark("Decision", "Admissible");
        handler.complete();

        handler.openTask(MINE, "Assign to an agency", reference);
        handler.choose("Executing agency", "General Customs");
        handler.complete();

        Tasklist agency = Tasklist.of(second, "agency");
        agency.openTask(GROUPS, "Execute measure 2", reference);
        assertThat(agency.page().locator(".task-card .fjs-form").innerText()).contains("Measure 2");
        agency.choose("Outcome", "Refused");
        agency.choose("Ground", "Immunity");
        agency.fill("Reasons", "A vessel of the state");
        agency.complete();
        agency.openTask(GROUPS, "Execute measure 1", reference);
        agency.choose("Outcome", "Executed");
        agency.complete();

        handler.openTask(MINE, "Draft the response", reference);
        handler.complete();
        Tasklist manager = Tasklist.of(third, "manager");
        manager.openTask(GROUPS, "Clear the response", reference);
        manager.mark("Decision", "Return");
        manager.fill("Reason", "The seal is missing");
        manager.complete();
        handler.openTask(MINE, "Draft the response", reference);
        handler.complete();
        manager.openTask(GROUPS, "Clear the response", reference);
        manager.mark("Decision", "Clear");
        manager.complete();
        handler.openTask(MINE, "Send the response", reference);
        handler.choose("Channel", "Diplomatic note");
        handler.complete();

        Page page = third.open("/requests/" + reference);
        assertThat(page.locator(".heading").innerText()).contains("closed");
        assertThat(page.locator("[aria-labelledby=measures-title]").innerText())
                .contains("executed", "refused", "Immunity or privilege", "A vessel of the state");
    }

    @Test
    void speaksSpanishToWhoReadsIt(Visit visit) {
        Tasklist handler = Tasklist.of(visit.preferring("es-CU"), "handler");
        handler.startProcess("Solicitud entrante");
        assertThat(handler.asks("Autoridad requirente")).isTrue();
        assertThat(handler.page().locator(".modal-content .fjs-form").innerText())
                .contains("Solicitud recibida", "Vía por la que llegó")
                .doesNotContain("Request received", " · ");
    }

    /** Enters it with the start form and finds its reference by its label. */
    static String received(Tasklist handler, Visit visit, String label) {
        handler.startProcess("Incoming request");
        handler.choose("Channel by which it came", "Diplomatic note");
        handler.choose("Kind", "Evidence");
        handler.choose("Requesting authority", "Justice");
        handler.choose("Requested authority", "Attorney");
        handler.choose("Legal basis", "Organized");
        handler.choose("Crime area", "Cybercrime");
        handler.fill("Short neutral label", label);
        handler.fill("Measures sought, one a line", "Subscriber data\nConnection logs");
        handler.confirmStart();
        String list = visit.get("/api/requests?lifecycle=RECEIVED&size=200");
        Matcher found = Pattern.compile("\"reference\":\"([^\"]+)\"[^{}]*\"label\":\"" + label + "\"")
                .matcher(list);
        assertThat(found.find()).as(list).isTrue();
        return found.group(1);
    }
}
