package org.plazo.workflow.policy;

import java.util.Set;
import org.plazo.workflow.DecisionContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the product asks its decision tables, and what it reads from them. */
@Configuration(proxyBeanMethods = false)
class TableContracts {

    private static final Set<String> INPUTS = Set.of("direction", "kind", "urgency");

    @Bean
    DecisionContract timeLimits() {
        return new DecisionContract(
                Policies.TIME_LIMITS,
                INPUTS,
                Set.of("amount", "unit", "convention", "calendars", "zone", "timeOfDay", "basis", "maxExtensionDays"));
    }

    @Bean
    DecisionContract escalationLadder() {
        return new DecisionContract(
                Policies.LADDER,
                INPUTS,
                Set.of("step", "level", "amount", "unit", "recipients", "outward", "heldBack"));
    }
}
