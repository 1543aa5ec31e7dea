package org.plazo.request.ledger;

/** Somebody else is sealing or verifying the ledger. */
public class LedgerIsBusy extends RuntimeException {

    LedgerIsBusy(String message) {
        super(message);
    }
}
