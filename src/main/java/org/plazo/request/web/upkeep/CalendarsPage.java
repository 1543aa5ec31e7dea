package org.plazo.request.web.upkeep;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plazo.calendar.CalendarArchive;
import org.plazo.calendar.CalendarProposal;
import org.plazo.calendar.Calendars;
import org.plazo.calendar.CalendarsChanged;
import org.plazo.calendar.NamedCalendar;
import org.plazo.export.ExportFile;
import org.plazo.export.ExportedList;
import org.plazo.export.Exports;
import org.plazo.request.CalendarChange;
import org.plazo.request.CalendarChanges;
import org.plazo.request.CalendarsNotApplicable;
import org.plazo.request.InvalidInput;
import org.plazo.request.MovedDeadline;
import org.plazo.request.Parties;
import org.plazo.request.ledger.ExportedRestricted;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.CurrentActor;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendars, what a changed file would do, and putting it in force, for administrators. */
@Controller
class CalendarsPage {

    static final String PATH = "/calendars";

    private static final String TEMPLATE = "requests/calendars";
    private static final int SHOWN = 50;
    private static final int MONTHS = 3;
    private static final int MOST_DAYS = 50;
    private static final int VERSIONS = 20;

    private final CalendarChanges changes;
    private final CalendarArchive archive;
    private final Parties parties;
    private final Exports exports;
    private final ExportedRestricted restricted;
    private final UserDirectory users;
    private final CurrentActor actor;
    private final MessageSource messages;
    private final Clock clock;

    CalendarsPage(
            CalendarChanges changes,
            CalendarArchive archive,
            Parties parties,
            Exports exports,
            ExportedRestricted restricted,
            UserDirectory users,
            CurrentActor actor,
            MessageSource messages,
            Clock clock) {
        this.changes = changes;
        this.archive = archive;
        this.parties = parties;
        this.exports = exports;
        this.restricted = restricted;
        this.users = users;
        this.actor = actor;
        this.messages = messages;
        this.clock = clock;
    }

    /** A calendar with the closures of the next months. */
    public record Row(CalendarProposal.File file, String name, List<Day> closures) {}

    /** A day on which a calendar is closed. */
    public record Day(LocalDate date, String reason) {}

    /** A deadline that would move. */
    public record Moved(MovedDeadline deadline, String authority) {}

    @GetMapping(PATH)
    String show(@RequestParam(defaultValue = "0") int page, Locale locale, Model model) {
        return fill(page, locale, model);
    }

    @PostMapping(PATH)
    String apply(
            @RequestParam(defaultValue = "") String hash,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        try {
            changes.apply(hash, reason, actor.get());
            return "redirect:" + PATH;
        } catch (InvalidInput wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("trouble", "reason");
        } catch (CalendarsChanged changed) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("trouble", "changed");
        } catch (CalendarsNotApplicable not) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("trouble", not.why().name());
        }
        model.addAttribute("reason", reason);
        return fill(0, locale, model);
    }

    @GetMapping(PATH + ".csv")
    ResponseEntity<InputStreamResource> file(Locale locale) {
        PageWords words = new PageWords(messages, locale);
        PageNames names = new PageNames(parties, locale);
        List<Long> closelyHeld = new ArrayList<>();
        ExportedList list = new ExportedList(
                "calendars",
                "",
                ExportedList.separator(locale),
                List.of(
                        words.of("calendars.moved.request"),
                        words.of("calendars.moved.deadline"),
                        words.of("calendars.moved.authority"),
                        words.of("calendars.moved.from"),
                        words.of("calendars.moved.to"),
                        words.of("calendars.moved.days")),
                taker -> changes.each(actor.get(), moved -> {
                    if (moved.restricted()) {
                        closelyHeld.add(moved.requestId());
                    }
                    taker.accept(List.of(
                            moved.reference(),
                            words.of("request.deadline." + moved.kind()),
                            names.authority(moved.authority()),
                            moved.fromDueOn(),
                            moved.toDueOn(),
                            moved.days()));
                }));
        ExportFile file = exports.make(list, actor.get(), parties.home().zone());
        try {
            restricted.enter(closelyHeld, file.number(), actor.get());
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
        return file.answer();
    }

    private String fill(int page, Locale locale, Model model) {
        int number = Math.min(Math.max(page, 0), 1_000_000);
        CalendarChange change = changes.change(number, SHOWN, actor.get());
        CalendarProposal proposal = change.proposal();
        Calendars inForce = archive.of(proposal.basedOn());
        LocalDate today = clock.instant().atZone(parties.home().zone()).toLocalDate();
        PageNames names = new PageNames(parties, locale);
        model.addAttribute("change", change);
        model.addAttribute("calendars", rows(proposal, inForce, today, locale));
        List<DayChange> days = DayChange.of(proposal, inForce, today, MOST_DAYS + 1, locale);
        model.addAttribute("days", days.subList(0, Math.min(days.size(), MOST_DAYS)));
        model.addAttribute("moreDays", days.size() > MOST_DAYS);
        model.addAttribute("mostDays", MOST_DAYS);
        model.addAttribute(
                "moved",
                change.shown().stream()
                        .map(moved -> new Moved(moved, names.authority(moved.authority())))
                        .toList());
        model.addAttribute("pages", (change.moved() - change.hidden() + SHOWN - 1) / SHOWN);
        model.addAttribute("following", changes.following());
        model.addAttribute("versions", archive.latest(VERSIONS));
        model.addAttribute("months", MONTHS);
        Map<String, String> people = new TreeMap<>();
        archive.latest(VERSIONS).forEach(version -> people.computeIfAbsent(version.appliedBy(), this::person));
        model.addAttribute("people", people);
        return TEMPLATE;
    }

    private List<Row> rows(CalendarProposal proposal, Calendars inForce, LocalDate today, Locale locale) {
        return proposal.files().stream()
                .map(file -> {
                    @Nullable
                    NamedCalendar calendar = inForce.find(file.id())
                            .or(() -> proposal.calendars().find(file.id()))
                            .orElse(null);
                    return new Row(
                            file,
                            calendar == null ? file.id() : calendar.name().in(locale),
                            calendar == null
                                    ? List.of()
                                    : calendar.closures(today, today.plusMonths(MONTHS)).stream()
                                            .map(each -> new Day(
                                                    each.date(), each.reason().in(locale)))
                                            .toList());
                })
                .toList();
    }

    private String person(String userId) {
        return users.find(userId).map(UserProfile::displayName).orElse(userId);
    }
}
