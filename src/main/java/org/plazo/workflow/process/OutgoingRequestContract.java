package org.plazo.workflow.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plazo.request.DeadlineKind;
import org.plazo.workflow.ProcessContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code processes/outgoing-request.bpmn} must keep, however an admin draws it anew. */
@Configuration(proxyBeanMethods = false)
class OutgoingRequestContract {

    @Bean
    ProcessContract outgoingRequest() {
        Set<String> elements = new HashSet<>(Set.of(
                Names.REVIEW_REQUEST,
                Names.CORRECT_REQUEST,
                Names.DISPATCH_REQUEST,
                Names.AWAIT_RESPONSE,
                Names.FOLLOW_UP,
                Names.ASSESS_RESPONSE));
        Set<String> deadlines = new HashSet<>(Set.of(TaskKinds.NO_DEADLINE));
        List.of(DeadlineKind.REVIEW, DeadlineKind.ACKNOWLEDGEMENT, DeadlineKind.RESPONSE)
                .forEach(kind -> {
                    elements.add(Names.timer(kind));
                    deadlines.add(kind.name());
                });
        return new ProcessContract(Names.PROCESS, elements, deadlines);
    }
}
