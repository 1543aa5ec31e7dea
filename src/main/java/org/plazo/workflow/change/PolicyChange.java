package org.plazo.workflow.change;

import java.util.List;

/**
 * What tables would do to the deadlines that nobody has stopped.
 *
 * @param moved how many would have another date or other steps, hidden ones included
 * @param hidden how many of those the reader may not know of
 * @param unmoved how many more would follow other terms without that anything moves now, such as a longer extension
 * @param notComputable how many would have no date at all; as long as there is one, running deadlines cannot follow
 * @param shown one page of those that move and that the reader may know of, the oldest deadline first
 * @param page from 0
 */
public record PolicyChange(
        PolicyProposal proposal,
        long moved,
        long hidden,
        long unmoved,
        long notComputable,
        List<ChangedDeadline> shown,
        int page) {

    public PolicyChange {
        shown = List.copyOf(shown);
    }

    /** Whether running deadlines follow other terms than the folder says. */
    public boolean concernsRunning() {
        return moved + unmoved + notComputable > 0;
    }
}
