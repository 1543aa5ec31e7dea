package org.plazo.request.web.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plazo.request.web.words.PageNames.Named;

/**
 * The form of one command on the request's page.
 *
 * @param name of the command in addresses
 * @param title what the command is called
 * @param measures what is asked about each measure; empty unless measures get their outcomes
 */
public record CommandPageForm(String name, String title, List<Field> fields, List<MeasureFields> measures) {

    /**
     * One field.
     *
     * @param type text, textarea, date, datetime-local, number, select or radio
     * @param choices of a select or of radio buttons, else null
     */
    public record Field(
            String name,
            String type,
            boolean required,
            @Nullable List<Named> choices,
            @Nullable String hint) {

        /** What it is called, whatever it belongs to: the last part of its name. */
        public String getLabel() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        public boolean isRadio() {
            return type.equals("radio");
        }
    }

    /**
     * What became of one measure: an outcome, and what an outcome needs beside it.
     *
     * @param position from 1
     * @param known in words what is known of it so far
     * @param unsaid what it means to choose nothing
     */
    public record MeasureFields(int position, String description, String known, String unsaid, List<Field> fields) {}

    /**
     * Why a form came back.
     *
     * @param wrong what is wrong, by field; empty if it is the whole command
     * @param message what is said on top of the page
     */
    public record Refusal(String command, Map<String, String> wrong, String message, Map<String, String> typed) {

        public @Nullable String reason(String field) {
            return wrong.get(field);
        }

        public String typed(String name) {
            return typed.getOrDefault(name, "");
        }
    }
}
