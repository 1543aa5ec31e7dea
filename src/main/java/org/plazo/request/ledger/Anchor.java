package org.plazo.request.ledger;

import java.time.Instant;

/**
 * A seal over the ledger.
 *
 * @param number counts from 1 without gaps
 * @param madeAt to the microsecond
 * @param heads how many chains had grown since the seal before
 * @param hash over the seal before, the number, the instant and the heads, as SHA-256 in hexadecimal digits
 */
public record Anchor(long number, Instant madeAt, long heads, String hash) {

    /** As it stands in the file. */
    String line() {
        return number + "\t" + madeAt + "\t" + heads + "\t" + hash;
    }
}
