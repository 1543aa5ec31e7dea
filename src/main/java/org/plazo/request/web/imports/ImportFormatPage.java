package org.plazo.request.web.imports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plazo.request.CodeList;
import org.plazo.request.Parties;
import org.plazo.request.RequestField;
import org.plazo.request.imports.ImportFormat;
import org.plazo.request.web.words.PageNames;
import org.plazo.request.web.words.PageNames.Named;
import org.plazo.request.web.words.PageWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a file to import may hold, column by column with the codes of this installation, in the reader's words. */
@Controller
class ImportFormatPage {

    private final Parties parties;
    private final MessageSource messages;

    ImportFormatPage(Parties parties, MessageSource messages) {
        this.parties = parties;
        this.messages = messages;
    }

    /**
     * A column.
     *
     * @param what what stands there, in words
     * @param codes those that may stand there; empty if it takes none
     */
    public record Column(String name, boolean required, String title, String what, List<Named> codes) {}

    @GetMapping(ImportPage.PATH + "/format")
    String show(Locale locale, Model model) {
        PageWords words = new PageWords(messages, locale);
        model.addAttribute(
                "columns",
                ImportFormat.columns().stream()
                        .map(column -> column(column, words))
                        .toList());
        return "imports/format";
    }

    private Column column(ImportFormat.Column column, PageWords words) {
        RequestField field = column.field();
        PageNames names = new PageNames(parties, words.locale());
        CodeList list = field == null ? listOf(column.name()) : field.codes();
        return new Column(
                column.name(),
                column.required(),
                words.of(field == null ? "imports.column." + column.name() : "request.field." + column.name()),
                field == null
                        ? words.of("imports.what." + column.name())
                        : words.of("imports.type." + field.type(), field.longest()),
                list == null ? List.of() : names.of(list));
    }

    private static @Nullable CodeList listOf(String column) {
        return switch (column) {
            case "references" -> CodeList.REFERENCE_TYPES;
            case "subjects" -> CodeList.SUBJECT_KINDS;
            case "needToKnow" -> CodeList.NEED_TO_KNOW;
            case "measureOutcomes" -> CodeList.GROUNDS;
            case "channel" -> CodeList.CHANNELS;
            default -> null;
        };
    }
}
