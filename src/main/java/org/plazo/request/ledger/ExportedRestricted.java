package org.plazo.request.ledger;

import java.util.Collection;
import java.util.List;
import org.plazo.request.LedgerAction;
import org.plazo.request.RequestLedger;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters in the ledger of each restricted request that somebody took it away in a list. */
@Component
public class ExportedRestricted {

    /** So few that nobody waits long for one of them. */
    private static final int AT_ONCE = 50;

    private final RequestLedger ledger;
    private final TransactionTemplate transaction;

    ExportedRestricted(RequestLedger ledger, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param export number in the record of exports */
    public void enter(Collection<Long> requests, long export, Actor by) {
        List<Long> inOrder = requests.stream().sorted().toList();
        for (int from = 0; from < inOrder.size(); from += AT_ONCE) {
            List<Long> some = inOrder.subList(from, Math.min(from + AT_ONCE, inOrder.size()));
            transaction.executeWithoutResult(status -> some.forEach(
                    id -> ledger.enter(id, LedgerAction.EXPORTED, by, String.valueOf(export), null, null, null)));
        }
    }
}
