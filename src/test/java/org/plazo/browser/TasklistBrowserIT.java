package org.plazo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@BrowserTest
class TasklistBrowserIT {

    private static final String MINE = "My tasks";
    private static final String GROUPS = "My groups";

    /** The whole life of a request, from the first form to the last, without leaving the Tasklist. */
    @Test
    void leadsARequestFromSubmissionToClosed(Visit first, Visit second) {
        Tasklist handler = Tasklist.of(first, "handler");
        handler.startProcess("Outgoing request");
        handler.choose("Kind", "Information");
        handler.choose("Requesting authority", "Interior");
        handler.choose("Requested authority", "Justice");
        handler.choose("Legal basis", "2017");
        handler.choose("Crime area", "drug");
        handler.fill("Short neutral label", "Browser walk");
        handler.fill("Measures sought, one a line", "Manifest\nSeal history");
        handler.confirmStart();
        String reference = newestReferenceOf(second, "Browser walk");

        Tasklist reviewer = new Tasklist(second);
        reviewer.home();
        reviewer.openTask(GROUPS, "Review", reference);
        reviewer.mark("Decision", "Approve");
        reviewer.complete();

        handler.openTask(MINE, "Dispatch", reference);
        handler.choose("Channel", "Diplomatic note");
        handler.complete();

        handler.openTask(MINE, "Follow up", reference);
        handler.mark("What happened", "Returned as deficient");
        assertThat(handler.asks("Promised day")).isFalse();
        handler.fill("What they ask for, or what is missing", "The signature");
        handler.complete();
        handler.openTask(MINE, "Supply", reference);
        handler.choose("Channel", "Interpol");
        handler.complete();

        handler.openTask(MINE, "Follow up", reference);
        handler.mark("What happened", "Postponed by them");
        handler.choose("Ground", "ongoing investigation");
        handler.fill("To be reviewed on", "2199-12-01");
        handler.complete();

        handler.openTask(MINE, "Follow up", reference);
        handler.mark("What happened", "The clock runs on");
        handler.complete();

        handler.openTask(MINE, "Follow up", reference);
        handler.mark("What happened", "Response");
        handler.complete();

        handler.openTask(MINE, "Assess", reference);
        handler.mark("The response is", "Complete");
        assertThat(handler.asks("Measure 3: outcome")).isFalse();
        assertThat(handler.asks("Measure 2: ground")).isFalse();
        handler.choose("Measure 2: outcome", "Refused");
        handler.choose("Measure 2: ground", "Immunity");
        handler.fill("Measure 2: reasons given by the other side", "A vessel of the state");
        handler.complete();

        Page page = second.open("/requests/" + reference);
        assertThat(page.locator(".heading").innerText()).contains("closed");
        assertThat(page.locator("[aria-labelledby=measures-title]").innerText())
                .contains("executed", "refused", "Immunity or privilege", "A vessel of the state");
        assertThat(page.locator("[aria-labelledby=course-title]").innerText()).contains("partly executed");
    }

    @Test
    void writesDatesInTheReadersLanguage(Visit english, Visit spanish) {
        Tasklist inEnglish = Tasklist.of(english, "handler");
        inEnglish.openFirstTask("Overdue");
        assertThat(inEnglish.page().locator(".tasks-list .task").first().innerText())
                .contains("ago")
                .doesNotContain("hace");
        Tasklist inSpanish = Tasklist.of(spanish.preferring("es-CU"), "handler");
        inSpanish.openFirstTask("Vencidas");
        assertThat(inSpanish.page().locator(".tasks-list .task").first().innerText())
                .contains("hace")
                .doesNotContain(" ago");
    }

    /** The reviewer looks the new request up in the register. */
    private static String newestReferenceOf(Visit visit, String label) {
        visit.logIn("reviewer");
        String list = visit.get("/api/requests?lifecycle=IN_REVIEW&size=200");
        Matcher found = Pattern.compile("\"reference\":\"([^\"]+)\"[^{}]*\"label\":\"" + label + "\"")
                .matcher(list);
        assertThat(found.find()).as(list).isTrue();
        return found.group(1);
    }
}
