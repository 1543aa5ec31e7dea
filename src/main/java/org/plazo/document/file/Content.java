package org.plazo.document.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks at a whole file from outside: its first and last bytes, the names in its directory, its characters. */
final class Content {

    /** A ZIP file ends with this record of 22 bytes and a comment of at most 65,535. */
    private static final byte[] END_OF_ZIP = {'P', 'K', 5, 6};

    private static final int END_OF_ZIP_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;

    /** Viewers look for the head of a PDF this far into a file. */
    private static final int PDF_HEAD_WITHIN = 1_024;

    private static final int DETECTED = 64 * 1_024;

    private final Path file;

    Content(Path file) {
        this.file = file;
    }

    /** Each character stands for one byte. */
    boolean startsWith(String bytes) throws IOException {
        return new String(head(bytes.length()), StandardCharsets.ISO_8859_1).equals(bytes);
    }

    /** By the names in the ZIP directory alone; nothing is unpacked. A document with macros is none of the kinds we take. */
    boolean isOfficeFile(FileType type) throws IOException {
        Set<String> names;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            names = zip.stream().map(entry -> entry.getName()).collect(Collectors.toSet());
        } catch (ZipException e) {
            return false;
        }
        if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
            return false;
        }
        return switch (type) {
            case DOCX -> names.contains("[Content_Types].xml") && has(names, "word/document");
            case XLSX -> names.contains("[Content_Types].xml") && has(names, "xl/workbook");
            default -> names.contains("content.xml");
        };
    }

    private static boolean has(Set<String> names, String part) {
        return names.stream().anyMatch(name -> name.startsWith(part) && name.endsWith(".xml"));
    }

    /** No control characters but those of layout, in any encoding that keeps ASCII, or in UTF-16 that says so. */
    boolean isText() throws IOException {
        return isTextIn(isUtf16() ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    }

    private boolean isUtf16() throws IOException {
        return startsWith("\u00FE\u00FF") || startsWith("\u00FF\u00FE");
    }

    /** What a detector looks at. It knows no UTF-16, so such a text is shown to it in UTF-8. */
    InputStream toDetect() throws IOException {
        if (!isUtf16()) {
            return new BufferedInputStream(Files.newInputStream(file));
        }
        String beginning = new String(head(DETECTED), StandardCharsets.UTF_16);
        return new ByteArrayInputStream(beginning.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isTextIn(Charset charset) throws IOException {
        var strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (BufferedReader characters =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), strict))) {
            for (int character = characters.read(); character >= 0; character = characters.read()) {
                if (character < ' ' && "\t\n\r\f\u001B".indexOf(character) < 0) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether readers of another format would take the file for theirs. */
    boolean isSomethingBesides(FileType type) throws IOException {
        boolean binary = type.shape() != FileType.Shape.TEXT;
        return (type.shape() != FileType.Shape.OFFICE && endsAsZip())
                || (binary
                        && type != FileType.PDF
                        && new String(head(PDF_HEAD_WITHIN), StandardCharsets.ISO_8859_1).contains("%PDF-"));
    }

    private boolean endsAsZip() throws IOException {
        byte[] tail;
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long length = bytes.length();
            tail = new byte[(int) Math.min(length, END_OF_ZIP_LENGTH + LONGEST_COMMENT)];
            bytes.seek(length - tail.length);
            bytes.readFully(tail);
        }
        for (int at = tail.length - END_OF_ZIP_LENGTH; at >= 0; at--) {
            if (isEndOfZip(tail, at)) {
                return true;
            }
        }
        return false;
    }

    /** The record states the length of the comment that follows it, to the end of the file. */
    private static boolean isEndOfZip(byte[] tail, int at) {
        for (int i = 0; i < END_OF_ZIP.length; i++) {
            if (tail[at + i] != END_OF_ZIP[i]) {
                return false;
            }
        }
        int comment = (tail[at + 20] & 0xFF) | (tail[at + 21] & 0xFF) << 8;
        return at + END_OF_ZIP_LENGTH + comment == tail.length;
    }

    private byte[] head(int bytes) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return content.readNBytes(bytes);
        }
    }
}
