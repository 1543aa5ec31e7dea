package org.plazo.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A list as a CSV file: UTF-8 with a byte order mark, so that spreadsheets read its letters. Closing deletes it. */
public final class ExportFile implements Closeable {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final FileChannel content;
    private long number;
    private long rows;
    private String sha256 = "";

    ExportFile(String name) {
        this.name = name;
        try {
            Path file = Files.createTempFile("plazo-list", ".csv");
            this.content = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("no file can be made for the exported list", e);
        }
    }

    void write(ExportedList list) throws IOException {
        MessageDigest digest = sha256Digest();
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(content), 1 << 16);
        Writer writer = new OutputStreamWriter(new DigestOutputStream(out, digest), StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        CSVPrinter printer = CSVFormat.RFC4180
                .builder()
                .setDelimiter(list.separator())
                .setQuoteMode(QuoteMode.NON_NUMERIC)
                .get()
                .print(writer);
        printer.printRecord(list.header());
        list.rows().each(cells -> print(printer, cells));
        printer.flush();
        sha256 = HexFormat.of().formatHex(digest.digest());
    }

    private void print(CSVPrinter printer, List<? extends @Nullable Object> cells) {
        try {
            for (Object cell : cells) {
                printer.print(cell instanceof Number || cell == null ? cell : Cells.harmless(cell.toString()));
            }
            printer.println();
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException("the exported list cannot be written", e);
        }
    }

    void recorded(long id) {
        number = id;
    }

    /** The number of its entry in the record of exports. */
    public long number() {
        return number;
    }

    /** Without the header. */
    public long rows() {
        return rows;
    }

    String sha256() {
        return sha256;
    }

    /** The file as an answer, which closes it when it is sent. */
    public ResponseEntity<InputStreamResource> answer() {
        try {
            content.position(0);
            return ResponseEntity.ok()
                    .contentType(CSV)
                    .contentLength(content.size())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name)
                                    .build()
                                    .toString())
                    .body(new InputStreamResource(Channels.newInputStream(content)));
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("the exported list cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the exported list cannot be deleted", e);
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
