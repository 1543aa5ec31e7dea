package org.plazo.request.web.list;

import org.plazo.request.RegisterSort;
import org.plazo.request.web.filter.ListAddress;

/** How the columns of a list are ordered now, and where their headings lead. */
public record ListSort(RegisterSort now, ListAddress address) {

    /** The value of aria-sort for a column; the age counts the other way round than the dispatch. */
    public String aria(String key) {
        RegisterSort.Key column = key(key);
        if (now.key() != column) {
            return "none";
        }
        return now.descending() == (column == RegisterSort.Key.DISPATCH) ? "ascending" : "descending";
    }

    /** The list ordered by a column; by the one that it is ordered by already: the other way round. */
    public String by(String key) {
        RegisterSort.Key column = key(key);
        boolean turned = now.key() == column && !now.descending();
        return address.with("sort", new RegisterSort(column, turned).text()).toString();
    }

    private static RegisterSort.Key key(String key) {
        return RegisterSort.of(key).orElseThrow().key();
    }
}
