package org.plazo.request.web.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plazo.export.ExportedList;
import org.plazo.export.Exports;
import org.plazo.request.InvalidInput;
import org.plazo.request.Parties;
import org.plazo.request.imports.ImportJob;
import org.plazo.request.imports.ImportJobs;
import org.plazo.request.imports.ImportNotFound;
import org.plazo.request.imports.ImportNotPossible;
import org.plazo.request.imports.ImportReport;
import org.plazo.request.imports.ImportSettings;
import org.plazo.request.imports.ImportTooLarge;
import org.plazo.request.imports.RegisterImport;
import org.plazo.request.web.words.PageWords;
import org.plazo.security.BodyLimit;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports for people: hand a file in, see what is in it and what is wrong with it, store it, watch it being stored. */
@Controller
@RequestMapping(ImportPage.PATH)
class ImportPage {

    static final String PATH = "/imports";

    private static final int LATEST = 50;
    private static final int SHOWN_REQUESTS = 100;

    private final RegisterImport imports;
    private final ImportJobs jobs;
    private final ImportSettings settings;
    private final Exports exports;
    private final Parties parties;
    private final UserDirectory users;
    private final CurrentActor actor;
    private final MessageSource messages;

    ImportPage(
            RegisterImport imports,
            ImportJobs jobs,
            ImportSettings settings,
            Exports exports,
            Parties parties,
            UserDirectory users,
            CurrentActor actor,
            MessageSource messages) {
        this.imports = imports;
        this.jobs = jobs;
        this.settings = settings;
        this.exports = exports;
        this.parties = parties;
        this.users = users;
        this.actor = actor;
        this.messages = messages;
    }

    /**
     * What is wrong in a file.
     *
     * @param column its name as it stands in the file; null if the whole line is meant
     */
    public record Problem(
            long line, @Nullable String column, @Nullable String value, String reason) {}

    @GetMapping
    String list(Locale locale, Model model) {
        return list(model);
    }

    /** Where a form is sent back from that was too large to be read at all. */
    @GetMapping(params = BodyLimit.TOO_LARGE)
    String tooLarge(Locale locale, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        model.addAttribute("refused", words(locale).of("imports.refused.bytes", megabytes()));
        return list(model);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String check(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        PageWords words = words(locale);
        try {
            if (file == null
                    || file.getOriginalFilename() == null
                    || file.getOriginalFilename().isEmpty()) {
                throw new InvalidInput("file", "is missing");
            }
            if (file.getSize() > settings.maxFile().toBytes()) {
                throw new ImportTooLarge(words.of("imports.refused.bytes", megabytes()));
            }
            ImportJob job = imports.check(file, file.getOriginalFilename(), actor.get());
            return "redirect:" + PATH + "/" + job.id();
        } catch (InvalidInput wrong) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refused", refusal(wrong, words));
        } catch (ImportTooLarge large) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            model.addAttribute("refused", words.of("imports.refused.rows", settings.mostRows(), megabytes()));
        }
        return list(model);
    }

    private static String refusal(InvalidInput wrong, PageWords words) {
        return words.of(wrong.field().equals("file") ? "imports.refused.none" : "imports.refused.name");
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "0") int page, Locale locale, Model model) {
        ImportJob job = jobs.get(id, actor.get());
        PageWords words = words(locale);
        model.addAttribute("job", job);
        model.addAttribute("names", names(List.of(job)));
        model.addAttribute(
                "problems",
                jobs.problems(id, ImportReport.MOST_PROBLEMS, actor.get()).stream()
                        .map(problem -> shown(problem, words))
                        .toList());
        model.addAttribute("mostKept", ImportReport.MOST_KEPT);
        int number = Math.min(Math.max(page, 0), 1_000_000);
        model.addAttribute("requests", jobs.requests(id, number, SHOWN_REQUESTS, actor.get()));
        model.addAttribute("page", number);
        model.addAttribute("pages", (job.created() + SHOWN_REQUESTS - 1) / SHOWN_REQUESTS);
        return "imports/import";
    }

    @PostMapping("/{id}/start")
    String start(@PathVariable long id, @RequestParam(defaultValue = "false") boolean skipInvalid) {
        jobs.start(id, skipInvalid, actor.get());
        return "redirect:" + PATH + "/" + id;
    }

    @PostMapping("/{id}/stop")
    String stop(@PathVariable long id) {
        jobs.stop(id, actor.get());
        return "redirect:" + PATH + "/" + id;
    }

    @GetMapping("/{id}/problems.csv")
    ResponseEntity<InputStreamResource> problems(@PathVariable long id, Locale locale) {
        PageWords words = words(locale);
        List<ImportReport.Problem> problems = jobs.problems(id, ImportReport.MOST_KEPT, actor.get());
        ExportedList list = new ExportedList(
                "import-problems",
                "import=" + id,
                ExportedList.separator(locale),
                List.of(
                        words.of("imports.line"),
                        words.of("imports.column"),
                        words.of("imports.value"),
                        words.of("imports.reason")),
                taker -> problems.forEach(each -> {
                    Problem problem = shown(each, words);
                    taker.accept(Arrays.asList(problem.line(), problem.column(), problem.value(), problem.reason()));
                }));
        return exports.make(list, actor.get(), parties.home().zone()).answer();
    }

    private static Problem shown(ImportReport.Problem problem, PageWords words) {
        return new Problem(
                problem.line(), problem.column(), problem.value(), ImportProblemWords.of(problem.reason(), words));
    }

    private String list(Model model) {
        List<ImportJob> latest = jobs.latest(LATEST, actor.get());
        model.addAttribute("jobs", latest);
        model.addAttribute("names", names(latest));
        model.addAttribute("mostRows", settings.mostRows());
        model.addAttribute("megabytes", megabytes());
        return "imports/list";
    }

    /** The names of who imported, by user id; those who are no longer there keep their id. */
    private Map<String, String> names(List<ImportJob> of) {
        Map<String, String> names = new LinkedHashMap<>(users.namesInRole(Role.HANDLER));
        names.putAll(users.namesInRole(Role.ADMIN));
        of.forEach(job -> names.putIfAbsent(job.startedBy(), job.startedBy()));
        return Collections.unmodifiableMap(names);
    }

    private long megabytes() {
        return settings.maxFile().toMegabytes();
    }

    private PageWords words(Locale locale) {
        return new PageWords(messages, locale);
    }

    @ExceptionHandler(ImportNotFound.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** It has gone on since its page was shown: the page says how it stands. */
    @ExceptionHandler(ImportNotPossible.class)
    String goneOn(ImportNotPossible late) {
        return "redirect:" + PATH + "/" + late.id();
    }
}
