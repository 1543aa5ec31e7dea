package org.plazo.request.rows;

import java.util.EnumMap;
import java.util.Map;
import org.plazo.request.ClockState;
import org.plazo.request.DeadlineKind;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what of a request's clocks decides what can be done to it, whichever of them the register shows. */
@Component
public class ClockStandings {

    private final JdbcClient jdbc;

    ClockStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param paused whether the clock of the response stands still; what is owed is reason enough
     * @param owed whether the other side waits for something from us
     */
    public record ClockStanding(boolean paused, boolean owed) {

        /** Of a request whose clocks have not begun. */
        public static final ClockStanding NONE = new ClockStanding(false, false);
    }

    public ClockStanding of(long requestId) {
        Map<DeadlineKind, ClockState> unstopped = new EnumMap<>(DeadlineKind.class);
        jdbc.sql("select kind, state from deadline where request_id = ? and state <> 'STOPPED'")
                .param(requestId)
                .query((RowCallbackHandler) row -> unstopped.put(
                        DeadlineKind.valueOf(row.getString("kind")), ClockState.valueOf(row.getString("state"))));
        boolean owed = unstopped.containsKey(DeadlineKind.SUPPLY);
        return new ClockStanding(owed || unstopped.get(DeadlineKind.RESPONSE) == ClockState.PAUSED, owed);
    }
}
