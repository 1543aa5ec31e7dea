package org.plazo.workflow.process;

import org.plazo.request.RequestAccess;
import org.plazo.request.RequestCircles;
import org.plazo.request.Requests;
import org.plazo.security.UserDirectory;
import org.plazo.security.UserProfile;
import org.springframework.stereotype.Component;

/** Whether somebody who is to work on a request may see it. */
@Component
class MayKnow {

    private final Requests requests;
    private final RequestCircles circles;
    private final RequestAccess access;
    private final UserDirectory users;

    MayKnow(Requests requests, RequestCircles circles, RequestAccess access, UserDirectory users) {
        this.requests = requests;
        this.circles = circles;
        this.access = access;
        this.users = users;
    }

    /** False also for a user whom nobody knows. */
    boolean test(String userId, String reference) {
        return users.find(userId).filter(user -> test(user, reference)).isPresent();
    }

    boolean test(UserProfile user, String reference) {
        if (circles.closedClassOf(reference).isEmpty()) {
            return !user.roles().isEmpty();
        }
        return requests.find(reference)
                .filter(request -> access.mayRead(request.id(), user.asActor()))
                .isPresent();
    }
}
