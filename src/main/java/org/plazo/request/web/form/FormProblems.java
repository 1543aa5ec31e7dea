package org.plazo.request.web.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plazo.request.web.form.RequestFormView.Problem;

/** What is wrong with a form: told at each field, and together in the order of the form. */
final class FormProblems {

    private final Map<String, String> untold;
    private final List<Problem> told = new ArrayList<>();

    /** @param reasons in words, by the names of fields */
    FormProblems(Map<String, String> reasons) {
        this.untold = new LinkedHashMap<>(reasons);
    }

    /** What is wrong with a field, which is thereby told; null if nothing is. */
    @Nullable
    String take(String name, String id, String label) {
        String reason = untold.remove(name);
        if (reason != null) {
            told.add(new Problem(id, label, reason));
        }
        return reason;
    }

    /** Everything, at last also what no field of the form was asked for. */
    List<Problem> all(FormWords words) {
        List<Problem> all = new ArrayList<>(told);
        untold.forEach((name, reason) -> all.add(new Problem(null, words.label(name), reason)));
        return List.copyOf(all);
    }
}
