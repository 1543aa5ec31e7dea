package org.plazo.workflow.change;

import java.util.List;
import org.plazo.workflow.deployment.TableFiles.State;
import org.plazo.workflow.deployment.TableFiles.TableFile;
import org.plazo.workflow.policy.LadderStep;
import org.plazo.workflow.policy.Policy;
import org.plazo.workflow.policy.PolicyTables;

/**
 * What the folder says of time limits and ladder, beside what is in force. A broken file and one that is gone change
 * nothing: their tables stay as they are.
 *
 * @param basedOn number of the last decision about changed tables; 0: there is none
 * @param hash of all that would be in force; another one as soon as a changed file, a version in force or the last decision
 *     is another
 * @param inForce the tables that count for new deadlines now
 * @param tables those that would count
 */
public record PolicyProposal(
        int basedOn, String hash, List<TableFile> files, PolicyTables inForce, PolicyTables tables) {

    public PolicyProposal {
        files = List.copyOf(files);
    }

    /** The files that say something else than what is in force. */
    public List<TableFile> changed() {
        return files.stream().filter(file -> file.state() == State.CHANGED).toList();
    }

    /** The time limits that would be others. */
    public List<TableChange<Policy>> limits() {
        return TableChange.limits(this);
    }

    /** The steps of ladders that would be others. */
    public List<TableChange<LadderStep>> steps() {
        return TableChange.steps(this);
    }

    /** Whether something waits to be published. */
    public boolean isPending() {
        return !changed().isEmpty();
    }
}
