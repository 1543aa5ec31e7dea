package org.plazo.workflow.escalation;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * {@code escalation}: out of service while there are steps that nobody could be told of, because none of the people concerned
 * may know of the request. An administrator puts somebody into the group, or somebody who sees it lowers the level.
 */
@Component
class EscalationHealthIndicator extends AbstractHealthIndicator {

    private static final int COUNTED = 1_000;

    private final EscalationSteps steps;

    EscalationHealthIndicator(EscalationSteps steps) {
        super("The table of escalation steps cannot be read");
        this.steps = steps;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        int unheard = steps.unheard(COUNTED).size();
        (unheard == 0 ? health.up() : health.outOfService()).withDetail("stepsNobodyMayBeToldOf", unheard);
    }
}
