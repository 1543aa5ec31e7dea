package org.plazo.request.ledger;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.request.RequestAccess;
import org.plazo.request.ledger.AnchorRows.Head;
import org.plazo.request.ledger.LedgerFinding.Kind;
import org.plazo.request.ledger.LedgerVerifier.Findings;
import org.plazo.request.ledger.LedgerVerifier.Found;
import org.plazo.security.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes the chains anew, some requests at a time, and compares them with the heads under the seals. */
@Component
class ChainCheck {

    private static final int REQUESTS_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final AnchorRows anchors;
    private final RequestAccess access;

    ChainCheck(JdbcClient jdbc, AnchorRows anchors, RequestAccess access) {
        this.jdbc = jdbc;
        this.anchors = anchors;
        this.access = access;
    }

    /** Only of requests that the reader may know of. */
    record Counted(long requests, long entries) {}

    private record Request(long id, String reference) {}

    Counted check(Findings findings, Actor reader) {
        long requests = 0;
        long entries = 0;
        long after = Long.MIN_VALUE;
        boolean more = true;
        while (more) {
            List<Request> some = requests(after);
            more = some.size() == REQUESTS_AT_ONCE;
            long upTo = more ? some.get(some.size() - 1).id() : Long.MAX_VALUE;
            // first the heads: the entries, read later, go at least as far
            Map<Long, List<Head>> heads =
                    anchors.headsOf(after, upTo).stream().collect(Collectors.groupingBy(Head::requestId));
            Set<Long> readable = access.readable(some.stream().map(Request::id).toList(), reader);
            entries += check(some, heads, after, upTo, findings, readable);
            requests += readable.size();
            after = upTo;
        }
        return new Counted(requests, entries);
    }

    private long check(
            List<Request> requests,
            Map<Long, List<Head>> heads,
            long after,
            long upTo,
            Findings findings,
            Set<Long> readable) {
        Map<Long, Chain> chains = new LinkedHashMap<>();
        requests.forEach(each -> chains.put(each.id(), new Chain(each, heads.getOrDefault(each.id(), List.of()))));
        long[] entries = {0};
        jdbc.sql("select " + StoredEntries.COLUMNS
                        + " from ledger_event where request_id > ? and request_id <= ? order by request_id, seq")
                .param(after)
                .param(upTo)
                .query(row -> {
                    StoredEntries.Row entry = StoredEntries.read(row, 0);
                    // a request that was entered a moment ago comes with the next verification
                    Chain chain = chains.get(entry.requestId());
                    if (chain != null) {
                        chain.add(entry);
                        entries[0] += readable.contains(entry.requestId()) ? 1 : 0;
                    }
                });
        chains.values().forEach(chain -> chain.end(findings));
        heads.values().stream()
                .map(each -> each.get(0))
                .filter(head -> !chains.containsKey(head.requestId()))
                .sorted(Comparator.comparing(Head::requestId))
                .forEach(head -> findings.add(new Found(
                        new LedgerFinding(Kind.REQUEST_MISSING, head.requestId(), head.reference(), 1, head.anchor()),
                        head.accessClass())));
        return entries[0];
    }

    private List<Request> requests(long after) {
        return jdbc.sql("select id, reference from cooperation_request where id > ? order by id limit ?")
                .param(after)
                .param(REQUESTS_AT_ONCE)
                .query((row, number) -> new Request(row.getLong("id"), row.getString("reference")))
                .list();
    }

    /** One chain while it is read, up to the first entry that does not fit. */
    private static final class Chain {

        private final Request request;
        private final Map<Integer, Head> heads;
        private LedgerChain.Link last = LedgerChain.START;
        private int sealed;
        private @Nullable LedgerFinding finding;

        Chain(Request request, List<Head> heads) {
            this.request = request;
            this.heads = heads.stream().collect(Collectors.toMap(Head::seq, head -> head));
        }

        void add(StoredEntries.Row entry) {
            if (finding != null) {
                return;
            }
            int next = last.seq() + 1;
            Head head = heads.get(entry.seq());
            if (entry.seq() != next) {
                finding = LedgerFinding.ofEntry(Kind.ENTRY_MISSING, request.id(), request.reference(), next);
            } else if (!entry.isChained()) {
                finding = LedgerFinding.ofEntry(Kind.ENTRY_UNCHAINED, request.id(), request.reference(), next);
            } else if (!entry.follows(last)) {
                finding = LedgerFinding.ofEntry(Kind.ENTRY_CHANGED, request.id(), request.reference(), next);
            } else if (head != null && !head.hash().equals(entry.hash())) {
                finding = new LedgerFinding(
                        Kind.CHAIN_REPLACED, request.id(), request.reference(), sealed + 1, head.anchor());
            } else if (head != null) {
                sealed = head.seq();
            }
            last = new LedgerChain.Link(entry.seq(), entry.hash());
        }

        void end(Findings findings) {
            Head missing = heads.values().stream()
                    .filter(head -> head.seq() > last.seq())
                    .max(Comparator.comparingInt(Head::seq))
                    .orElse(null);
            if (finding == null && missing != null) {
                finding = new LedgerFinding(
                        Kind.END_MISSING, request.id(), request.reference(), last.seq() + 1, missing.anchor());
            } else if (finding == null && last.seq() == 0) {
                finding = LedgerFinding.ofEntry(Kind.NO_ENTRIES, request.id(), request.reference(), 1);
            }
            if (finding != null) {
                findings.add(finding);
            }
        }
    }
}
