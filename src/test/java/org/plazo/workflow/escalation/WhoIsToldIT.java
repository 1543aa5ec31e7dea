package org.plazo.workflow.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plazo.support.SecretRequests.CONFIDENTIAL;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.DeadlineKind;
import org.plazo.request.RequestCommands;
import org.plazo.security.Actor;
import org.plazo.security.GroupDirectory;
import org.plazo.security.Role;
import org.plazo.support.PlazoIT;
import org.plazo.support.SecretRequests;
import org.plazo.workflow.process.RequestWorld;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An escalation of a request that few may know of, from the timer to the outbox: each test has a circle of its own. */
@PlazoIT
class WhoIsToldIT {

    @Autowired
    private SecretRequests secrets;

    @Autowired
    private RequestWorld world;

    @Autowired
    private RequestCommands commands;

    @Autowired
    private GroupDirectory groups;

    @Autowired
    private UnheardSteps unheard;

    @Autowired
    private EscalationHealthIndicator health;

    @Autowired
    private JdbcClient jdbc;

    private String reference;

    @BeforeEach
    void makeCircles() {
        List.of("zzreview", "zzmanager", "zzhead", "zznobody", "zzlater", "zzlost")
                .forEach(id -> groups.ensure(id, id));
    }

    @AfterEach
    void leaveNothingUnheard() {
        world.resetClock();
        commands.withdraw(reference, "Fin de la prueba", Actor.SYSTEM);
    }

    @Test
    void tellsThoseOfTheStepWhoMayKnow() {
        secrets.user("zzreviewer", Role.REVIEWER, "confidential", "zzreview");
        secrets.user("zzreviewmanager", Role.MANAGER, "confidential", "zzreview");
        reviewOverdueIn("ZZREVIEW");

        assertThat(recipients()).containsExactly("zzreviewer");
        assertThat(world.ledger(reference, "ESCALATION_UNHEARD")).isZero();
    }

    @Test
    void goesUpToAManagerWhoMayKnow() {
        secrets.user("zzthemanager", Role.MANAGER, "confidential", "zzmanager");
        secrets.user("zzmanagershead", Role.HEAD, "confidential", "zzmanager");
        // reaches the circle, not the level
        secrets.user("zzlowreviewer", Role.REVIEWER, "zzmanager");
        reviewOverdueIn("ZZMANAGER");

        assertThat(recipients()).containsExactly("zzthemanager");
    }

    @Test
    void goesUpToAHeadWhereNoManagerMayKnow() {
        secrets.user("zzthehead", Role.HEAD, "confidential", "zzhead");
        secrets.user("zzheadauditor", Role.AUDITOR, "confidential", "zzhead");
        reviewOverdueIn("ZZHEAD");

        assertThat(recipients()).containsExactly("zzthehead");
    }

    @Test
    void saysSoWhenNobodyMayKnow() {
        reviewOverdueIn("ZZNOBODY");

        assertThat(recipients()).isEmpty();
        assertThat(world.steps(reference)).contains("REVIEW.OVERDUE");
        assertThat(world.ledger(reference, "ESCALATION_UNHEARD")).isEqualTo(1);
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        unheard.tryAgain();
        assertThat(recipients()).isEmpty();
        assertThat(world.ledger(reference, "ESCALATION_UNHEARD"))
                .as("said once")
                .isEqualTo(1);
    }

    @Test
    void tellsTheFirstWhoMayKnowLater() {
        reviewOverdueIn("ZZLATER");
        assertThat(recipients()).isEmpty();

        secrets.user("zzlaterreviewer", Role.REVIEWER, "confidential", "zzlater");
        unheard.tryAgain();
        unheard.tryAgain();
        assertThat(recipients()).containsExactly("zzlaterreviewer");
        assertThat(world.ledger(reference, "ESCALATION_UNHEARD")).isEqualTo(1);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void noticesWhenThoseWhoWereToBeToldMayNotKnowAnyMore() {
        secrets.user("zzlostreviewer", Role.REVIEWER, "confidential", "zzlost");
        reviewOverdueIn("ZZLOST");
        assertThat(recipients()).containsExactly("zzlostreviewer");
        // what the sender does with a matter that its recipient may not know of
        jdbc.sql("update notification set state = 'SUPPRESSED', reason = 'NOT_PERMITTED' where request_id = ?")
                .param(world.request(reference).id())
                .update();

        unheard.tryAgain();
        assertThat(world.ledger(reference, "ESCALATION_UNHEARD")).isEqualTo(1);
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        secrets.user("zzlosthead", Role.HEAD, "confidential", "zzlost");
        jdbc.sql("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'zzlostreviewer'")
                .update();
        unheard.tryAgain();
        assertThat(recipients()).containsExactly("zzlosthead", "zzlostreviewer");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private void reviewOverdueIn(String circle) {
        reference = secrets.submitted("Círculo " + circle, CONFIDENTIAL, circle);
        world.at(world.deadline(reference, DeadlineKind.REVIEW).dueAt().plusSeconds(3600), reference);
    }

    private List<String> recipients() {
        return jdbc.sql("select distinct recipient from notification where request_id = ? order by recipient")
                .param(world.request(reference).id())
                .query(String.class)
                .list();
    }
}
