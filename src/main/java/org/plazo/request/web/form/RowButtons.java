package org.plazo.request.web.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.web.form.RequestFormView.Input;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The buttons of a form that give a list a row more or less. */
final class RowButtons {

    private static final Pattern ROW = Pattern.compile("([a-z]+)\\[(\\d{1,3})]");

    private RowButtons() {}

    /** Whether the form was sent only to have a row more or less. */
    static boolean pressed(RequestForm form, MultiValueMap<String, String> typed, Model model) {
        String more = typed.getFirst("more");
        Optional<FormList> longer = list(more);
        if (longer.isPresent()) {
            FormList list = longer.get();
            form.addRow(list);
            int row = form.rows(list).size() - 1;
            model.addAttribute(
                    "focus", Input.idOf(list.nameOf(row, list.columns().get(0))));
            return true;
        }
        Matcher row = ROW.matcher(String.valueOf(typed.getFirst("less")));
        if (row.matches() && list(row.group(1)).isPresent()) {
            form.removeRow(list(row.group(1)).get(), Integer.parseInt(row.group(2)));
            model.addAttribute("focus", row.group(1) + "-more");
            return true;
        }
        return false;
    }

    private static Optional<FormList> list(@Nullable String name) {
        return Stream.of(FormList.values())
                .filter(list -> list.apiName().equals(name))
                .findFirst();
    }
}
