package org.plazo.request.ledger;

import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestCircles;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;

/** Lets a reader see which request a finding is about only if he may know of it; its number says nothing. */
@Component
class FindingReader {

    private final RequestAccess access;
    private final RequestCircles circles;

    FindingReader(RequestAccess access, RequestCircles circles) {
        this.access = access;
        this.circles = circles;
    }

    LedgerFinding shown(LedgerVerifier.Found found, Actor actor) {
        LedgerFinding finding = found.finding();
        Long request = finding.requestId();
        if (request == null || mayKnow(request, found.accessClass(), actor)) {
            return finding;
        }
        return new LedgerFinding(finding.kind(), request, null, finding.seq(), finding.anchor());
    }

    private boolean mayKnow(long request, @Nullable Integer accessClass, Actor actor) {
        if (accessClass == null) {
            return access.mayRead(request, actor);
        }
        return !circles.closed().contains(accessClass)
                || circles.closedClassesOf(actor).contains(accessClass);
    }
}
