package org.plazo.request;

import java.util.List;

/** One page of the register; {@code total} counts the rows of all pages. */
public record RegisterPage(List<RegisterRow> items, long total) {

    public RegisterPage {
        items = List.copyOf(items);
    }
}
