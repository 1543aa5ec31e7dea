package org.plazo.workflow.escalation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param interimReplyHoldsDays for how many calendar days after the counterpart last wrote the next reminder waits
 */
@ConfigurationProperties("plazo.escalation")
record EscalationProperties(@DefaultValue("14") int interimReplyHoldsDays) {

    EscalationProperties {
        if (interimReplyHoldsDays < 0 || interimReplyHoldsDays > 365) {
            throw new IllegalArgumentException(
                    "plazo.escalation.interim-reply-holds-days must be 0 to 365, not " + interimReplyHoldsDays);
        }
    }
}
