package org.plazo.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Camunda's Tasklist as a person operates it. Words are those of the visit's language; where both are given, "Spanish ·
 * English" as in diagrams and forms, the ones that this person reads are taken.
 */
final class Tasklist {

    private static final String HOME = "/camunda/app/tasklist/default/";

    private final Visit visit;

    Tasklist(Visit visit) {
        this.visit = visit;
    }

    static Tasklist of(Visit visit, String user) {
        visit.logIn(user);
        visit.open(HOME);
        return new Tasklist(visit);
    }

    void home() {
        visit.open(HOME);
    }

    Page page() {
        return visit.page();
    }

    /** Opens the start form; {@link #confirmStart} sends it. */
    void startProcess(String name) {
        page().click(".start-process-action a");
        page().locator(".modal-content .processes a, .modal-content li a", new LocatorOptions().setHasText(read(name)))
                .first()
                .click();
        page().waitForSelector(".modal-content .fjs-form");
    }

    void confirmStart() {
        page().locator(".modal-footer .btn-primary", new LocatorOptions().setHasText(read("Iniciar · Start")))
                .click();
        page().waitForSelector(
                        ".modal-content", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Picks a shared filter and, of its tasks, the one for a request; claims it if nobody has. */
    void openTask(String filter, String task, String reference) {
        page().navigate(page().url().replaceAll("#.*", "") + "#/?searchQuery=" + search(reference));
        pick(filter);
        Locator found = page().locator(".tasks-list .task", new LocatorOptions().setHasText(reference))
                .filter(new FilterOptions().setHasText(read(task)));
        found.first().click();
        page().locator(".task-card h2", new LocatorOptions().setHasText(read(task)))
                .waitFor();
        Locator claim = page().locator(".task-card .claim");
        page().waitForSelector(".task-card .assignee");
        if (claim.isVisible()) {
            claim.click();
            page().waitForSelector(".task-card .unclaim");
        }
        page().waitForSelector(".task-card .fjs-form");
    }

    /** Picks a shared filter and opens a task for a request as it is. */
    void showTask(String filter, String task, String reference) {
        // its own words first, then the search: otherwise it shows the keys of its words
        page().waitForLoadState(LoadState.NETWORKIDLE);
        page().navigate(page().url().replaceAll("#.*", "") + "#/?searchQuery=" + search(reference));
        pick(filter);
        page().locator(".tasks-list .task", new LocatorOptions().setHasText(read(task)))
                .first()
                .click();
        page().waitForSelector(".task-card .fjs-form");
    }

    /** Picks a shared filter and opens its first task as it is. */
    void openFirstTask(String filter) {
        pick(filter);
        page().locator(".tasks-list .task").first().click();
        page().waitForSelector(".task-card .fjs-form");
    }

    private void pick(String filter) {
        page().locator(".task-filters a, .task-filter a", new LocatorOptions().setHasText(read(filter)))
                .first()
                .click();
        page().locator(".task-filters .active, .task-filter.active", new LocatorOptions().setHasText(read(filter)))
                .first()
                .waitFor();
    }

    /** Completes the open task and waits until it has left the list. */
    void complete() {
        page().locator(".form-actions button", new LocatorOptions().setHasText(read("Completar · Complete")))
                .click();
        page().waitForSelector(".task-card", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }

    void fill(String label, String text) {
        field(label).locator("input, textarea").first().fill(text);
    }

    void choose(String label, String option) {
        field(label).locator(".fjs-input-group").click();
        page().locator(".fjs-dropdownlist-item", new LocatorOptions().setHasText(read(option)))
                .first()
                .click();
    }

    void mark(String label, String option) {
        field(label)
                .locator("label", new Locator.LocatorOptions().setHasText(read(option)))
                .locator("input")
                .check();
    }

    /** Whether the open form shows a field now. */
    boolean asks(String label) {
        return field(label).count() > 0 && field(label).first().isVisible();
    }

    private Locator field(String label) {
        Locator labels = page().locator(
                        "label.fjs-form-field-label",
                        new LocatorOptions().setHasText(Pattern.compile("^" + read(label) + "\\*?$")));
        return page().locator(".fjs-form-field", new LocatorOptions().setHas(labels));
    }

    /** Of words in both languages those of this person. */
    String read(String words) {
        String[] languages = words.split(" · ", 2);
        return languages.length == 1 || visit.isSpanish() ? languages[0] : languages[1];
    }

    private static String search(String reference) {
        String query = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"" + reference
                + "\",\"name\":\"\"}]";
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
