package org.plazo.document.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plazo.document.scan.FakeClamd.Mood;
import org.plazo.document.scan.ScanResult.Verdict;

class ClamdScannerTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    private FakeClamd clamd;
    private VirusScanner scanner;

    @BeforeEach
    void start() throws IOException {
        clamd = new FakeClamd();
        scanner = VirusScanner.clamd("localhost", clamd.port(), TIMEOUT);
    }

    @AfterEach
    void stop() throws IOException {
        clamd.close();
    }

    @Test
    void sendsTheWholeFileAndBelievesAClearAnswer() throws IOException {
        byte[] large = new byte[3_000_001];
        new Random(7).nextBytes(large);

        assertThat(scanner.scan(file(large))).isEqualTo(ScanResult.CLEAN);
        assertThat(clamd.received()).singleElement().isEqualTo(large);
    }

    @Test
    void tellsWhatWasFound() throws IOException {
        ScanResult result = scanner.scan(file(FakeClamd.EICAR.getBytes()));
        assertThat(result).isEqualTo(new ScanResult(Verdict.INFECTED, "Eicar-Test-Signature"));
    }

    @ParameterizedTest
    @EnumSource(value = Mood.class, names = "WORKING", mode = EnumSource.Mode.EXCLUDE)
    void takesNothingElseForClean(Mood mood) throws IOException {
        clamd.be(mood);
        ScanResult result = scanner.scan(file(new byte[8_000_000]));
        assertThat(result.verdict()).isEqualTo(Verdict.NOT_SCANNED);
        assertThat(result.detail()).isNotBlank();
    }

    @Test
    void doesNotScanWhenNobodyListens() throws IOException {
        clamd.close();
        assertThat(scanner.scan(file(new byte[10])).verdict()).isEqualTo(Verdict.NOT_SCANNED);
    }

    @Test
    void doesNotScanWhatIsNotThere() {
        assertThat(scanner.scan(folder.resolve("missing")).verdict()).isEqualTo(Verdict.NOT_SCANNED);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }
}
