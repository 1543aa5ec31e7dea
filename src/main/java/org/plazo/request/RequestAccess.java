package org.plazo.request;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.plazo.security.Actor;
import org.plazo.security.UserProfile;

/** Answers other features whether somebody may see a request: by its level and its need-to-know groups. */
public interface RequestAccess {

    /**
     * The request, for somebody who wants to read it.
     *
     * @throws RequestNotFound if there is none, or the actor may not see it: nobody learns that there is something hidden
     */
    RequestSummary toRead(String reference, Actor actor);

    /** Whether somebody may see requests, or documents, of a level as far as the level is concerned. */
    boolean mayRead(String classification, Actor actor);

    boolean mayRead(long requestId, Actor actor);

    /** Those of the people who may see a request; nobody, if there is none. */
    List<UserProfile> readers(long requestId, Collection<UserProfile> people);

    /** The requests that the actor may see, as a condition for statements about other tables. */
    ReadableRequests readableBy(Actor actor);

    /** Those of the requests that the actor may see. */
    Set<Long> readable(Collection<Long> requestIds, Actor actor);
}
