package org.plazo.request.web.page;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.ExplainedDeadline;
import org.plazo.request.LedgerEntry;
import org.plazo.request.Lifecycle;
import org.plazo.request.Parties;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RegisterRow;
import org.plazo.request.RequestCommand;
import org.plazo.request.RequestDeadline;
import org.plazo.request.RequestDetails;
import org.plazo.request.web.words.PageFormats;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.Actor;
import org.plazo.security.CurrentActor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything about one request, and what the reader can do with it now. */
@Controller
class RequestPage {

    static final String TEMPLATE = "requests/request";

    /** The page's parts; all are in it, one is shown. */
    private static final List<String> TABS =
            List.of("overview", "deadlines", "timeline", "documents", "notifications", "process");

    /** What is possible at nearly every step and is not the next one. */
    private static final Set<RequestCommand> ASIDE = EnumSet.of(
            RequestCommand.WITHDRAWAL,
            RequestCommand.CLOSURE,
            RequestCommand.ASSIGNMENT,
            RequestCommand.PAUSE,
            RequestCommand.RESUMPTION,
            RequestCommand.EXTENSION,
            RequestCommand.PROMISE,
            RequestCommand.DEFICIENCY,
            RequestCommand.INFORMATION_REQUEST,
            RequestCommand.POSTPONEMENT,
            RequestCommand.TRANSFER,
            RequestCommand.RESENDING);

    /** What we can say to the other side at any time; of a request of ours it is what the other side may say next. */
    private static final Set<RequestCommand> OURS_ANY_TIME =
            EnumSet.of(RequestCommand.ACKNOWLEDGEMENT, RequestCommand.INTERIM_REPLY);

    private final RegisterQueries register;
    private final Parties parties;
    private final CurrentActor actor;
    private final PageFormats formats;
    private final CommandForms forms;
    private final MessageSource messages;
    private final Clock clock;

    RequestPage(
            RegisterQueries register,
            Parties parties,
            CurrentActor actor,
            PageFormats formats,
            CommandForms forms,
            MessageSource messages,
            Clock clock) {
        this.register = register;
        this.parties = parties;
        this.actor = actor;
        this.formats = formats;
        this.forms = forms;
        this.messages = messages;
        this.clock = clock;
    }

    /** An event in the reader's words; the latest comes first. */
    public record Event(String recordedAt, String recorded, String sentence) {}

    @GetMapping("/requests/{reference}")
    String show(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String tab,
            Locale locale,
            Model model) {
        fill(reference, locale, model);
        model.addAttribute("tab", tab != null && TABS.contains(tab) ? tab : TABS.get(0));
        return TEMPLATE;
    }

    /** Puts everything that the template needs into the model. */
    void fill(String reference, Locale locale, Model model) {
        RequestDetails details = register.details(reference);
        PageWords words = words(locale);
        model.addAttribute("request", RequestPageView.of(details, parties, formats, words));
        List<ExplainedDeadline> clocks = register.deadlines(reference);
        model.addAttribute(
                "deadlines",
                clocks.stream()
                        .sorted(Comparator.comparing(each -> !isShown(each.deadline(), details.row())))
                        .map(each -> DeadlinePageView.of(each, parties, formats, words, clock.instant()))
                        .toList());
        model.addAttribute("events", events(reference, locale));
        model.addAttribute("commands", commands(details, clocks, words));
        model.addAttribute("next", next(details, words));
        model.addAttribute("now", now());
        model.addAttribute("tabs", TABS);
        model.addAttribute("tab", TABS.get(0));
        model.addAttribute("zone", formats.zone());
    }

    /** Whether lists show this one of all deadlines of the request. */
    private static boolean isShown(RequestDeadline deadline, RegisterRow row) {
        return deadline.kind() == row.runningDeadline() && deadline.state() != ClockState.STOPPED;
    }

    PageWords words(Locale locale) {
        return new PageWords(messages, locale);
    }

    private List<Event> events(String reference, Locale locale) {
        List<Event> events = new ArrayList<>();
        for (LedgerEntry entry : register.events(reference)) {
            events.add(new Event(
                    entry.recordedAt().toString(),
                    formats.instant(entry.recordedAt()),
                    entry.sentence().in(locale)));
        }
        Collections.reverse(events);
        return events;
    }

    private List<CommandPageForm> commands(RequestDetails details, List<ExplainedDeadline> clocks, PageWords words) {
        Actor reader = actor.get();
        boolean paused = details.fittingCommands().contains(RequestCommand.RESUMPTION);
        // what stands still for another reason is not postponed besides
        boolean otherwise = clocks.stream()
                .map(ExplainedDeadline::deadline)
                .filter(each -> each.kind() == DeadlineKind.RESPONSE)
                .anyMatch(each -> each.state() == ClockState.PAUSED && each.review() == null);
        return details.fittingCommands().stream()
                .filter(command -> command.permits(reader))
                .filter(command -> !(paused && command == RequestCommand.PAUSE))
                .filter(command -> !(otherwise && command == RequestCommand.POSTPONEMENT))
                .sorted(Comparator.comparingInt(command -> place(command, details)))
                .map(command -> forms.of(command, details, words))
                .toList();
    }

    /** The next step first, then what we can say at any time, then what is aside; each in the order of a request's life. */
    private static int place(RequestCommand command, RequestDetails details) {
        if (ASIDE.contains(command)) {
            return 3;
        }
        if (details.row().direction() == Direction.OUTGOING) {
            return 0;
        }
        boolean another = command == RequestCommand.AGENCY && details.row().lifecycle() == Lifecycle.IN_EXECUTION;
        return another ? 2 : OURS_ANY_TIME.contains(command) ? 1 : 0;
    }

    /** What is said to a reader for whom there is nothing to do now; null if there is something. */
    private @Nullable String next(RequestDetails details, PageWords words) {
        List<RequestCommand> steps = details.fittingCommands().stream()
                .filter(command -> !ASIDE.contains(command))
                .filter(command -> details.row().direction() == Direction.OUTGOING || !OURS_ANY_TIME.contains(command))
                .toList();
        if (steps.isEmpty()) {
            return words.of("pages.request.actions.none");
        }
        if (steps.stream().anyMatch(command -> command.permits(actor.get()))) {
            return null;
        }
        String names = steps.stream()
                .map(command -> CommandForms.name(command, details.row().direction(), words))
                .collect(Collectors.joining(", "));
        return words.of("pages.request.actions.others", names);
    }

    /** The latest time that a date field takes. */
    private String now() {
        return LocalDateTime.ofInstant(clock.instant(), parties.home().zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
