package org.plazo.request.web.list;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.request.Lifecycle;
import org.plazo.request.Parties;
import org.plazo.request.RegisterCounts;
import org.plazo.request.RegisterFilter;
import org.plazo.request.RegisterOverview;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RegisterSort;
import org.plazo.request.Timeliness;
import org.plazo.request.web.filter.FilterParameters;
import org.plazo.request.web.filter.ListAddress;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.Actor;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is pending, at a glance; every number leads to the requests that it counts. */
@Controller
class StartPage {

    private static final int OLDEST = 8;

    private final RegisterQueries register;
    private final Parties parties;
    private final CurrentActor actor;
    private final HealthEndpoint health;
    private final MessageSource messages;
    private final Clock clock;

    StartPage(
            RegisterQueries register,
            Parties parties,
            CurrentActor actor,
            HealthEndpoint health,
            MessageSource messages,
            Clock clock) {
        this.register = register;
        this.parties = parties;
        this.actor = actor;
        this.health = health;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the reader has to see to himself, or all of us together. */
    public record Own(long open, long late, String list) {}

    /** A way to look at the numbers: both directions, or one. */
    public record View(@Nullable Direction direction, boolean chosen) {}

    @GetMapping("/")
    String show(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
        Direction direction = new FilterParameters(parameters, parties).filter().direction();
        PageWords words = new PageWords(messages, locale);
        ListAddress all = ListAddress.of(RegisterListPage.PATH, Map.of())
                .with("direction", direction == null ? "" : direction.name());
        ListAddress open = all.with("open", "true");
        Actor reader = actor.get();
        RegisterOverview overview = register.overview(direction, reader.userId());
        RegisterCounts counts = overview.open();
        Map<Lifecycle, Long> stages = reached(direction, register.byLifecycle(of(direction)));
        model.addAttribute("views", views(direction));
        model.addAttribute("charts", new Charts(parties, words).all(counts, open));
        model.addAttribute("open", counts.total());
        model.addAttribute("openList", open.toString());
        model.addAttribute("countsFile", open.at("/requests/counts.csv").toString());
        model.addAttribute("stages", stages);
        model.addAttribute("all", all);
        model.addAttribute(
                "empty", direction == null && stages.values().stream().allMatch(count -> count == 0));
        model.addAttribute("overdue", oldestOverdue(direction, locale));
        Own owed = counted(overview.owed(), open.with("deadline", DeadlineKind.SUPPLY.name()));
        if (owed.open() > 0) {
            model.addAttribute("owed", owed);
        }
        if (reader.hasAny(Role.HANDLER)) {
            model.addAttribute("own", counted(overview.own(), open.with("handler", reader.userId())));
        }
        if (reader.hasAny(Role.ADMIN)) {
            model.addAttribute("troubles", troubles());
        }
        return "home";
    }

    /** All stages of a direction; of both only those at which something stands. */
    private static Map<Lifecycle, Long> reached(@Nullable Direction direction, Map<Lifecycle, Long> counts) {
        Map<Lifecycle, Long> reached = new EnumMap<>(counts);
        reached.entrySet()
                .removeIf(stage -> direction == null
                        ? stage.getValue() == 0
                        : !Lifecycle.of(direction).contains(stage.getKey()));
        return reached;
    }

    private static List<View> views(@Nullable Direction chosen) {
        return Stream.concat(Stream.of((Direction) null), Stream.of(Direction.values()))
                .map(direction -> new View(direction, direction == chosen))
                .toList();
    }

    /** The list is in the order of due dates, so that what is late stands at its beginning. */
    private List<PageRow> oldestOverdue(@Nullable Direction direction, Locale locale) {
        Instant now = clock.instant();
        return register.first(RegisterFilter.open(direction), RegisterSort.DUE, OLDEST).stream()
                .filter(row -> row.dueAt() != null && now.isAfter(row.dueAt()))
                .map(row -> PageRow.of(row, parties, locale, now))
                .toList();
    }

    private static Own counted(Map<Timeliness, Long> counts, ListAddress list) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long late = PageRow.LATE.stream().mapToLong(counts::get).sum();
        return new Own(all, late, list.toString());
    }

    private static RegisterFilter of(@Nullable Direction direction) {
        return new RegisterFilter(direction, null, null, null, null, null, null, null, null, null, null);
    }

    private List<String> troubles() {
        HealthComponent whole = health.health();
        if (Status.UP.equals(whole.getStatus())) {
            return List.of();
        }
        return whole instanceof CompositeHealth composite
                ? composite.getComponents().entrySet().stream()
                        .filter(part -> !Status.UP.equals(part.getValue().getStatus()))
                        .map(Map.Entry::getKey)
                        .toList()
                : List.of(whole.getStatus().getCode());
    }
}
