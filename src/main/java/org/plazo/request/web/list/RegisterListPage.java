package org.plazo.request.web.list;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plazo.request.InvalidInput;
import org.plazo.request.Parties;
import org.plazo.request.RegisterPage;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RegisterSort;
import org.plazo.request.web.bulk.BulkAddress;
import org.plazo.request.web.filter.FilterParameters;
import org.plazo.request.web.filter.ListAddress;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The register as a list with filters; its address says all of what is shown. */
@Controller
class RegisterListPage {

    static final String PATH = "/requests";

    private static final List<Integer> SIZES = List.of(25, 50, 100, FilterParameters.LARGEST_PAGE);

    private final RegisterQueries register;
    private final Parties parties;
    private final UserDirectory users;
    private final MessageSource messages;
    private final CurrentActor actor;
    private final Clock clock;

    RegisterListPage(
            RegisterQueries register,
            Parties parties,
            UserDirectory users,
            MessageSource messages,
            CurrentActor actor,
            Clock clock) {
        this.register = register;
        this.parties = parties;
        this.users = users;
        this.messages = messages;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * The rows that are shown; {@code number} counts pages from 0, {@code first} and {@code last} rows from 1.
     *
     * @param previous address of the page before; null on the first, like {@code next} on the last
     */
    public record Shown(
            List<PageRow> rows,
            long total,
            int number,
            long pages,
            long first,
            long last,
            @Nullable String previous,
            @Nullable String next) {

        /** Whether there are rows, but none on this page. */
        public boolean isBeyond() {
            return rows.isEmpty() && total > 0;
        }
    }

    @GetMapping(PATH)
    String list(
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        FilterParameters given = new FilterParameters(parameters, parties);
        ListAddress address = ListAddress.of(PATH, parameters);
        PageWords words = new PageWords(messages, locale);
        Map<String, String> handlers = users.namesInRole(Role.HANDLER);
        model.addAttribute("address", address);
        model.addAttribute("filters", ListFilters.of(address, new PageNames(parties, locale), handlers, words));
        model.addAttribute("handlers", handlers);
        model.addAttribute("sizes", SIZES);
        model.addAttribute("many", BulkAddress.of(address, actor.get()));
        model.addAttribute("longestText", FilterParameters.LONGEST_TEXT);
        try {
            RegisterSort sort = given.sort();
            model.addAttribute("size", given.size());
            model.addAttribute("file", address.at("/requests.csv").toString());
            model.addAttribute("sort", new ListSort(sort, address));
            model.addAttribute("page", shown(given, sort, address, locale));
            if (htmx != null) {
                response.setHeader("HX-Push-Url", address.toString());
            }
        } catch (InvalidInput wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("size", FilterParameters.USUAL_PAGE);
            model.addAttribute("refused", ListFilters.label(wrong.field(), words));
        }
        return "requests/list";
    }

    private Shown shown(FilterParameters given, RegisterSort sort, ListAddress address, Locale locale) {
        int number = given.page();
        int size = given.size();
        RegisterPage found = register.list(given.filter(), sort, number, size);
        Instant now = clock.instant();
        List<PageRow> rows = found.items().stream()
                .map(row -> PageRow.of(row, parties, locale, now))
                .toList();
        long pages = (found.total() + size - 1) / size;
        long first = (long) number * size + 1;
        return new Shown(
                rows,
                found.total(),
                number,
                pages,
                first,
                first + rows.size() - 1,
                number == 0 || pages == 0
                        ? null
                        : address.page(Math.min(number, pages) - 1).toString(),
                number + 1 < pages ? address.page(number + 1L).toString() : null);
    }
}
