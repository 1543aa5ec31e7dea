package org.plazo.request.web.api;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plazo.request.ledger.Anchor;
import org.plazo.request.ledger.LedgerAnchors;
import org.plazo.request.ledger.LedgerFinding;
import org.plazo.request.ledger.LedgerIsBusy;
import org.plazo.request.ledger.LedgerReport;
import org.plazo.request.ledger.LedgerVerifier;
import org.plazo.security.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The seals over the ledger and its verification, for auditors and administrators. */
@RestController
@RequestMapping("/api/ledger")
class LedgerController {

    private final LedgerAnchors anchors;
    private final LedgerVerifier verifier;
    private final CurrentActor actor;

    LedgerController(LedgerAnchors anchors, LedgerVerifier verifier, CurrentActor actor) {
        this.anchors = anchors;
        this.verifier = verifier;
        this.actor = actor;
    }

    /** The newest first. */
    @GetMapping("/anchors")
    List<AnchorView> latest() {
        return anchors.latest().stream().map(AnchorView::of).toList();
    }

    @PostMapping("/anchors")
    @ResponseStatus(HttpStatus.CREATED)
    AnchorView make() {
        return AnchorView.of(anchors.make(actor.get()));
    }

    @PostMapping("/verification")
    ReportView verify() {
        return ReportView.of(verifier.verify(actor.get()));
    }

    @ExceptionHandler
    ProblemDetail busy(LedgerIsBusy problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail noFile(UncheckedIOException problem) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "The file of the seals cannot be read or written");
    }

    /** How many chains it covers is not told: they may be some that the reader must not know of. */
    record AnchorView(long number, Instant madeAt, String hash) {

        static AnchorView of(Anchor anchor) {
            return new AnchorView(anchor.number(), anchor.madeAt(), anchor.hash());
        }

        static @Nullable AnchorView orNull(@Nullable Anchor anchor) {
            return anchor == null ? null : of(anchor);
        }
    }

    /** @param hidden it is about a request that the reader may not know of */
    record FindingView(
            LedgerFinding.Kind kind,
            @Nullable String reference,
            boolean hidden,
            @Nullable Integer entry,
            @Nullable Long anchor) {

        static FindingView of(LedgerFinding finding) {
            return new FindingView(
                    finding.kind(), finding.reference(), finding.isHidden(), finding.seq(), finding.anchor());
        }
    }

    /**
     * @param requests and entries: those that the reader may know of
     * @param findings at most 200
     */
    record ReportView(
            boolean fits,
            Instant at,
            long requests,
            long entries,
            long anchors,
            @Nullable AnchorView firstAnchor,
            @Nullable AnchorView lastAnchor,
            long findingCount,
            List<FindingView> findings) {

        static ReportView of(LedgerReport report) {
            return new ReportView(
                    report.fits(),
                    report.at(),
                    report.requests(),
                    report.entries(),
                    report.anchors(),
                    AnchorView.orNull(report.first()),
                    AnchorView.orNull(report.last()),
                    report.findingCount(),
                    report.findings().stream().map(FindingView::of).toList());
        }
    }
}
