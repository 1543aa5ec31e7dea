package org.plazo.workflow.change;

import java.util.Optional;
import org.plazo.notification.WaitingDecision;
import org.plazo.workflow.ProcessFileStatus;
import org.plazo.workflow.ProcessFiles;
import org.springframework.stereotype.Component;

/** Tables that the start found to move running deadlines, as long as they say something else than what is in force. */
@Component
class WaitingPolicies implements WaitingDecision {

    private final ProcessFiles files;
    private final PolicyProposals proposals;

    WaitingPolicies(ProcessFiles files, PolicyProposals proposals) {
        this.files = files;
        this.proposals = proposals;
    }

    @Override
    public Topic topic() {
        return Topic.POLICIES;
    }

    @Override
    public Optional<String> version() {
        boolean waits = files.statuses().stream().anyMatch(file -> file.state() == ProcessFileStatus.State.WAITING);
        if (!waits) {
            return Optional.empty();
        }
        PolicyProposal proposal = proposals.read();
        return proposal.isPending() ? Optional.of(proposal.hash()) : Optional.empty();
    }
}
