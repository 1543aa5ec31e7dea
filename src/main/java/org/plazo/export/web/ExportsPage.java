package org.plazo.export.web;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plazo.export.ExportRecord;
import org.plazo.export.ExportedList;
import org.plazo.export.Exports;
import org.plazo.security.CurrentActor;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who took which list away, for auditors and administrators. */
@Controller
class ExportsPage {

    private static final int SIZE = 50;

    private final Exports exports;
    private final UserDirectory users;
    private final CurrentActor actor;
    private final MessageSource messages;

    ExportsPage(Exports exports, UserDirectory users, CurrentActor actor, MessageSource messages) {
        this.exports = exports;
        this.users = users;
        this.actor = actor;
        this.messages = messages;
    }

    /** @param narrowedBy the query of its list, readable */
    public record Row(ExportRecord export, String actorName, String narrowedBy) {}

    /** The rows that are shown; {@code number} counts pages from 0. */
    public record Shown(List<Row> rows, long total, int number, long pages) {}

    @GetMapping("/exports")
    String list(@RequestParam(defaultValue = "0") int page, Locale locale, Model model) {
        NarrowedBy narrowedBy = new NarrowedBy(messages, locale, readsTexts());
        int number = Math.min(Math.max(page, 0), 1_000_000);
        long total = exports.count();
        Map<String, String> names = new HashMap<>();
        List<Row> rows = exports.list(number, SIZE).stream()
                .map(export -> new Row(
                        export, names.computeIfAbsent(export.actor(), this::name), narrowedBy.of(export.query())))
                .toList();
        model.addAttribute("page", new Shown(rows, total, number, (total + SIZE - 1) / SIZE));
        return "export/list";
    }

    @GetMapping("/exports.csv")
    ResponseEntity<InputStreamResource> file(Locale locale) {
        NarrowedBy narrowedBy = new NarrowedBy(messages, locale, readsTexts());
        List<String> header = List.of(
                word("export.list.number", locale),
                word("export.list.time", locale),
                word("export.list.who", locale),
                word("export.list.what", locale),
                word("export.list.narrowed", locale),
                word("export.list.rows", locale),
                word("export.list.hash", locale));
        ExportedList list = new ExportedList(
                "exports",
                "",
                ExportedList.separator(locale),
                header,
                taker -> exports.each(export -> taker.accept(Arrays.asList(
                        export.id(),
                        export.madeAt(),
                        export.actor(),
                        word("export.of." + export.list(), locale),
                        narrowedBy.of(export.query()),
                        export.rows(),
                        export.sha256()))));
        return exports.make(list, actor.get(), ZoneOffset.UTC).answer();
    }

    /** An administrator keeps the system, and need not know what the cases are about. */
    private boolean readsTexts() {
        return actor.get().hasAny(Role.AUDITOR);
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private String name(String userId) {
        return users.find(userId).map(UserProfile::displayName).orElse(userId);
    }
}
