package org.plazo.workflow.policy;

import java.util.List;
import java.util.Set;
import org.plazo.deadline.LimitUnit;
import org.plazo.deadline.RollConvention;
import org.plazo.deadline.TimeLimit;
import org.plazo.request.DeadlineBasis;
import org.plazo.request.Parties;
import org.plazo.request.Party;

/** Reads {@code time-limits}: which says home and counterpart, so that it stays true when the two sides are swapped. */
final class TimeLimits {

    private static final Set<LimitUnit> WITHOUT_TIME_OF_DAY = Set.of(
            LimitUnit.CLOCK_MINUTES, LimitUnit.CLOCK_HOURS, LimitUnit.BUSINESS_MINUTES, LimitUnit.BUSINESS_HOURS);

    private enum Calendars {
        HOME,
        COUNTERPART,
        BOTH,
        NONE
    }

    private enum Side {
        HOME,
        COUNTERPART
    }

    private TimeLimits() {}

    static Policy read(Table table, PolicyCase asked, Parties parties) {
        List<Row> rows = table.rows(asked);
        if (rows.size() != 1) {
            throw new TableNotUsable(table.name(), "rows for " + asked, "exactly one must fit, not " + rows.size());
        }
        Row row = rows.get(0);
        TimeLimit limit = new TimeLimit(
                positive(row),
                row.choice("unit", LimitUnit.class),
                row.choice("convention", RollConvention.class),
                calendars(row.choice("calendars", Calendars.class), parties),
                side(row.choice("zone", Side.class), parties).zone(),
                row.timeOfDay("timeOfDay"),
                null,
                row.numberOrNull("maxExtensionDays"));
        if (limit.timeOfDay() != null && WITHOUT_TIME_OF_DAY.contains(limit.unit())) {
            throw row.refused("timeOfDay", "does not go with " + limit.unit());
        }
        Integer most = limit.maxExtensionDays();
        if (most != null && (most < 0 || most > 10_000)) {
            throw row.refused("maxExtensionDays", "must be empty or 0 to 10000, not " + most);
        }
        return new Policy(limit, row.choice("basis", DeadlineBasis.class), table.name());
    }

    private static int positive(Row row) {
        int amount = row.number("amount");
        if (amount < 1) {
            throw row.refused("amount", "must be at least 1, not " + amount);
        }
        return amount;
    }

    private static List<String> calendars(Calendars calendars, Parties parties) {
        return switch (calendars) {
            case HOME -> List.of(parties.home().calendar());
            case COUNTERPART -> List.of(parties.counterpart().calendar());
            case BOTH ->
                List.of(parties.home().calendar(), parties.counterpart().calendar());
            case NONE -> List.of();
        };
    }

    private static Party side(Side side, Parties parties) {
        return side == Side.HOME ? parties.home() : parties.counterpart();
    }
}
