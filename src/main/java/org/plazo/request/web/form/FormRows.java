package org.plazo.request.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plazo.request.RequestField;
import org.plazo.request.web.form.RequestFormView.Choice;
import org.plazo.request.web.form.RequestFormView.Input;
import org.plazo.request.web.form.RequestFormView.Row;
import org.plazo.request.web.form.RequestFormView.Rows;

/** Makes the lists of a form, row by row. */
record FormRows(
        RequestForm form, FormComparison comparison, FormProblems problems, FormChoices choices, FormWords words) {

    Rows of(FormList list) {
        String name = list.apiName();
        String label = words.label(name);
        if (comparison.isFixed(list.isOnPaper())) {
            return new Rows(name, label, List.of(), comparison.registered(list), null, null, null);
        }
        String error = problems.take(name, name, label);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < form.rows(list).size(); i++) {
            rows.add(row(list, i));
        }
        return new Rows(name, label, rows, null, words.hint(name), error, comparison.now(list));
    }

    private Row row(FormList list, int index) {
        Map<String, String> cells = form.rows(list).get(index);
        List<Input> inputs = list.columns().stream()
                .map(column -> cell(list, index, column, cells.getOrDefault(column.name(), "")))
                .toList();
        return new Row(index + 1, inputs);
    }

    private Input cell(FormList list, int index, FormList.Column column, String value) {
        String name = list.nameOf(index, column);
        String what = list.apiName() + (column.name().isEmpty() ? "" : "." + column.name());
        String label = words.words().of("pages.form.column." + what, index + 1);
        boolean code = column.type() == RequestField.Type.CODE;
        List<Choice> offered = code ? choices.of(column, value) : List.of();
        return new Input(
                name,
                Input.idOf(name),
                label,
                code ? "select" : column.type().name().toLowerCase(Locale.ROOT),
                column.mandatory(),
                value,
                offered,
                column.longest(),
                null,
                column.name().isEmpty() ? null : words.hint(what),
                problems.take(name, Input.idOf(name), words.label(list.apiName()) + " " + (index + 1) + ", " + label),
                null);
    }
}
