package org.plazo.request.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.CodeList;
import org.plazo.request.RequestCommand;
import org.plazo.request.web.PageNames.Named;

/** The form of one command on the request's page. */
public record CommandPageForm(String name, List<Field> fields) {

    /**
     * One field.
     *
     * @param type text, textarea, datetime-local, select or radio
     * @param choices of a select or of radio buttons, else null
     */
    public record Field(
            String name,
            String type,
            boolean required,
            @Nullable List<Named> choices,
            @Nullable String hint) {

        public boolean isRadio() {
            return type.equals("radio");
        }
    }

    /**
     * Why a form came back.
     *
     * @param field the field that is wrong; null if it is the whole command
     * @param reason what is wrong with the field
     * @param message what is said on top of the page
     */
    public record Refusal(
            String command,
            @Nullable String field,
            @Nullable String reason,
            String message,
            Map<String, String> typed) {

        public String typed(String name) {
            return typed.getOrDefault(name, "");
        }
    }

    static CommandPageForm of(RequestCommand command, PageNames names, PageWords words, String zone) {
        return new CommandPageForm(
                command.apiName(),
                switch (command) {
                    case SUBMISSION -> List.of();
                    case REVIEW ->
                        List.of(
                                radio("approved", List.of("true", "false"), words),
                                text("reason", words.of("pages.field.reason.review")));
                    case CORRECTION -> List.of(text("note", null));
                    case DISPATCH ->
                        List.of(at(words, zone), new Field("channel", "select", false, names.channels(), null));
                    case ACKNOWLEDGEMENT ->
                        List.of(at(words, zone), new Field("theirReference", "text", false, null, null));
                    case INTERIM_REPLY, RESPONSE -> List.of(at(words, zone), text("note", null));
                    case ASSESSMENT ->
                        List.of(
                                radio(
                                        "outcome",
                                        List.of(
                                                AssessmentOutcome.COMPLETE.name(),
                                                AssessmentOutcome.PARTIAL.name(),
                                                AssessmentOutcome.INSUFFICIENT.name()),
                                        words),
                                text("reason", words.of("pages.field.reason.assessment")));
                    case CLOSURE ->
                        List.of(
                                new Field("outcome", "select", true, names.closingOutcomes(words), null),
                                new Field("ground", "select", false, names.of(CodeList.GROUNDS), null),
                                text("reasons", words.of("pages.field.reasons.hint")),
                                new Field("reason", "textarea", true, null, null));
                    case ASSIGNMENT -> List.of(new Field("handler", "text", true, null, null), text("reason", null));
                    case WITHDRAWAL -> List.of(new Field("reason", "textarea", true, null, null));
                });
    }

    private static Field at(PageWords words, String zone) {
        return new Field("at", "datetime-local", false, null, words.of("pages.field.at.hint", zone));
    }

    private static Field text(String name, @Nullable String hint) {
        return new Field(name, "textarea", false, null, hint);
    }

    private static Field radio(String name, List<String> codes, PageWords words) {
        List<Named> choices = codes.stream()
                .map(code -> new Named(code, words.of("pages.field." + name + "." + code)))
                .toList();
        return new Field(name, "radio", true, choices, null);
    }
}
