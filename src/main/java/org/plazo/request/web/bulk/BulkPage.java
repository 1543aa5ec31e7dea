package org.plazo.request.web.bulk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.InvalidInput;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.NotPermitted;
import org.plazo.request.Parties;
import org.plazo.request.bulk.BulkCommand;
import org.plazo.request.bulk.BulkItem;
import org.plazo.request.bulk.BulkReport;
import org.plazo.request.bulk.BulkRequests;
import org.plazo.request.bulk.BulkResult;
import org.plazo.request.bulk.BulkRow;
import org.plazo.request.bulk.BulkSelection;
import org.plazo.request.web.filter.FilterParameters;
import org.plazo.request.web.page.CommandForms;
import org.plazo.request.web.page.CommandPageForm.Refusal;
import org.plazo.request.web.words.InvalidInputPageWords;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One command for many requests: choose them in the register, say what is to be done, see what would happen, do it. What
 * is done is what was shown: the requests come back with the versions that were tried.
 */
@Controller
class BulkPage {

    private static final String TEMPLATE = "requests/bulk";

    private final BulkRequests requests;
    private final BulkSelection selection;
    private final CommandForms forms;
    private final Parties parties;
    private final UserDirectory users;
    private final CurrentActor actor;
    private final MessageSource messages;

    BulkPage(
            BulkRequests requests,
            BulkSelection selection,
            CommandForms forms,
            Parties parties,
            UserDirectory users,
            CurrentActor actor,
            MessageSource messages) {
        this.requests = requests;
        this.selection = selection;
        this.forms = forms;
        this.parties = parties;
        this.users = users;
        this.actor = actor;
        this.messages = messages;
    }

    /**
     * A request that was chosen.
     *
     * @param known what the reader may know of it; null if that is nothing
     * @param result what became of it or would, in words; null before anything was tried
     */
    public record Line(
            String reference,
            @Nullable Known known,
            boolean done,
            @Nullable String result) {}

    /** @param handler his name */
    public record Known(
            String label,
            String authorityCode,
            String authority,
            Lifecycle lifecycle,
            @Nullable String handler) {}

    /**
     * What a command came to.
     *
     * @param handler the name of who gets the requests; null with other commands
     * @param outcome what becomes of pending measures, a code; null with other commands
     * @param items those that it was or can be done to
     */
    public record Report(
            String command,
            @Nullable String handler,
            @Nullable MeasureOutcome outcome,
            boolean dryRun,
            int done,
            int notDone,
            String items) {}

    /** All requests that a list finds; without {@code all} nothing is chosen. */
    @GetMapping(BulkAddress.PATH)
    String matching(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
        List<BulkRow> rows = List.of();
        if ("true".equals(parameters.get("all")) && BulkAddress.isFor(actor.get())) {
            FilterParameters given = new FilterParameters(parameters, parties);
            BulkSelection.Found found = selection.matching(given.filter(), given.sort(), actor.get());
            rows = found.rows();
            model.addAttribute("total", found.total());
        }
        return choose(rows, new PageWords(messages, locale), model);
    }

    @PostMapping(BulkAddress.PATH)
    String run(
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        if (!BulkAddress.isFor(actor.get())) {
            throw new NotPermitted("None of the commands for many requests is for this role");
        }
        BulkForm form = new BulkForm(parameters);
        PageWords words = new PageWords(messages, locale);
        List<BulkItem> items = List.of();
        try {
            items = form.items();
            if (form.step() != BulkForm.Step.CHOOSE) {
                boolean dryRun = form.step() == BulkForm.Step.TRY;
                BulkCommand command = form.command();
                return show(command, requests.run(command, items, dryRun, actor.get()), words, form, model);
            }
        } catch (InvalidInput wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            Map<String, String> reasons = InvalidInputPageWords.of(wrong, words);
            String message = words.of("pages.request.refused.input");
            model.addAttribute("refused", reasons.getOrDefault("requests", message));
            model.addAttribute("typed", new Refusal(name(form), reasons, message, form.typed()));
        }
        return choose(rows(items.stream().map(BulkItem::reference).toList()), words, model);
    }

    private List<BulkRow> rows(List<String> references) {
        return selection.rows(references.subList(0, Math.min(references.size(), BulkRequests.MOST)), actor.get());
    }

    private String choose(List<BulkRow> rows, PageWords words, Model model) {
        Function<BulkRow, Known> known = known(users.namesInRole(Role.HANDLER), words);
        model.addAttribute(
                "lines",
                rows.stream()
                        .map(row -> new Line(row.reference(), known.apply(row), false, null))
                        .toList());
        return fill(
                rows.stream()
                        .map(row -> new BulkItem(row.reference(), row.version()))
                        .toList(),
                words,
                model);
    }

    private String show(BulkCommand command, BulkReport report, PageWords words, BulkForm form, Model model) {
        List<BulkResult> results = report.results();
        Map<String, BulkRow> rows = rows(
                        results.stream().map(BulkResult::reference).toList())
                .stream()
                .collect(Collectors.toMap(BulkRow::reference, Function.identity()));
        Map<String, String> handlers = users.namesInRole(Role.HANDLER);
        Function<BulkRow, Known> known = known(handlers, words);
        model.addAttribute(
                "lines",
                results.stream()
                        .sorted(Comparator.comparing(BulkResult::done))
                        .map(result -> new Line(
                                result.reference(),
                                Optional.ofNullable(rows.get(result.reference()))
                                        .map(known)
                                        .orElse(null),
                                result.done(),
                                said(result, report.dryRun(), words)))
                        .toList());
        List<BulkItem> possible =
                results.stream().filter(BulkResult::done).map(BulkPage::item).toList();
        model.addAttribute(
                "report",
                new Report(
                        command.command().apiName(),
                        command.handler() == null ? null : handlers.getOrDefault(command.handler(), command.handler()),
                        command.pending() == null ? null : command.pending().outcome(),
                        report.dryRun(),
                        report.done(),
                        report.notDone(),
                        BulkForm.text(possible)));
        model.addAttribute("typed", new Refusal(name(form), Map.of(), "", form.typed()));
        return fill(results.stream().map(BulkPage::item).toList(), words, model);
    }

    private String fill(List<BulkItem> items, PageWords words, Model model) {
        model.addAttribute("items", BulkForm.text(items));
        model.addAttribute("most", BulkRequests.MOST);
        model.addAttribute(
                "commands",
                BulkCommand.COMMANDS.stream()
                        .filter(command -> command.permits(actor.get()))
                        .map(command -> forms.ofMany(command, words))
                        .toList());
        return TEMPLATE;
    }

    private static BulkItem item(BulkResult result) {
        return new BulkItem(result.reference(), result.version());
    }

    private static String name(BulkForm form) {
        return form.typed().getOrDefault("command", "");
    }

    private Function<BulkRow, Known> known(Map<String, String> handlers, PageWords words) {
        PageNames names = new PageNames(parties, words.locale());
        return row -> new Known(
                row.label(),
                row.requestedAuthority(),
                names.authority(row.requestedAuthority()),
                row.lifecycle(),
                row.handler() == null ? null : handlers.getOrDefault(row.handler(), row.handler()));
    }

    private static String said(BulkResult result, boolean dryRun, PageWords words) {
        InvalidInput refusal = result.refusal();
        if (refusal != null) {
            return String.join(" ", InvalidInputPageWords.of(refusal, words).values());
        }
        if (result.lifecycle() != null) {
            return words.of("bulk.result.STATE", words.of("request.lifecycle." + result.lifecycle()));
        }
        return words.of("bulk.result." + (dryRun && result.done() ? "POSSIBLE" : result.outcome()));
    }
}
