package org.plazo.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plazo.calendar.LocalizedText;
import org.plazo.document.Document.Withdrawal;
import org.plazo.document.DocumentRows.Damage;
import org.plazo.document.DocumentRows.Labels;
import org.plazo.document.Reception.Examined;
import org.plazo.document.file.ReceivedFile;
import org.plazo.document.scan.ScanResult;
import org.plazo.document.scan.ScanResult.Verdict;
import org.plazo.request.Parties;
import org.plazo.request.Party;
import org.plazo.request.ReferencePattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The two tables on both databases. */
class DocumentTablesIT {

    private static final Instant NOW = Instant.parse("2026-03-06T14:00:00.123456Z");
    private static final DocumentSettings SETTINGS = new DocumentSettings(
            DataSize.ofMegabytes(20),
            DataSize.ofBytes(1_000),
            500,
            DataSize.ofGigabytes(1),
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            null);

    private static EmbeddedPostgres postgres;
    private static HikariDataSource pool;
    private static List<Database> databases;

    private record Database(String name, JdbcClient jdbc, TransactionTemplate transaction, long requestId) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        pool = new HikariDataSource();
        pool.setDataSource(postgres.getPostgresDatabase());
        pool.setMaximumPoolSize(20);
        databases = List.of(
                database(
                        "H2",
                        JdbcConnectionPool.create(
                                "jdbc:h2:mem:documents;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "")),
                database("PostgreSQL", pool));
    }

    @AfterAll
    static void stop() throws IOException {
        pool.close();
        postgres.close();
    }

    private static Database database(String name, DataSource source) {
        Flyway.configure().dataSource(source).load().migrate();
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("insert into access_class (classification, need_to_know) values ('ORDINARY', '')")
                .update();
        jdbc.sql("""
                        insert into cooperation_request (reference, direction, kind, requesting_authority,
                          requested_authority, legal_basis, crime_area, label, urgency, classification, lifecycle, created_at,
                          access_class)
                        values ('D-1', 'OUTGOING', 'INFORMATION', 'FGR', 'DOJ', 'MOU_2017', 'DRUGS', 'x', 'ROUTINE',
                          'ORDINARY', 'DRAFT', current_timestamp, (select id from access_class))""").update();
        long id =
                jdbc.sql("select id from cooperation_request").query(Long.class).single();
        return new Database(name, jdbc, new TransactionTemplate(new JdbcTransactionManager(source)), id);
    }

    static Stream<Database> databases() {
        return databases.stream();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void givesBackWhatWasInserted(Database on) {
        DocumentRows rows = new DocumentRows(on.jdbc());
        Examined upload = upload(Verdict.CLEAN);
        long id = rows.insert(on.requestId(), upload, labels("ñ".repeat(251) + ".pdf"), "handler", NOW);

        assertThat(rows.find(on.requestId(), id))
                .contains(new Document(
                        id,
                        on.requestId(),
                        upload.file().id(),
                        "ñ".repeat(251) + ".pdf",
                        "Acta",
                        "application/pdf",
                        7,
                        "0".repeat(64),
                        "es",
                        "ORDINARY",
                        DocumentState.AVAILABLE,
                        null,
                        "handler",
                        NOW,
                        null,
                        false));
        assertThat(rows.find(on.requestId() + 1, id)).isEmpty();
        assertThat(rows.of(on.requestId())).extracting(Document::id).contains(id);
        assertThat(rows.known(List.of(upload.file().id(), UUID.randomUUID())))
                .isEqualTo(Set.of(upload.file().id()));
        assertThat(rows.after(id - 1, 1)).extracting(Document::id).containsExactly(id);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void withdrawsOnce(Database on) {
        DocumentRows rows = new DocumentRows(on.jdbc());
        long id = rows.insert(on.requestId(), upload(Verdict.CLEAN), labels("a.pdf"), "handler", NOW);
        Withdrawal withdrawal = new Withdrawal("manager", NOW, "Motivo");

        assertThat(rows.withdraw(id, withdrawal)).isTrue();
        assertThat(rows.withdraw(id, new Withdrawal("head", NOW, "Otro"))).isFalse();
        assertThat(rows.find(on.requestId(), id).orElseThrow().withdrawal()).isEqualTo(withdrawal);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void settlesWhatWaitedForTheScannerOnce(Database on) {
        DocumentRows rows = new DocumentRows(on.jdbc());
        long id = rows.insert(on.requestId(), upload(Verdict.NOT_SCANNED), labels("a.pdf"), "handler", NOW);

        assertThat(rows.quarantined(10)).extracting(Document::id).containsExactly(id);
        assertThat(rows.waiting()).isEqualTo(new DocumentRows.Waiting(1, NOW));
        assertThat(rows.scanned(id, DocumentState.QUARANTINED, "away", NOW)).isTrue();
        assertThat(rows.scanned(id, DocumentState.AVAILABLE, null, NOW)).isTrue();
        assertThat(rows.scanned(id, DocumentState.INFECTED, "late", NOW)).isFalse();
        assertThat(rows.waiting()).isEqualTo(new DocumentRows.Waiting(0, null));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void notesDamageAndItsEnd(Database on) {
        DocumentRows rows = new DocumentRows(on.jdbc());
        long id = rows.insert(on.requestId(), upload(Verdict.CLEAN), labels("a.pdf"), "handler", NOW);

        rows.checked(id, Damage.CHANGED, null);
        assertThat(rows.countDamaged(Damage.CHANGED)).isEqualTo(1);
        assertThat(rows.damaged(10)).extracting(Document::id).containsExactly(id);
        rows.checked(id, null, NOW.plusSeconds(9));
        assertThat(rows.damaged(10)).isEmpty();
        assertThat(rows.checkedBefore(NOW.plusSeconds(9), 100))
                .extracting(Document::id)
                .doesNotContain(id);
        assertThat(rows.checkedBefore(NOW.plusSeconds(10), 100))
                .extracting(Document::id)
                .contains(id);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void countsParallelUploadsStrictly(Database on) throws Exception {
        UploadQuota quota =
                new UploadQuota(on.jdbc(), on.transaction(), SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC), parties());
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> uploads = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            uploads.add(people.submit((Callable<Boolean>) () -> taken(on, quota)));
        }
        int taken = 0;
        for (Future<Boolean> upload : uploads) {
            taken += upload.get() ? 1 : 0;
        }
        people.shutdown();

        assertThat(taken).isEqualTo(10);
        assertThat(on.jdbc()
                        .sql("select used_bytes from document_quota")
                        .query(Long.class)
                        .list())
                .containsExactly(1_000L);
        assertThatThrownBy(() -> quota.take("handler", 1)).isInstanceOf(DocumentRefused.class);
    }

    private static boolean taken(Database on, UploadQuota quota) {
        quota.open("handler");
        try {
            on.transaction().executeWithoutResult(status -> quota.take("handler", 100));
            return true;
        } catch (DocumentRefused e) {
            return false;
        }
    }

    private static Parties parties() {
        LocalizedText name = new LocalizedText("x", "x");
        Party home = new Party("cu", name, ZoneId.of("America/Havana"), "cu", Locale.ENGLISH);
        return new Parties(
                home,
                home,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new ReferencePattern("{home}-{year}-{number:4}"));
    }

    private static Examined upload(Verdict verdict) {
        return new Examined(
                new ReceivedFile(UUID.randomUUID(), Path.of("x"), 7, "0".repeat(64)),
                "application/pdf",
                new ScanResult(verdict, null));
    }

    private static Labels labels(String name) {
        return new Labels(name, "Acta", "es", "ORDINARY");
    }
}
