package org.plazo.notification.outbox;

import java.util.Optional;
import org.plazo.calendar.CalendarArchive;
import org.plazo.calendar.CalendarProposal;
import org.plazo.calendar.CalendarProposal.State;
import org.plazo.notification.WaitingDecision;
import org.springframework.stereotype.Component;

/** A changed calendar waits until somebody puts it in force; a new one counts with the next start. */
@Component
class WaitingCalendars implements WaitingDecision {

    private final CalendarArchive archive;

    WaitingCalendars(CalendarArchive archive) {
        this.archive = archive;
    }

    @Override
    public Topic topic() {
        return Topic.CALENDARS;
    }

    @Override
    public Optional<String> version() {
        CalendarProposal proposal = archive.proposal();
        return proposal.files().stream().anyMatch(file -> file.state() == State.CHANGED)
                ? Optional.of(proposal.hash())
                : Optional.empty();
    }
}
