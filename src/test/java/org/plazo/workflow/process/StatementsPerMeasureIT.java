package org.plazo.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plazo.request.IncomingCommands;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.Settlement;
import org.plazo.request.Urgency;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each further measure of an incoming request costs the database, engine included; H2 itself counts. */
@PlazoIT
class StatementsPerMeasureIT {

    private static final int FEW = 2;
    private static final int MANY = 42;

    @Autowired
    private RequestWorld world;

    @Autowired
    private IncomingCommands incoming;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void receivesHoweverMuchIsSoughtForTheSame() {
        world.received(Urgency.ROUTINE, FEW);
        long few = statements(() -> world.received(Urgency.ROUTINE, FEW));
        long many = statements(() -> world.received(Urgency.ROUTINE, MANY));
        assertThat(few).isLessThan(180);
        assertThat((double) (many - few) / (MANY - FEW)).isLessThan(3);
    }

    @Test
    void makesATaskForEachMeasureWithABoundedNumber() {
        long few = assigned(FEW);
        long many = assigned(MANY);
        assertThat((double) (many - few) / (MANY - FEW)).isLessThan(30);
    }

    private long assigned(int measures) {
        String reference = world.admitted(Urgency.ROUTINE, measures);
        return statements(() -> incoming.assignAgency(reference, "AGR", null, RequestWorld.HANDLER));
    }

    /** One measure done costs the same among many. */
    @Test
    void completesOneTaskOfManyForTheSame() {
        long few = executed(FEW);
        long many = executed(MANY);
        assertThat((double) (many - few) / (MANY - FEW)).isLessThan(2);
    }

    private long executed(int measures) {
        String reference = world.inExecution(Urgency.ROUTINE, measures);
        return statements(() -> incoming.recordExecution(
                reference, Map.of(2, Settlement.of(MeasureOutcome.EXECUTED)), RequestWorld.HANDLER));
    }

    private long statements(Runnable command) {
        jdbc.sql("set query_statistics_max_entries 1000").update();
        jdbc.sql("set query_statistics true").update();
        try {
            command.run();
            return jdbc.sql("select sum(execution_count) from information_schema.query_statistics")
                    .query(Long.class)
                    .single();
        } finally {
            jdbc.sql("set query_statistics false").update();
        }
    }
}
