package org.plazo.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plazo.document.file.DocumentStore;
import org.plazo.document.scan.FakeClamd;
import org.plazo.document.scan.FakeClamd.Mood;
import org.plazo.document.scan.VirusScanner;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestCommands;
import org.plazo.request.RequestLedger;
import org.plazo.security.Actor;
import org.plazo.support.MovableClock;
import org.plazo.support.PlazoIT;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.health.Status;
import org.springframework.transaction.support.TransactionOperations;

/** Intake and quarantine with a scanner, which the other tests do without. */
@PlazoIT
class QuarantineIT {

    @Autowired
    private RequestCommands commands;

    @Autowired
    private RequestAccess access;

    @Autowired
    private RequestLedger ledger;

    @Autowired
    private RegisterQueries register;

    @Autowired
    private Labelling labelling;

    @Autowired
    private Filing filing;

    @Autowired
    private DocumentRows rows;

    @Autowired
    private DocumentStore store;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentsHealthIndicator health;

    @Autowired
    private DocumentSettings settings;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private MovableClock clock;

    private FakeClamd clamd;
    private DocumentIntake intake;
    private Quarantine quarantine;
    private String reference;

    @BeforeEach
    void startTheScanner() throws IOException {
        clamd = new FakeClamd();
        ObjectProvider<VirusScanner> scanner =
                only(VirusScanner.clamd("localhost", clamd.port(), Duration.ofMillis(500)));
        intake = new DocumentIntake(access, register, labelling, new Reception(store, scanner, settings), filing);
        quarantine = new Quarantine(rows, store, scanner, ledger, transaction, clock);
        reference = NewRequests.ordinary(commands);
    }

    @AfterEach
    void letNothingWait() throws IOException {
        clamd.be(Mood.WORKING);
        quarantine.retry();
        clamd.close();
        clock.reset();
    }

    private static ObjectProvider<VirusScanner> only(VirusScanner scanner) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("scanner", scanner);
        return beans.getBeanProvider(VirusScanner.class);
    }

    @Test
    void takesWhatTheScannerFindsCleanAndRefusesWhatIsNot() throws IOException {
        assertThat(add("limpio.pdf", Samples.pdf("limpio")).state()).isEqualTo(DocumentState.AVAILABLE);
        assertThatThrownBy(() -> add("malo.txt", Samples.text(FakeClamd.EICAR)))
                .isInstanceOfSatisfying(DocumentRefused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(Refusal.INFECTED);
                    assertThat(refused.values()).containsExactly("Eicar-Test-Signature");
                });
        assertThat(documents.of(reference, NewRequests.HANDLER)).hasSize(1);
    }

    @Test
    void keepsWhatCannotBeScannedLockedUpUntilItCan() throws IOException {
        clamd.be(Mood.HANGING_UP);
        Document waiting = add("espera.pdf", Samples.pdf("espera"));

        assertThat(waiting.state()).isEqualTo(DocumentState.QUARANTINED);
        assertThat(waiting.finding()).isNotBlank();
        assertThat(documents.of(reference, NewRequests.HANDLER)).containsExactly(waiting);
        assertRefused(waiting, Refusal.IN_QUARANTINE);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("quarantined", 1L);

        quarantine.retry();
        assertRefused(waiting, Refusal.IN_QUARANTINE);
        clock.set(waiting.uploadedAt().plus(settings.alarmAfter()).plusSeconds(1));
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        clamd.be(Mood.WORKING);
        quarantine.retry();
        assertThat(documents.open(reference, waiting.id(), NewRequests.HANDLER).file())
                .hasBinaryContent(Samples.pdf("espera"));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void takesOutOfViewWhatTurnsOutToBeInfected() throws IOException {
        clamd.be(Mood.BABBLING);
        Document waiting = add("malo.txt", Samples.text(FakeClamd.EICAR + " tarde"));
        clamd.be(Mood.WORKING);
        quarantine.retry();

        Document infected = documents.of(reference, NewRequests.HANDLER).get(0);
        assertThat(infected.state()).isEqualTo(DocumentState.INFECTED);
        assertThat(infected.withdrawal()).isNotNull();
        assertThat(infected.withdrawal().by()).isEqualTo(Actor.SYSTEM.userId());
        assertThat(infected.withdrawal().reason()).isEqualTo("Eicar-Test-Signature");
        assertRefused(waiting, Refusal.WITHDRAWN);
        assertThat(store.path(waiting.storedAs())).exists();
    }

    @Test
    void letsNothingOutWhenTheScannerIsTakenAway() throws IOException {
        clamd.be(Mood.HANGING_UP);
        Document waiting = add("sin.pdf", Samples.pdf("sin escáner"));
        ObjectProvider<VirusScanner> none = new StaticListableBeanFactory().getBeanProvider(VirusScanner.class);
        new Quarantine(rows, store, none, ledger, transaction, clock).retry();
        assertRefused(waiting, Refusal.IN_QUARANTINE);
    }

    private void assertRefused(Document document, Refusal refusal) {
        assertThatThrownBy(() -> documents.open(reference, document.id(), NewRequests.HANDLER))
                .isInstanceOfSatisfying(DocumentRefused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
    }

    private Document add(String name, byte[] content) throws IOException {
        return intake.add(
                reference,
                new NewDocument(name, new ByteArrayInputStream(content), null, "es", null),
                NewRequests.HANDLER);
    }
}
