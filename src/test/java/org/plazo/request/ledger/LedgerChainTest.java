package org.plazo.request.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plazo.request.LedgerAction;

class LedgerChainTest {

    private static final Instant NOON = Instant.parse("2026-03-06T17:00:00.000001Z");

    @Test
    void changesWithEveryValue() {
        String hash = hash(LedgerChain.START, NOON, entry("a", "b", "c", "d"));
        assertThat(Stream.of(
                        hash(LedgerChain.START, NOON, entry("x", "b", "c", "d")),
                        hash(LedgerChain.START, NOON, entry("a", "x", "c", "d")),
                        hash(LedgerChain.START, NOON, entry("a", "b", "x", "d")),
                        hash(LedgerChain.START, NOON, entry("a", "b", "c", "x")),
                        hash(LedgerChain.START, NOON, entry("a", "b", "c", null)),
                        hash(LedgerChain.START, NOON, entry("a", "b", "c", "")),
                        hash(LedgerChain.START, NOON, entry("ab", "", "c", "d")),
                        hash(LedgerChain.START, NOON.plusNanos(1_000), entry("a", "b", "c", "d")),
                        hash(new LedgerChain.Link(0, "0"), NOON, entry("a", "b", "c", "d")),
                        hash(new LedgerChain.Link(1, ""), NOON, entry("a", "b", "c", "d"))))
                .doesNotContain(hash)
                .doesNotHaveDuplicates();
    }

    @Test
    void countsOnFromTheLastEntry() {
        LedgerChain.Link next = LedgerChain.next(new LedgerChain.Link(7, "x"), NOON, entry("a", null, null, null));
        assertThat(next.seq()).isEqualTo(8);
        assertThat(next.hash()).matches("[0-9a-f]{64}");
    }

    private static String hash(LedgerChain.Link last, Instant at, Ledger.Entry entry) {
        return LedgerChain.next(last, at, entry).hash();
    }

    private static Ledger.Entry entry(String subject, String from, String to, String reason) {
        return new Ledger.Entry(1, LedgerAction.EDITED, "handler", NOON, subject, from, to, reason);
    }
}
