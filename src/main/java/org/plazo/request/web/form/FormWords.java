package org.plazo.request.web.form;

import org.jspecify.annotations.Nullable;
import org.plazo.request.web.words.PageWords;

/** What the fields of the form are called in the reader's language. */
record FormWords(PageWords words) {

    /** The name itself if the register knows no such field. */
    String label(String name) {
        String known = words.orNull("request.field." + name);
        return known == null ? name : known;
    }

    /** Null for what needs no hint. */
    @Nullable
    String hint(String name) {
        return words.orNull("pages.form.hint." + name);
    }
}
