package org.plazo.request;

import java.util.List;
import org.plazo.security.Actor;

/**
 * Implemented by a feature whose things a ledger names although not everybody who may know of the request may know of them
 * too.
 */
public interface LedgerScreen {

    /** The entries, in their order, without those about things that the reader may not know of. */
    List<LedgerEntry> shown(long requestId, List<LedgerEntry> entries, Actor reader);
}
