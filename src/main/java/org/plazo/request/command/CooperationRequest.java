package org.plazo.request.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plazo.request.AdmissibilityDecision;
import org.plazo.request.AssessmentOutcome;
import org.plazo.request.CommandNotPossible;
import org.plazo.request.Direction;
import org.plazo.request.InvalidInput;
import org.plazo.request.Lifecycle;
import org.plazo.request.MeasureOutcome;
import org.plazo.request.RequestCommand;
import org.plazo.request.Settlement;
import org.plazo.request.content.History;
import org.plazo.request.content.RequestContent;
import org.plazo.request.content.SearchText;
import org.plazo.request.rows.ClockStandings.ClockStanding;
import org.plazo.security.Actor;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** A request and where it stands. Each transition checks that the state allows it; who may do it was asked before. */
@Table("cooperation_request")
public class CooperationRequest {

    /** What depends on whether the clock runs, and not on the lifecycle alone. */
    private static final Set<RequestCommand> BY_CLOCK = EnumSet.of(
            RequestCommand.RESUMPTION,
            RequestCommand.SUPPLY,
            RequestCommand.DEFICIENCY,
            RequestCommand.INFORMATION_REQUEST);

    @Id
    private @Nullable Long id;

    private String reference;
    private @Nullable String externalId;
    private Direction direction;

    @Embedded.Empty
    private RequestContent content;

    @MappedCollection(idColumn = "request_id", keyColumn = "position")
    private List<Measure> measures;

    private Lifecycle lifecycle;
    private @Nullable String theirReference;
    private @Nullable String handler;
    private Instant createdAt;
    private @Nullable String submittedBy;
    private @Nullable Instant submittedAt;
    private @Nullable Instant dispatchedAt;
    private @Nullable Instant receivedAt;
    private @Nullable String channel;
    private @Nullable String executingAgency;
    private @Nullable Instant informationAskedAt;
    private @Nullable Instant acknowledgedAt;
    private @Nullable Instant lastContactAt;
    private @Nullable Instant respondedAt;
    private @Nullable Instant closedAt;
    private int accessClass;
    private long version;
    private @Nullable String searchText;
    private @Nullable MeasureOutcome outcome;

    @Transient
    private ClockStanding clocks = ClockStanding.NONE;

    @PersistenceCreator
    @SuppressWarnings("NullAway.Init") // the fields are filled from the row
    private CooperationRequest() {}

    private CooperationRequest(
            String reference, Direction direction, RequestContent content, List<String> measures, Instant createdAt) {
        this.reference = reference;
        this.direction = direction;
        this.lifecycle = direction == Direction.OUTGOING ? Lifecycle.DRAFT : Lifecycle.RECEIVED;
        this.content = content;
        this.measures = measures.stream().map(Measure::sought).collect(Collectors.toCollection(ArrayList::new));
        this.createdAt = createdAt;
    }

    /** At the beginning of its life: a draft of ours, or what has just come in. */
    static CooperationRequest entered(
            String reference,
            Direction direction,
            RequestContent content,
            List<String> measures,
            @Nullable String theirReference,
            @Nullable String handler,
            int accessClass,
            Instant now) {
        CooperationRequest request = new CooperationRequest(reference, direction, content, measures, now);
        request.theirReference = theirReference;
        request.handler = handler;
        request.accessClass = accessClass;
        request.refreshSearchText();
        return request;
    }

    /** A request that has a history already; its dates were checked against its state before. */
    public CooperationRequest imported(String sourceId, History history) {
        externalId = sourceId;
        lifecycle = history.lifecycle();
        submittedAt = history.submittedAt();
        dispatchedAt = history.dispatchedAt();
        receivedAt = history.receivedAt();
        channel = history.channel();
        acknowledgedAt = history.acknowledgedAt();
        lastContactAt = history.acknowledgedAt();
        respondedAt = history.respondedAt();
        closedAt = history.closedAt();
        return this;
    }

    void receive(Instant at, @Nullable String by) {
        receivedAt = at;
        channel = by;
    }

    void submit(Actor actor, Instant now) {
        require(RequestCommand.SUBMISSION);
        lifecycle = Lifecycle.IN_REVIEW;
        submittedBy = actor.userId();
        submittedAt = now;
    }

    void review(boolean approved) {
        require(RequestCommand.REVIEW);
        lifecycle = approved ? Lifecycle.APPROVED : Lifecycle.IN_CORRECTION;
    }

    void correct(Actor actor) {
        require(RequestCommand.CORRECTION);
        lifecycle = Lifecycle.IN_REVIEW;
        submittedBy = actor.userId();
    }

    void dispatch(Instant at, @Nullable String by) {
        require(RequestCommand.DISPATCH);
        lifecycle = Lifecycle.AWAITING_RESPONSE;
        dispatchedAt = at;
        channel = by;
    }

    void acknowledge(Instant at, @Nullable String theirs) {
        require(RequestCommand.ACKNOWLEDGEMENT);
        requireNotBeforeArrival(at);
        acknowledgedAt = at;
        theirReference = theirs == null ? theirReference : theirs;
        refreshSearchText();
        contacted(at);
    }

    /** Somebody who writes about a request has it. */
    boolean acknowledgeByWriting(Instant at, @Nullable String theirs) {
        boolean first = acknowledgedAt == null;
        if (first) {
            acknowledge(at, theirs);
        } else {
            requireNotBeforeArrival(at);
            contacted(at);
        }
        return first;
    }

    /** @return the authority that had it before */
    String passOnTo(String authority) {
        String before = content.requestedAuthority();
        content = content.askedOf(authority);
        return before;
    }

    boolean isAwaitingThem() {
        return lifecycle == Lifecycle.AWAITING_RESPONSE;
    }

    void recordInterimReply(Instant at) {
        require(RequestCommand.INTERIM_REPLY);
        requireNotBeforeArrival(at);
        contacted(at);
    }

    void recordResponse(Instant at) {
        require(RequestCommand.RESPONSE);
        requireNotBeforeArrival(at);
        if (respondedAt != null && at.isBefore(respondedAt)) {
            throw new InvalidInput("at", "lies before the response that was assessed already (" + respondedAt + ")");
        }
        lifecycle = Lifecycle.IN_ASSESSMENT;
        respondedAt = at;
    }

    void assess(AssessmentOutcome outcome, Instant now) {
        require(RequestCommand.ASSESSMENT);
        if (outcome == AssessmentOutcome.COMPLETE) {
            lifecycle = Lifecycle.CLOSED;
            closedAt = now;
        } else {
            lifecycle = Lifecycle.AWAITING_RESPONSE;
        }
    }

    void register() {
        require(RequestCommand.REGISTRATION);
        lifecycle = Lifecycle.IN_ADMISSIBILITY;
    }

    void decideAdmissibility(AdmissibilityDecision.Choice choice, Instant at) {
        require(RequestCommand.ADMISSIBILITY);
        requireNotBeforeArrival(at);
        switch (choice) {
            case ADMISSIBLE -> lifecycle = Lifecycle.ADMITTED;
            case INFORMATION_NEEDED -> informationAskedAt = at;
            case REFUSED -> lifecycle = Lifecycle.IN_DRAFTING;
            case TRANSFERRED -> {
                lifecycle = Lifecycle.TRANSFERRED;
                closedAt = at;
            }
        }
    }

    void endWaitForInformation(Instant at) {
        require(RequestCommand.INFORMATION);
        if (informationAskedAt != null && at.isBefore(informationAskedAt)) {
            throw new InvalidInput("at", "lies before the information was asked for (" + informationAskedAt + ")");
        }
        informationAskedAt = null;
    }

    /** @return the agency that executed it before; null if none did */
    @Nullable
    String assignAgency(String agency) {
        require(RequestCommand.AGENCY);
        String before = lifecycle == Lifecycle.IN_EXECUTION ? executingAgency : null;
        executingAgency = agency;
        lifecycle = Lifecycle.IN_EXECUTION;
        return before;
    }

    /** Measures have got their outcomes. */
    void executed() {
        require(RequestCommand.EXECUTION);
        if (pendingMeasures().isEmpty()) {
            lifecycle = Lifecycle.IN_DRAFTING;
        }
    }

    void submitResponse() {
        require(RequestCommand.DRAFTING);
        lifecycle = Lifecycle.IN_CLEARANCE;
    }

    void clear(boolean cleared) {
        require(RequestCommand.CLEARANCE);
        lifecycle = cleared ? Lifecycle.CLEARED : Lifecycle.IN_DRAFTING;
    }

    void sendResponse(Instant at) {
        require(RequestCommand.RESPONSE_DISPATCH);
        requireNotBeforeArrival(at);
        lifecycle = Lifecycle.CLOSED;
        respondedAt = at;
        closedAt = at;
    }

    /**
     * Says what became of a measure.
     *
     * @param position from 1
     * @return what was known before; null if nothing was
     */
    @Nullable
    public MeasureOutcome settle(int position, Settlement settlement, Instant at) {
        if (position < 1 || position > measures.size()) {
            throw new InvalidInput("measures", "there is no measure " + position);
        }
        Measure before = measures.get(position - 1);
        List<Measure> after = new ArrayList<>(measures);
        after.set(position - 1, before.settled(settlement, at));
        measures = after;
        outcome = MeasureOutcome.ofAll(after.stream().map(Measure::outcome).toList());
        return before.outcome();
    }

    /** Positions, from 1, of the measures of which nobody has said yet what became of them. */
    List<Integer> pendingMeasures() {
        return IntStream.rangeClosed(1, measures.size())
                .filter(position -> measures.get(position - 1).outcome() == null)
                .boxed()
                .toList();
    }

    @Nullable
    MeasureOutcome outcome() {
        return outcome;
    }

    /** Ends the wait although the response is not complete. */
    void closeEarly(Instant now) {
        require(RequestCommand.CLOSURE);
        lifecycle = Lifecycle.CLOSED;
        closedAt = now;
    }

    /** @return the handler before */
    @Nullable
    String assignTo(String userId) {
        require(RequestCommand.ASSIGNMENT);
        String before = handler;
        handler = userId;
        return before;
    }

    void withdraw(Instant now) {
        require(RequestCommand.WITHDRAWAL);
        lifecycle = Lifecycle.WITHDRAWN;
        closedAt = now;
    }

    /** An outward step is possible once the request has left the house; the paper may even go out after the answer. */
    void requireDispatched(String command) {
        if (dispatchedAt == null) {
            throw notPossible(command);
        }
    }

    /** Whoever is asked does nothing before the request has left or reached the house. */
    void requireNotBeforeArrival(Instant at) {
        if (dispatchedAt != null && at.isBefore(dispatchedAt)) {
            throw new InvalidInput("at", "lies before the dispatch (" + dispatchedAt + ")");
        }
        if (receivedAt != null && at.isBefore(receivedAt)) {
            throw new InvalidInput("at", "lies before the receipt (" + receivedAt + ")");
        }
    }

    /** What is kept elsewhere and decides with it what fits; without it no clock stands still. */
    CooperationRequest with(ClockStanding standing) {
        clocks = standing;
        return this;
    }

    /** For what is kept elsewhere, like the clock. */
    void requireFits(RequestCommand command) {
        require(command);
    }

    private RequestCommand.Standing standing() {
        return new RequestCommand.Standing(
                lifecycle, acknowledgedAt != null, clocks.paused(), informationAskedAt != null, clocks.owed());
    }

    private void require(RequestCommand command) {
        if (!command.fits(standing())) {
            throw notPossible(command.apiName());
        }
    }

    CommandNotPossible notPossible(String command) {
        Set<String> fitting = RequestCommand.fitting(standing()).stream()
                .map(RequestCommand::apiName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new CommandNotPossible(reference, command, lifecycle, fieldAtFault(command), fitting);
    }

    /** What is awaited can be paused but does not run on unless it is, and is supplied only when it is asked for. */
    private String fieldAtFault(String command) {
        RequestCommand.Standing now = standing();
        RequestCommand.Standing otherwise = new RequestCommand.Standing(
                lifecycle, now.acknowledged(), !now.paused(), now.informationAwaited(), !now.owed());
        boolean clock =
                BY_CLOCK.stream().filter(each -> command.equals(each.apiName())).anyMatch(each -> each.fits(otherwise));
        return clock ? "clock" : "lifecycle";
    }

    private void refreshSearchText() {
        searchText = SearchText.of(reference, theirReference, content.label());
    }

    /** Counts the changes of the record, so that somebody who read an earlier one does not overwrite a later one. */
    void changed() {
        version++;
    }

    @Nullable
    String handler() {
        return handler;
    }

    long version() {
        return version;
    }

    public int accessClass() {
        return accessClass;
    }

    private void contacted(Instant at) {
        if (lastContactAt == null || at.isAfter(lastContactAt)) {
            lastContactAt = at;
        }
    }

    public long id() {
        return Objects.requireNonNull(id, "the request is not stored yet");
    }

    public String reference() {
        return reference;
    }

    Direction direction() {
        return direction;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    RequestContent content() {
        return content;
    }
}
