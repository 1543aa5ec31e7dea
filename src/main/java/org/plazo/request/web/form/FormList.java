package org.plazo.request.web.form;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plazo.request.CodeList;
import org.plazo.request.FurtherReference;
import org.plazo.request.NewRequest;
import org.plazo.request.RequestField.Type;
import org.plazo.request.RequestSubject;

/** The lists in the form of a request, row by row; each is named as in the API. */
enum FormList {
    REFERENCES(
            new Column("side", Type.CODE, null, 20, true),
            new Column("type", Type.CODE, CodeList.REFERENCE_TYPES, 40, true),
            new Column("number", Type.LINE, null, FurtherReference.LONGEST_NUMBER, true),
            new Column("issuer", Type.LINE, null, FurtherReference.LONGEST_ISSUER, false)),
    /** A measure is one text without a name of its own. */
    MEASURES(new Column("", Type.LINE, null, NewRequest.LONGEST_MEASURE, true)),
    SUBJECTS(
            new Column("kind", Type.CODE, CodeList.SUBJECT_KINDS, 40, true),
            new Column("name", Type.LINE, null, RequestSubject.LONGEST_NAME, true),
            new Column("role", Type.LINE, null, RequestSubject.LONGEST_ROLE, false),
            new Column("identifiers", Type.TEXT, null, RequestSubject.LONGEST_IDENTIFIERS, false),
            new Column("details", Type.TEXT, null, RequestSubject.LONGEST_DETAILS, false));

    /** As many rows as are read, wanted or not. */
    static final int MOST_ROWS = 200;

    private final List<Column> columns;

    FormList(Column... columns) {
        this.columns = List.of(columns);
    }

    /** @param codes null for what is no code, and for the side of a reference */
    record Column(String name, Type type, @Nullable CodeList codes, int longest, boolean mandatory) {}

    List<Column> columns() {
        return columns;
    }

    String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it stands on the paper, which nobody changes any more once it is approved. */
    boolean isOnPaper() {
        return this != REFERENCES;
    }

    /** The name of one value, such as {@code references[0].type}. */
    String nameOf(int row, Column column) {
        return apiName() + "[" + row + "]" + (column.name().isEmpty() ? "" : "." + column.name());
    }
}
