package org.plazo.document.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plazo.document.DocumentRefused;
import org.plazo.document.Refusal;
import org.plazo.document.Samples;

class FileTypesTest {

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("eml", "message/rfc822"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("tif", "image/tiff"));

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> takesEveryKindUnderItsOwnEndingOnly() {
        return Samples.all().entrySet().stream().flatMap(sample -> MEDIA_TYPES.keySet().stream()
                .map(ending -> DynamicTest.dynamicTest(
                        sample.getKey() + " as " + ending,
                        () -> assertKind(sample.getKey(), ending, sample.getValue()))));
    }

    private void assertKind(String kind, String ending, byte[] content) throws IOException {
        boolean text = ending.equals("txt") || ending.equals("csv");
        boolean fits = kind.equals(ending)
                || (text && (kind.equals("txt") || kind.equals("csv")))
                || (ending.equals("txt") && kind.equals("eml"));
        if (fits) {
            assertThat(check("nota." + ending, content)).isEqualTo(MEDIA_TYPES.get(ending));
        } else {
            assertRefused("nota." + ending, content, Refusal.CONTENT_DIFFERS);
        }
    }

    static Stream<Arguments> bad() {
        byte[] html = Samples.text("<!DOCTYPE html><html><script>alert(1)</script></html>");
        byte[] svg = Samples.text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
        byte[] exe = Samples.joined(Samples.text("MZ"), new byte[300]);
        byte[] elf = Samples.joined(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}, new byte[200]);
        byte[] zip = Samples.zip("a.txt", "a");
        byte[] jpg = Samples.image("jpg", 8, 8);
        return Stream.of(
                Arguments.of("no ending", "nota", Samples.pdf("a"), Refusal.TYPE_NOT_TAKEN),
                Arguments.of("an ending alone", "pdf", Samples.pdf("a"), Refusal.TYPE_NOT_TAKEN),
                Arguments.of("a page", "nota.html", html, Refusal.TYPE_NOT_TAKEN),
                Arguments.of("a drawing", "nota.svg", svg, Refusal.TYPE_NOT_TAKEN),
                Arguments.of("an archive", "nota.zip", zip, Refusal.TYPE_NOT_TAKEN),
                Arguments.of("a program", "nota.exe", exe, Refusal.TYPE_NOT_TAKEN),
                Arguments.of("a program after a document", "nota.pdf.exe", exe, Refusal.TYPE_NOT_TAKEN),
                Arguments.of("macros", "nota.docm", Samples.docx(), Refusal.TYPE_NOT_TAKEN),
                Arguments.of("an old document", "nota.doc", Samples.text("x"), Refusal.TYPE_NOT_TAKEN),
                Arguments.of("a page as text", "nota.txt", html, Refusal.CONTENT_DIFFERS),
                Arguments.of("a page as PDF", "nota.pdf", html, Refusal.CONTENT_DIFFERS),
                Arguments.of("a drawing as image", "nota.png", svg, Refusal.CONTENT_DIFFERS),
                Arguments.of("a drawing as text", "nota.txt", svg, Refusal.CONTENT_DIFFERS),
                Arguments.of("a program as PDF", "nota.pdf", exe, Refusal.CONTENT_DIFFERS),
                Arguments.of("a program as text", "nota.txt", elf, Refusal.CONTENT_DIFFERS),
                Arguments.of(
                        "a script as text", "nota.txt", Samples.text("#!/bin/sh\nrm -rf\n"), Refusal.CONTENT_DIFFERS),
                Arguments.of("an archive as document", "nota.docx", zip, Refusal.CONTENT_DIFFERS),
                Arguments.of("an archive as sheet", "nota.ods", zip, Refusal.CONTENT_DIFFERS),
                Arguments.of("an empty archive", "nota.docx", Samples.zip(), Refusal.CONTENT_DIFFERS),
                Arguments.of(
                        "a broken archive",
                        "nota.docx",
                        new String(Samples.docx(), StandardCharsets.ISO_8859_1)
                                .substring(0, 80)
                                .getBytes(StandardCharsets.ISO_8859_1),
                        Refusal.CONTENT_DIFFERS),
                Arguments.of(
                        "macros under another name",
                        "nota.docx",
                        Samples.zip(
                                "[Content_Types].xml", "<a/>", "word/document.xml", "<a/>", "word/vbaProject.bin", "x"),
                        Refusal.CONTENT_DIFFERS),
                Arguments.of(
                        "a PDF behind something",
                        "nota.pdf",
                        Samples.joined(Samples.text("<b>hola</b>\n"), Samples.pdf("a")),
                        Refusal.CONTENT_DIFFERS),
                Arguments.of(
                        "bytes behind text",
                        "nota.txt",
                        Samples.joined(Samples.text("hola ".repeat(20_000)), exe),
                        Refusal.CONTENT_DIFFERS),
                Arguments.of(
                        "an archive behind an image", "nota.jpg", Samples.joined(jpg, zip), Refusal.TWO_THINGS_AT_ONCE),
                Arguments.of(
                        "an archive behind a PDF",
                        "nota.pdf",
                        Samples.joined(Samples.pdf("a"), zip),
                        Refusal.TWO_THINGS_AT_ONCE),
                Arguments.of(
                        "a PDF within an image", "nota.jpg", withComment(jpg, "%PDF-1.4"), Refusal.TWO_THINGS_AT_ONCE),
                Arguments.of(
                        "more pixels than may be",
                        "nota.png",
                        Samples.pngThatClaims(10_001, 10_000),
                        Refusal.IMAGE_TOO_LARGE),
                Arguments.of(
                        "pixels beyond counting",
                        "nota.png",
                        Samples.pngThatClaims(Integer.MAX_VALUE, Integer.MAX_VALUE),
                        Refusal.IMAGE_TOO_LARGE),
                Arguments.of(
                        "the head of an image alone",
                        "nota.png",
                        Arrays.copyOf(Samples.image("png", 8, 8), 12),
                        Refusal.IMAGE_UNREADABLE),
                Arguments.of(
                        "a TIFF without a page",
                        "nota.tif",
                        new byte[] {'I', 'I', 42, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                        Refusal.IMAGE_UNREADABLE),
                Arguments.of(
                        "a TIFF whose page follows itself",
                        "nota.tif",
                        new byte[] {
                            'I', 'I', 42, 0, 8, 0, 0, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0, 0, 9, 0, 0, 0, 1, 1, 3, 0, 1, 0, 0,
                            0, 9, 0, 0, 0, 8, 0, 0, 0
                        },
                        Refusal.IMAGE_UNREADABLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void refuses(String what, String name, byte[] content, Refusal refusal) throws IOException {
        assertRefused(name, content, refusal);
    }

    @Test
    void takesTheLargestImage() throws IOException {
        assertThat(check("mapa.png", Samples.pngThatClaims(10_000, 10_000))).isEqualTo("image/png");
    }

    @Test
    void takesTextInOtherEncodings() throws IOException {
        String text = "Año 2026: se solicita copia certificada del expediente número 12, a la mayor brevedad.";
        assertThat(check("a.txt", text.getBytes(StandardCharsets.UTF_16))).isEqualTo("text/plain");
        assertThat(check("a.csv", text.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("text/csv");
        assertThat(check("a.csv", Samples.text("\uFEFF" + text))).isEqualTo("text/csv");
    }

    @Test
    void takesOfficeFilesWhoseContentTypesComeLater() throws IOException {
        byte[] docx = Samples.zip("word/document.xml", "<w/>", "[Content_Types].xml", "<Types/>");
        assertThat(check("Acta.DOCX", docx)).endsWith("wordprocessingml.document");
    }

    @Test
    void takesTheOtherEndingsOfImages() throws IOException {
        assertThat(check("a.jpeg", Samples.image("jpg", 8, 8))).isEqualTo("image/jpeg");
        assertThat(check("a.TIFF", Samples.image("tif", 8, 8))).isEqualTo("image/tiff");
    }

    private static byte[] withComment(byte[] jpg, String comment) {
        byte[] head = Arrays.copyOf(jpg, 2);
        byte[] rest = Arrays.copyOfRange(jpg, 2, jpg.length);
        byte[] segment = {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length() + 2)};
        return Samples.joined(head, segment, Samples.text(comment), rest);
    }

    private void assertRefused(String name, byte[] content, Refusal refusal) {
        assertThatThrownBy(() -> check(name, content)).isInstanceOfSatisfying(DocumentRefused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(refusal);
            assertThat(refused.field()).isEqualTo("file");
        });
    }

    private String check(String name, byte[] content) throws IOException {
        return FileTypes.checked(name, Files.write(folder.resolve("received"), content));
    }
}
