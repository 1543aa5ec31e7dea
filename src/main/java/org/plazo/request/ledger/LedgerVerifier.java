package org.plazo.request.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.plazo.security.Actor;
import org.springframework.stereotype.Component;

/**
 * Computes every chain anew and compares it with the seals, and the seals with the file. Reads some requests at a time,
 * while others work on.
 */
@Component
public class LedgerVerifier {

    private final ChainCheck chains;
    private final AnchorCheck anchors;
    private final FindingReader reader;
    private final AnchorFile file;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    LedgerVerifier(ChainCheck chains, AnchorCheck anchors, FindingReader reader, AnchorFile file, Clock clock) {
        this.chains = chains;
        this.anchors = anchors;
        this.reader = reader;
        this.file = file;
        this.clock = clock;
    }

    /**
     * Everything, for somebody who learns the references of those requests alone that he may know of.
     *
     * @throws LedgerIsBusy if a verification is running on this node
     */
    public LedgerReport verify(Actor actor) {
        if (!running.compareAndSet(false, true)) {
            throw new LedgerIsBusy("The ledger is being verified");
        }
        try {
            Findings findings = new Findings();
            AnchorCheck.Checked sealed = anchors.check(file.read(), findings);
            ChainCheck.Counted counted = chains.check(findings, actor);
            return new LedgerReport(
                    clock.instant(),
                    counted.requests(),
                    counted.entries(),
                    sealed.anchors(),
                    sealed.first(),
                    sealed.last(),
                    findings.count(),
                    findings.listed().stream()
                            .map(finding -> reader.shown(finding, actor))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            running.set(false);
        }
    }

    /** The first ones are kept, all are counted. */
    static final class Findings {

        private static final int LISTED = 200;

        private final List<Found> listed = new ArrayList<>();
        private long count;

        void add(LedgerFinding finding) {
            add(new Found(finding, null));
        }

        void add(Found found) {
            count++;
            if (listed.size() < LISTED) {
                listed.add(found);
            }
        }

        long count() {
            return count;
        }

        List<Found> listed() {
            return listed;
        }
    }

    /** @param accessClass who may know of a request that is not there any more; null: ask the request itself */
    record Found(LedgerFinding finding, @Nullable Integer accessClass) {}
}
