package org.plazo.request.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.plazo.request.Lifecycle;
import org.plazo.request.Parties;
import org.plazo.request.RegisterFilter;
import org.plazo.request.RegisterQueries;
import org.plazo.request.Timeliness;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the requests stand, at a glance. */
@Controller
class StartPage {

    private static final int OLDEST = 8;

    private final RegisterQueries register;
    private final Parties parties;
    private final CurrentActor actor;
    private final HealthEndpoint health;
    private final Clock clock;

    StartPage(RegisterQueries register, Parties parties, CurrentActor actor, HealthEndpoint health, Clock clock) {
        this.register = register;
        this.parties = parties;
        this.actor = actor;
        this.health = health;
        this.clock = clock;
    }

    /**
     * How many open requests are of one timeliness, and where their part of the bar lies.
     *
     * @param from per mille of the bar's width, like {@code width}
     */
    public record Slice(Timeliness timeliness, long count, long from, long width) {}

    @GetMapping("/")
    String show(Locale locale, Model model) {
        Map<Timeliness, Long> open = register.openByTimeliness();
        Map<Lifecycle, Long> stages = register.byLifecycle();
        model.addAttribute("slices", slices(open));
        model.addAttribute("open", total(open));
        model.addAttribute("stages", stages);
        model.addAttribute("empty", total(stages) == 0);
        model.addAttribute("overdue", oldestOverdue(locale));
        if (actor.get().hasAny(Role.ADMIN)) {
            model.addAttribute("troubles", troubles());
        }
        return "home";
    }

    private List<PageRow> oldestOverdue(Locale locale) {
        return Stream.of(Timeliness.LONG_OVERDUE, Timeliness.OVERDUE)
                .flatMap(late -> register.list(new RegisterFilter(null, late, null), 0, OLDEST).items().stream())
                .limit(OLDEST)
                .map(row -> PageRow.of(row, parties, locale, clock.instant()))
                .toList();
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

    private static List<Slice> slices(Map<Timeliness, Long> counts) {
        long all = Math.max(total(counts), 1);
        List<Slice> slices = new ArrayList<>();
        long before = 0;
        for (Map.Entry<Timeliness, Long> each : counts.entrySet()) {
            long from = before * 1000 / all;
            before += each.getValue();
            slices.add(new Slice(each.getKey(), each.getValue(), from, before * 1000 / all - from));
        }
        return slices;
    }

    private static long total(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
