package org.plazo.request.web.list;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plazo.export.ExportedList;
import org.plazo.export.Exports;
import org.plazo.request.InvalidInput;
import org.plazo.request.Parties;
import org.plazo.request.RegisterQueries;
import org.plazo.request.web.filter.FilterParameters;
import org.plazo.request.web.filter.ListAddress;
import org.plazo.request.web.filter.RegisterExport;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the register's pages show, to take away in the reader's words. */
@Controller
class FilesPage {

    private final RegisterExport export;
    private final RegisterQueries register;
    private final Exports exports;
    private final Parties parties;
    private final UserDirectory users;
    private final CurrentActor actor;
    private final MessageSource messages;
    private final Clock clock;

    FilesPage(
            RegisterExport export,
            RegisterQueries register,
            Exports exports,
            Parties parties,
            UserDirectory users,
            CurrentActor actor,
            MessageSource messages,
            Clock clock) {
        this.export = export;
        this.register = register;
        this.exports = exports;
        this.parties = parties;
        this.users = users;
        this.actor = actor;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/requests.csv")
    ResponseEntity<InputStreamResource> list(@RequestParam Map<String, String> parameters, Locale locale) {
        PageWords words = new PageWords(messages, locale);
        RequestWordsCsv csv = new RequestWordsCsv(
                new PageNames(parties, locale),
                words,
                users.namesInRole(Role.HANDLER),
                parties.home().zone(),
                clock.instant());
        return export.answer(parameters, ExportedList.separator(locale), csv.header(), csv::cells);
    }

    /** The numbers of the charts, of whatever the list is narrowed to. */
    @GetMapping("/requests/counts.csv")
    ResponseEntity<InputStreamResource> counts(@RequestParam Map<String, String> parameters, Locale locale) {
        PageWords words = new PageWords(messages, locale);
        FilterParameters given = new FilterParameters(parameters, parties);
        List<Chart> charts = new Charts(parties, words)
                .all(register.counts(given.filter()), ListAddress.of(RegisterListPage.PATH, parameters));
        ExportedList list = new ExportedList(
                "counts",
                ListAddress.of("", parameters).query(),
                ExportedList.separator(locale),
                List.of(
                        words.of("pages.export.grouping"),
                        words.of("pages.export.code"),
                        words.of("pages.export.name"),
                        words.of("pages.chart.number")),
                taker -> charts.forEach(chart -> chart.bars()
                        .forEach(bar -> taker.accept(List.of(
                                words.of("pages.filter." + chart.name()), bar.code(), bar.label(), bar.count())))));
        return exports.make(list, actor.get(), parties.home().zone()).answer();
    }

    /** The list itself says which filter is wrong. */
    @ExceptionHandler(InvalidInput.class)
    ModelAndView wrong() {
        return new ModelAndView("forward:" + RegisterListPage.PATH);
    }
}
