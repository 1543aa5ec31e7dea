package org.plazo.request.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Chains the ledger's entries of one request: the hash of each covers all its values and the hash before it, so that an
 * entry that is changed, left out or put in later shows. One chain for all requests would make every command wait for
 * every other.
 */
@Component
class LedgerChain {

    /** Before the first entry. */
    static final Link START = new Link(0, "");

    private final JdbcClient jdbc;

    LedgerChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a chain has got to; {@code seq} counts from 1, the hash is SHA-256 in hexadecimal digits. */
    record Link(int seq, String hash) {}

    /** The end of a request's chain. An entry from before there were chains has no hash; the chain begins behind it. */
    Link last(long requestId) {
        return jdbc.sql("select seq, hash from ledger_event where request_id = ? order by seq desc limit 1")
                .param(requestId)
                .query((row, n) ->
                        new Link(row.getInt("seq"), Objects.requireNonNullElse(row.getString("hash"), START.hash())))
                .optional()
                .orElse(START);
    }

    static Link next(Link last, Instant recordedAt, Ledger.Entry entry) {
        int seq = last.seq() + 1;
        MessageDigest digest = sha256();
        for (String value : new @Nullable String[] {
            last.hash(),
            Long.toString(entry.requestId()),
            Integer.toString(seq),
            micros(recordedAt),
            micros(entry.effectiveAt()),
            entry.actor(),
            entry.action().name(),
            entry.subject(),
            entry.from(),
            entry.to(),
            entry.reason()
        }) {
            feed(digest, value);
        }
        return new Link(seq, HexFormat.of().formatHex(digest.digest()));
    }

    /** Each value with its length before it, so that no two lists of values look alike. */
    static void feed(MessageDigest digest, @Nullable String value) {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        String length = value == null ? "-" : Integer.toString(bytes.length);
        digest.update((length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Microseconds are what the database keeps. */
    private static String micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
