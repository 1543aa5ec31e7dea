package org.plazo.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.document.DocumentRows.Labels;
import org.plazo.document.Reception.Examined;
import org.plazo.document.file.DocumentStore;
import org.plazo.document.file.ReceivedFile;
import org.plazo.document.scan.ScanResult;
import org.plazo.request.RequestCommands;
import org.plazo.request.Requests;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.transaction.support.TransactionOperations;

/** What a crash, a lost file or a changed byte leaves, and what becomes of it. */
@PlazoIT
class ReconciliationIT {

    @Autowired
    private RequestCommands commands;

    @Autowired
    private Requests requests;

    @Autowired
    private DocumentIntake intake;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentStore store;

    @Autowired
    private DocumentRows rows;

    @Autowired
    private Filing filing;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private DocumentsHealthIndicator health;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private MovableClock clock;

    private final List<Runnable> repairs = new ArrayList<>();
    private String reference;

    @BeforeEach
    void enterARequest() {
        reference = NewRequests.ordinary(commands);
    }

    @AfterEach
    void repair() throws IOException {
        repairs.forEach(Runnable::run);
        reconciliation.run();
        reconciliation.recheckDamaged();
        clock.reset();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void removesAFileWithoutARowAfterADay() throws IOException {
        Path orphan = Files.write(store.path(UUID.randomUUID()), Samples.pdf("huérfano"));
        Path stranger = Files.write(store.path(UUID.randomUUID()).resolveSibling("README"), new byte[] {1});
        age(stranger, Duration.ofDays(30));
        repairs.add(() -> delete(stranger));

        age(orphan, Duration.ofDays(1).minusMinutes(1));
        reconciliation.run();
        assertThat(orphan).exists();

        age(orphan, Duration.ofDays(1).plusMinutes(1));
        reconciliation.run();
        assertThat(orphan).doesNotExist();
        assertThat(stranger).exists();
    }

    @Test
    void removesAnUploadThatWasNeverFinishedAfterADay() throws IOException {
        ReceivedFile unfinished = store.receive(new ByteArrayInputStream(Samples.pdf("a medias")), 1_000);
        reconciliation.run();
        assertThat(unfinished.path()).exists();

        age(unfinished.path(), Duration.ofDays(1).plusMinutes(1));
        reconciliation.run();
        assertThat(unfinished.path()).doesNotExist();
    }

    @Test
    void leavesManyFilesWithoutRowsAloneAndSaysSo() throws IOException {
        for (int i = 0; i <= Reconciliation.MOST_ORPHANS; i++) {
            Path orphan = Files.write(store.path(UUID.randomUUID()), new byte[] {1});
            age(orphan, Duration.ofDays(2));
            repairs.add(() -> delete(orphan));
        }
        reconciliation.run();

        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.health().getDetails()).containsEntry("filesWithoutRow", Reconciliation.MOST_ORPHANS + 1);
    }

    @Test
    void keepsFilesOfDocumentsHoweverOld() throws IOException {
        Document document = add(Samples.pdf("viejo"));
        age(store.path(document.storedAs()), Duration.ofDays(400));
        reconciliation.run();
        assertThat(store.path(document.storedAs())).hasBinaryContent(Samples.pdf("viejo"));
    }

    @Test
    void tellsOfARowWhoseFileIsMissingUntilItIsBack() throws IOException {
        byte[] pdf = Samples.pdf("perdido");
        Document document = add(pdf);
        Path file = store.path(document.storedAs());
        Files.delete(file);
        repairs.add(() -> write(file, pdf));

        reconciliation.run();
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.health().getDetails()).containsEntry("missing", 1L);
        assertDamaged(document);

        write(file, pdf);
        reconciliation.recheckDamaged();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(documents.open(reference, document.id(), NewRequests.HANDLER).file())
                .hasBinaryContent(pdf);
    }

    @Test
    void findsAChangedByteOnTheDailyReading() throws IOException {
        byte[] pdf = Samples.pdf("cambiado");
        Document document = add(pdf);
        changeAByte(document, pdf);

        clock.advance(Duration.ofDays(1));
        reconciliation.verify();
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.health().getDetails()).containsEntry("changed", 1L);
        assertDamaged(document);
        reconciliation.run();
        assertThat(health.health().getDetails()).containsEntry("changed", 1L);
    }

    @Test
    void handsOutNothingButWhatWasUploaded() throws IOException {
        byte[] pdf = Samples.pdf("comprobado");
        Document document = add(pdf);
        changeAByte(document, pdf);
        assertDamaged(document);
        assertThat(health.health().getDetails()).containsEntry("changed", 1L);
    }

    @Test
    void leavesNothingButAFileWhenTheTransactionFailsAfterTheRename() throws IOException {
        long requestId = requests.find(reference).orElseThrow().id();
        ReceivedFile file = store.receive(new ByteArrayInputStream(Samples.pdf("sin fila")), 1_000);
        Examined upload = new Examined(file, "application/pdf", ScanResult.CLEAN);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    filing.file(requestId, upload, new Labels("a.pdf", "a", "es", "ORDINARY"), NewRequests.HANDLER);
                    throw new IllegalStateException("the database goes away");
                }))
                .hasMessage("the database goes away");

        assertThat(documents.of(reference, NewRequests.HANDLER)).isEmpty();
        assertThat(store.path(file.id())).exists();
        age(store.path(file.id()), Duration.ofDays(2));
        reconciliation.run();
        assertThat(store.path(file.id())).doesNotExist();
    }

    @Test
    void takesNothingWhenTheFileCannotBeKept() throws IOException {
        long requestId = requests.find(reference).orElseThrow().id();
        ReceivedFile file = store.receive(new ByteArrayInputStream(Samples.pdf("sin archivo")), 1_000);
        Files.delete(file.path());
        assertThatThrownBy(() -> filing.file(
                        requestId,
                        new Examined(file, "application/pdf", ScanResult.CLEAN),
                        new Labels("a.pdf", "a", "es", "ORDINARY"),
                        NewRequests.HANDLER))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(rows.count(requestId)).isZero();
    }

    private void changeAByte(Document document, byte[] pdf) {
        Path file = store.path(document.storedAs());
        byte[] changed = pdf.clone();
        changed[20] ^= 1;
        write(file, changed);
        repairs.add(() -> write(file, pdf));
    }

    private void assertDamaged(Document document) {
        assertThatThrownBy(() -> documents.open(reference, document.id(), NewRequests.HANDLER))
                .isInstanceOfSatisfying(DocumentRefused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.DAMAGED));
    }

    private Document add(byte[] pdf) throws IOException {
        return intake.add(
                reference,
                new NewDocument("nota.pdf", new ByteArrayInputStream(pdf), null, "es", null),
                NewRequests.HANDLER);
    }

    private void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
