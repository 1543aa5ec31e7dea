package org.plazo.request.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plazo.request.Lifecycle;
import org.plazo.request.Parties;
import org.plazo.request.RegisterFilter;
import org.plazo.request.RegisterPage;
import org.plazo.request.RegisterQueries;
import org.plazo.request.Timeliness;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register as a list with filters. */
@Controller
class RegisterListPage {

    private static final List<Integer> SIZES = List.of(25, 50, 100, 200);
    private static final int LARGEST = 200;

    private final RegisterQueries register;
    private final Parties parties;
    private final Clock clock;

    RegisterListPage(RegisterQueries register, Parties parties, Clock clock) {
        this.register = register;
        this.parties = parties;
        this.clock = clock;
    }

    /** What is chosen in the filters now. */
    public record Chosen(
            @Nullable Timeliness timeliness,
            @Nullable Lifecycle lifecycle,
            @Nullable String authority,
            int size) {}

    /** The rows that are shown; {@code number} counts pages from 0, {@code first} and {@code last} rows from 1. */
    public record Shown(List<PageRow> rows, long total, int number, long pages, long first, long last) {}

    @GetMapping("/requests")
    String list(
            @RequestParam(required = false) @Nullable Timeliness timeliness,
            @RequestParam(required = false) @Nullable Lifecycle lifecycle,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "0") int page,
            Locale locale,
            Model model) {
        String chosenAuthority = authority == null || authority.isBlank() ? null : authority;
        Chosen chosen = new Chosen(timeliness, lifecycle, chosenAuthority, Math.min(Math.max(size, 1), LARGEST));
        model.addAttribute("filter", chosen);
        model.addAttribute("page", shown(chosen, Math.max(page, 0), locale));
        model.addAttribute("timelinesses", Timeliness.values());
        model.addAttribute("lifecycles", Lifecycle.values());
        model.addAttribute("sizes", SIZES);
        model.addAttribute("names", new PageNames(parties, locale));
        return "requests/list";
    }

    private Shown shown(Chosen chosen, int number, Locale locale) {
        RegisterPage found = register.list(
                new RegisterFilter(chosen.lifecycle(), chosen.timeliness(), chosen.authority()), number, chosen.size());
        Instant now = clock.instant();
        List<PageRow> rows = found.items().stream()
                .map(row -> PageRow.of(row, parties, locale, now))
                .toList();
        long pages = (found.total() + chosen.size() - 1) / chosen.size();
        long first = (long) number * chosen.size() + 1;
        return new Shown(rows, found.total(), number, pages, first, first + rows.size() - 1);
    }
}
