package org.plazo.workflow.process;

import java.util.HashSet;
import java.util.Set;
import org.plazo.request.DeadlineKind;
import org.plazo.request.Direction;
import org.plazo.workflow.ProcessContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams of requests must keep, however an admin draws them anew. */
@Configuration(proxyBeanMethods = false)
class ProcessContracts {

    @Bean
    ProcessContract outgoingRequest() {
        return contract(
                Direction.OUTGOING,
                Names.REVIEW_REQUEST,
                Names.CORRECT_REQUEST,
                Names.DISPATCH_REQUEST,
                Names.AWAIT_RESPONSE,
                Names.FOLLOW_UP,
                Names.ASSESS_RESPONSE,
                Names.SUPPLY_MISSING);
    }

    @Bean
    ProcessContract incomingRequest() {
        return contract(
                Direction.INCOMING,
                Names.EXAMINE_REQUEST,
                Names.REGISTER_REQUEST,
                Names.DECIDE_ADMISSIBILITY,
                Names.RECORD_INFORMATION,
                Names.ACKNOWLEDGE_RECEIPT,
                Names.CONFIRM_RECEIPT,
                Names.ASSIGN_AGENCY,
                Names.EXECUTE_MEASURE,
                Names.DRAFT_RESPONSE,
                Names.CLEAR_RESPONSE,
                Names.SEND_RESPONSE);
    }

    private static ProcessContract contract(Direction direction, String... steps) {
        Set<String> elements = new HashSet<>(Set.of(steps));
        Set<String> deadlines = new HashSet<>(Set.of(TaskKinds.NO_DEADLINE));
        for (DeadlineKind kind : DeadlineKind.of(direction)) {
            elements.add(Names.timer(kind));
            deadlines.add(kind.name());
        }
        return new ProcessContract(Names.process(direction), elements, deadlines);
    }
}
