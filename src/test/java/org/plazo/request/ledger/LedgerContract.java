package org.plazo.request.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.request.Drafts;
import org.plazo.request.RegisterOn;
import org.plazo.request.RequestCommands;
import org.plazo.request.Requests;
import org.plazo.request.ledger.LedgerFinding.Kind;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody writes into the tables, or the file, past the application; the verifier says what does not fit. */
abstract class LedgerContract {

    private RequestCommands commands;
    private LedgerAnchors anchors;
    private LedgerVerifier verifier;
    private JdbcClient jdbc;
    private String reference;
    private long request;

    abstract RegisterOn on();

    @BeforeEach
    void enterARequest() throws IOException {
        commands = on().get(RequestCommands.class);
        anchors = on().get(LedgerAnchors.class);
        verifier = on().get(LedgerVerifier.class);
        jdbc = on().get(JdbcClient.class);
        jdbc.sql("delete from ledger_anchor_head").update();
        jdbc.sql("delete from ledger_anchor").update();
        Files.deleteIfExists(on().anchorFile);
        reference = commands.create(Drafts.routine(), Drafts.HANDLER);
        commands.submit(reference, Drafts.HANDLER);
        commands.review(reference, true, null, new Actor("reviewer", Set.of(Role.REVIEWER)));
        request = on().get(Requests.class).find(reference).orElseThrow().id();
    }

    @Test
    void findsNothingInWhatTheApplicationWrote() throws IOException {
        anchors.make();
        commands.withdraw(reference, "Ya no hace falta", Drafts.HANDLER);
        Anchor second = anchors.make();
        Anchor third = anchors.make();
        commands.create(Drafts.routine(), Drafts.HANDLER);

        LedgerReport report = verifier.verify(Actor.SYSTEM);
        assertThat(about(report)).isEmpty();
        assertThat(ofSeals(report)).isEmpty();
        assertThat(report.anchors()).isEqualTo(3);
        assertThat(report.last()).isEqualTo(third);
        assertThat(second.heads()).as("only what has grown").isEqualTo(1);
        assertThat(third.heads()).isZero();
        assertThat(report.entries()).isGreaterThan(3);
        assertThat(Files.readAllLines(on().anchorFile)).hasSize(3).endsWith(third.line());
    }

    @Test
    void namesAChangedEntryWhateverWasChanged() {
        for (String change : List.of(
                "actor = 'otro'",
                "action = 'APPROVED'",
                "action = 'NONSENSE'",
                "recorded_at = timestamp with time zone '2026-01-01 00:00:00+00:00'",
                "effective_at = timestamp with time zone '2026-01-01 00:00:00+00:00'",
                "subject = 'otro'",
                "from_value = 'otro'",
                "to_value = 'otro'",
                "reason = 'otro'",
                "hash = '" + "0".repeat(64) + "'")) {
            jdbc.sql("create table kept as select * from ledger_event where request_id = " + request)
                    .update();
            jdbc.sql("update ledger_event set " + change + " where request_id = ? and seq = 2")
                    .param(request)
                    .update();
            assertThat(findings())
                    .as(change)
                    .containsExactly(new LedgerFinding(Kind.ENTRY_CHANGED, request, reference, 2, null));
            jdbc.sql("delete from ledger_event where request_id = ?")
                    .param(request)
                    .update();
            jdbc.sql("insert into ledger_event select * from kept").update();
            jdbc.sql("drop table kept").update();
            assertThat(findings()).isEmpty();
        }
    }

    @Test
    void namesADeletedEntry() {
        jdbc.sql("delete from ledger_event where request_id = ? and seq = 2")
                .param(request)
                .update();
        assertThat(findings()).containsExactly(new LedgerFinding(Kind.ENTRY_MISSING, request, reference, 2, null));
    }

    @Test
    void namesAnEntryThatWasPutIn() {
        jdbc.sql("update ledger_event set seq = -seq - 1 where request_id = ? and seq >= 2")
                .param(request)
                .update();
        jdbc.sql("update ledger_event set seq = -seq where request_id = ? and seq < 0")
                .param(request)
                .update();
        jdbc.sql("""
                        insert into ledger_event (request_id, seq, hash, recorded_at, effective_at, actor, action)
                        select request_id, 2, hash, recorded_at, effective_at, actor, 'EDITED' from ledger_event
                        where request_id = ? and seq = 3""").param(request).update();
        assertThat(findings()).containsExactly(new LedgerFinding(Kind.ENTRY_CHANGED, request, reference, 2, null));
    }

    @Test
    void namesTheFirstOfTwoThatChangedPlaces() {
        for (String step : List.of("seq = -2 where seq = 2", "seq = 2 where seq = 3", "seq = 3 where seq = -2")) {
            jdbc.sql("update ledger_event set " + step + " and request_id = ?")
                    .param(request)
                    .update();
        }
        assertThat(findings()).containsExactly(new LedgerFinding(Kind.ENTRY_CHANGED, request, reference, 2, null));
    }

    @Test
    void findsTheDeletedEndByTheSeal() {
        Anchor anchor = anchors.make();
        int last = length();
        jdbc.sql("delete from ledger_event where request_id = ? and seq = ?")
                .param(request)
                .param(last)
                .update();
        assertThat(findings())
                .containsExactly(new LedgerFinding(Kind.END_MISSING, request, reference, last, anchor.number()));

        // growing on does not heal it
        commands.withdraw(reference, "Ya no hace falta", Drafts.HANDLER);
        anchors.make();
        assertThat(findings())
                .containsExactly(new LedgerFinding(Kind.CHAIN_REPLACED, request, reference, 1, anchor.number()));
    }

    @Test
    void findsARequestWithoutEntries() {
        jdbc.sql("delete from ledger_event where request_id = ?").param(request).update();
        assertThat(findings()).containsExactly(new LedgerFinding(Kind.NO_ENTRIES, request, reference, 1, null));
    }

    @Test
    void findsADeletedRequestByTheSeal() {
        anchors.make();
        for (String table : List.of("ledger_event", "clock_event", "deadline", "measure")) {
            String of = table.equals("clock_event")
                    ? " where deadline_id in (select id from deadline where request_id = ?)"
                    : " where request_id = ?";
            jdbc.sql("delete from " + table + of).param(request).update();
        }
        jdbc.sql("delete from cooperation_request where id = ?").param(request).update();
        assertThat(findings()).containsExactly(new LedgerFinding(Kind.REQUEST_MISSING, request, reference, 1, 1L));
    }

    @Test
    void findsAChainThatWasComputedAnew() {
        anchors.make();
        commands.withdraw(reference, "Ya no hace falta", Drafts.HANDLER);
        Anchor second = anchors.make();
        int sealedFirst = jdbc.sql("select min(seq) from ledger_anchor_head where request_id = ?")
                .param(request)
                .query(Integer.class)
                .single();
        jdbc.sql("update ledger_event set reason = 'otro' where request_id = ? and seq = ?")
                .param(request)
                .param(length())
                .update();
        chainAnew();
        assertThat(findings())
                .as("the first entry that the seal before does not cover")
                .containsExactly(
                        new LedgerFinding(Kind.CHAIN_REPLACED, request, reference, sealedFirst + 1, second.number()));
    }

    @Test
    void findsSealsThatWereChangedInTheTable() {
        anchors.make();
        anchors.make();
        anchors.make();
        jdbc.sql("update ledger_anchor set made_at = made_at + interval '1' hour where number = 2")
                .update();
        assertThat(ofSeals(verifier.verify(Actor.SYSTEM)))
                .extracting(LedgerFinding::kind, LedgerFinding::anchor)
                .containsExactly(tuple(Kind.ANCHOR_CHANGED, 2L), tuple(Kind.ANCHOR_DIFFERS, 2L));
        jdbc.sql("delete from ledger_anchor where number = 2").update();
        assertThat(ofSeals(verifier.verify(Actor.SYSTEM)))
                .extracting(LedgerFinding::kind, LedgerFinding::anchor)
                .containsExactly(tuple(Kind.ANCHOR_MISSING, 2L), tuple(Kind.ANCHOR_NOT_IN_TABLE, 2L));
    }

    @Test
    void findsByTheFileThatAllSealsWereComputedAnew() {
        Anchor first = anchors.make();
        Anchor second = anchors.make();
        jdbc.sql("update ledger_event set reason = 'otro' where request_id = ? and seq = 1")
                .param(request)
                .update();
        chainAnew();
        jdbc.sql("""
                        update ledger_anchor_head set hash = (select e.hash from ledger_event e
                            where e.request_id = ledger_anchor_head.request_id and e.seq = ledger_anchor_head.seq)
                        where request_id = ?""").param(request).update();
        AnchorRows rows = on().get(AnchorRows.class);
        Anchor forged = rows.computed(null, 1, first.madeAt());
        rows.finish(forged);
        rows.finish(rows.computed(forged, 2, second.madeAt()));

        LedgerReport report = verifier.verify(Actor.SYSTEM);
        assertThat(about(report)).as("inside the database everything fits").isEmpty();
        assertThat(ofSeals(report))
                .extracting(LedgerFinding::kind, LedgerFinding::anchor)
                .containsExactly(tuple(Kind.ANCHOR_DIFFERS, 1L), tuple(Kind.ANCHOR_DIFFERS, 2L));
    }

    @Test
    void findsWhatWasDoneToTheFile() throws IOException {
        anchors.make();
        anchors.make();
        anchors.make();
        List<String> lines = Files.readAllLines(on().anchorFile);
        Files.write(on().anchorFile, List.of(lines.get(0), "nonsense", lines.get(2)));
        assertThat(ofSeals(verifier.verify(Actor.SYSTEM)))
                .extracting(LedgerFinding::kind, LedgerFinding::anchor)
                .containsExactly(tuple(Kind.ANCHOR_NOT_IN_FILE, 2L), tuple(Kind.FILE_UNREADABLE, null));
        Files.delete(on().anchorFile);
        assertThat(ofSeals(verifier.verify(Actor.SYSTEM)))
                .extracting(LedgerFinding::kind)
                .containsOnly(Kind.ANCHOR_NOT_IN_FILE)
                .hasSize(3);
        anchors.make();
        assertThat(ofSeals(verifier.verify(Actor.SYSTEM)))
                .as("a lost file is not written anew")
                .hasSize(3);
    }

    @Test
    void writesALineAgainThatACrashCutOff() throws IOException {
        anchors.make();
        Anchor second = anchors.make();
        List<String> lines = Files.readAllLines(on().anchorFile);
        Files.writeString(on().anchorFile, lines.get(0) + "\n" + second.line().substring(0, 20));
        anchors.make();
        assertThat(ofSeals(verifier.verify(Actor.SYSTEM))).isEmpty();
        assertThat(Files.readAllLines(on().anchorFile)).hasSize(4);
        Files.writeString(on().anchorFile, "", StandardOpenOption.APPEND);
        assertThat(ofSeals(verifier.verify(Actor.SYSTEM))).isEmpty();
    }

    @Test
    void chainsWhatIsOlderThanTheChainOnceAndSaysSo() {
        int old = length();
        jdbc.sql("update ledger_event set hash = null where request_id = ?")
                .param(request)
                .update();
        commands.withdraw(reference, "Ya no hace falta", Drafts.HANDLER);
        assertThat(findings()).containsExactly(new LedgerFinding(Kind.ENTRY_UNCHAINED, request, reference, 1, null));

        anchors.make();
        assertThat(findings()).isEmpty();
        assertThat(on().get(RequestHistory.class).events(request))
                .last()
                .satisfies(entry -> assertThat(entry.sentence().en()).contains("chained the first " + old + " entries"))
                .satisfies(entry -> assertThat(entry.sentence().es()).contains("encadenó"));

        jdbc.sql("update ledger_event set hash = null where request_id = ? and seq = 1")
                .param(request)
                .update();
        anchors.make();
        assertThat(findings())
                .as("under a seal nothing is chained late")
                .containsExactly(new LedgerFinding(Kind.ENTRY_UNCHAINED, request, reference, 1, null));
    }

    @Test
    void chainsNothingLateThatDoesNotFit() {
        jdbc.sql("update ledger_event set hash = null where request_id = ? and seq = 1")
                .param(request)
                .update();
        anchors.make();
        assertThat(findings())
                .as("what follows was chained to an entry with a hash")
                .containsExactly(new LedgerFinding(Kind.ENTRY_UNCHAINED, request, reference, 1, null));
    }

    @Test
    void namesNoRequestToWhomItIsHidden() {
        Actor auditor = new Actor("auditor", Set.of(Role.AUDITOR));
        jdbc.sql("""
                        insert into access_class (classification, need_to_know)
                        select 'CONFIDENTIAL', 'ZZ' where not exists
                          (select 1 from access_class where need_to_know = 'ZZ')""").update();
        jdbc.sql("""
                        update cooperation_request set classification = 'CONFIDENTIAL', access_class =
                          (select id from access_class where need_to_know = 'ZZ') where id = ?""").param(request).update();
        jdbc.sql("update ledger_event set reason = 'otro' where request_id = ? and seq = 2")
                .param(request)
                .update();
        assertThat(about(verifier.verify(auditor)))
                .containsExactly(new LedgerFinding(Kind.ENTRY_CHANGED, request, null, 2, null));
        assertThat(about(verifier.verify(Actor.SYSTEM)))
                .containsExactly(new LedgerFinding(Kind.ENTRY_CHANGED, request, reference, 2, null));
    }

    @Test
    void isRightWhileOthersWork() throws Exception {
        AtomicBoolean working = new AtomicBoolean(true);
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                work.add(people.submit(() -> {
                    while (working.get()) {
                        String mine = commands.create(Drafts.routine(), Drafts.HANDLER);
                        commands.submit(mine, Drafts.HANDLER);
                        commands.withdraw(mine, "Ya no hace falta", Drafts.HANDLER);
                    }
                }));
            }
            long known = jdbc.sql("select max(id) from cooperation_request")
                    .query(Long.class)
                    .single();
            for (int i = 0; i < 6; i++) {
                anchors.make();
                LedgerReport report = verifier.verify(Actor.SYSTEM);
                assertThat(report.findings().stream()
                                .filter(each -> each.requestId() == null || each.requestId() > known))
                        .isEmpty();
            }
            working.set(false);
            for (Future<?> each : work) {
                each.get();
            }
        } finally {
            working.set(false);
            people.shutdown();
        }
    }

    @Test
    void makesEachSealOnceThoughManyWantTo() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Long> node = () -> {
                try {
                    return anchors.make().number();
                } catch (LedgerIsBusy busy) {
                    return 0L;
                }
            };
            List<Long> numbers = new ArrayList<>();
            for (Future<Long> each : nodes.invokeAll(List.of(node, node, node, node, node, node))) {
                numbers.add(each.get());
            }
            numbers.removeIf(number -> number == 0);
            assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
            assertThat(ofSeals(verifier.verify(Actor.SYSTEM))).isEmpty();
        } finally {
            nodes.shutdown();
        }
    }

    private int length() {
        return jdbc.sql("select max(seq) from ledger_event where request_id = ?")
                .param(request)
                .query(Integer.class)
                .single();
    }

    /** As somebody would do who knows how the chain is made. */
    private void chainAnew() {
        LedgerChain.Link last = LedgerChain.START;
        for (Ledger.Stored entry : on().get(Ledger.class).of(request)) {
            last = LedgerChain.next(last, entry.recordedAt(), entry.entry());
            jdbc.sql("update ledger_event set hash = ? where id = ?")
                    .param(last.hash())
                    .param(entry.id())
                    .update();
        }
    }

    private List<LedgerFinding> findings() {
        return about(verifier.verify(Actor.SYSTEM));
    }

    /** Those about this test's request; others have theirs. */
    private List<LedgerFinding> about(LedgerReport report) {
        return report.findings().stream()
                .filter(each -> each.requestId() != null && each.requestId() == request)
                .toList();
    }

    private static List<LedgerFinding> ofSeals(LedgerReport report) {
        return report.findings().stream()
                .filter(each -> each.requestId() == null)
                .toList();
    }
}
