package org.plazo.request.imports;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plazo.request.FieldProblems;
import org.plazo.request.FurtherReference;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.Parties;
import org.plazo.request.ReferenceSide;
import org.plazo.request.RequestSubject;
import org.plazo.request.Settlement;

/**
 * Cells that hold several things, one a line of the cell or separated by vertical bars, each of parts separated by
 * semicolons. The last part may hold semicolons.
 */
final class CellLists {

    /** Something can have become of a measure only if the request was sent, or was decided on. */
    private static final Set<Lifecycle> MAY_BE_SETTLED = EnumSet.of(
            Lifecycle.AWAITING_RESPONSE,
            Lifecycle.IN_ASSESSMENT,
            Lifecycle.IN_EXECUTION,
            Lifecycle.IN_DRAFTING,
            Lifecycle.IN_CLEARANCE,
            Lifecycle.CLEARED,
            Lifecycle.CLOSED,
            Lifecycle.WITHDRAWN,
            Lifecycle.TRANSFERRED);

    /** Nothing that is sought is pending any more. */
    private static final Set<Lifecycle> ALL_SETTLED =
            EnumSet.of(Lifecycle.IN_DRAFTING, Lifecycle.IN_CLEARANCE, Lifecycle.CLEARED);

    private static final String PENDING = "PENDING";

    private final CsvRow row;
    private final FieldProblems problems;

    CellLists(CsvRow row, FieldProblems problems) {
        this.row = row;
        this.problems = problems;
    }

    List<String> measures() {
        return things(ImportColumn.MEASURES);
    }

    List<String> earlierRequests() {
        return things(ImportColumn.EARLIER_REQUESTS);
    }

    Set<String> needToKnow() {
        return new LinkedHashSet<>(things(ImportColumn.NEED_TO_KNOW));
    }

    /** Side, type, number, issuer. */
    List<FurtherReference> references() {
        return things(ImportColumn.REFERENCES).stream()
                .map(thing -> {
                    Parts parts = new Parts(thing, 4);
                    return new FurtherReference(side(parts.text(0)), parts.text(1), parts.text(2), parts.value(3));
                })
                .toList();
    }

    private ReferenceSide side(String code) {
        try {
            return ReferenceSide.valueOf(code);
        } catch (IllegalArgumentException e) {
            problems.add(
                    ImportColumn.REFERENCES.header(),
                    "must each begin with one of " + Arrays.toString(ReferenceSide.values()));
            return ReferenceSide.HOME;
        }
    }

    /** Kind, name, role, identifiers, details. */
    List<RequestSubject> subjects() {
        return things(ImportColumn.SUBJECTS).stream()
                .map(thing -> {
                    Parts parts = new Parts(thing, 5);
                    return new RequestSubject(
                            parts.text(0), parts.value(2), parts.text(1), parts.value(3), parts.value(4));
                })
                .toList();
    }

    /** Outcome, ground, reasons of each measure by its position from 1; an empty one, or PENDING, says that nothing is known yet. */
    Map<Integer, Settlement> outcomes(int measures, @Nullable Lifecycle lifecycle, Parties parties) {
        String header = ImportColumn.MEASURE_OUTCOMES.header();
        String cell = row.value(ImportColumn.MEASURE_OUTCOMES);
        Map<Integer, Settlement> outcomes = new TreeMap<>();
        if (cell == null) {
            pending(measures, lifecycle);
            return outcomes;
        }
        String[] things = cell.split("\\||\\r?\\n", -1);
        if (things.length > measures) {
            problems.add(header, "are more than the measures, of which there are " + measures);
        }
        if (lifecycle != null && !MAY_BE_SETTLED.contains(lifecycle)) {
            problems.add(header, "does not fit a request that is " + lifecycle);
        }
        for (int i = 0; i < things.length; i++) {
            Parts parts = new Parts(things[i], 3);
            MeasureOutcome outcome =
                    things[i].isBlank() || parts.text(0).equals(PENDING) ? null : outcome(parts.text(0));
            if (outcome != null) {
                Settlement settlement = new Settlement(outcome, parts.value(1), parts.value(2));
                settlement.check(header + "[" + i + "].", parties, problems);
                outcomes.put(i + 1, settlement);
            }
        }
        pending(measures - outcomes.size(), lifecycle);
        return outcomes;
    }

    /** A response is written when nothing is pending, and not while something is. */
    private void pending(int pending, @Nullable Lifecycle lifecycle) {
        String header = ImportColumn.MEASURE_OUTCOMES.header();
        if (pending > 0 && lifecycle != null && ALL_SETTLED.contains(lifecycle)) {
            problems.add(header, "is needed of every measure of a request that is " + lifecycle);
        }
        if (pending == 0 && lifecycle == Lifecycle.IN_EXECUTION) {
            problems.add(header, "must leave a measure pending if the request is " + lifecycle);
        }
    }

    private @Nullable MeasureOutcome outcome(String code) {
        try {
            return MeasureOutcome.valueOf(code);
        } catch (IllegalArgumentException e) {
            problems.add(
                    ImportColumn.MEASURE_OUTCOMES.header(),
                    "must each begin with one of " + Arrays.toString(MeasureOutcome.values()));
            return null;
        }
    }

    /** The parts of one thing; those at the end may be missing. */
    private static final class Parts {

        private final String[] parts;

        Parts(String thing, int most) {
            parts = thing.split(";", most);
        }

        @Nullable
        String value(int at) {
            return at < parts.length && !parts[at].isBlank() ? parts[at].strip() : null;
        }

        String text(int at) {
            String value = value(at);
            return value == null ? "" : value;
        }
    }

    private List<String> things(ImportColumn column) {
        return Arrays.stream(row.text(column).split("[|\\r\\n]+"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
