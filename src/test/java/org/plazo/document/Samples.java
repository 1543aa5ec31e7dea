package org.plazo.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of every kind that is taken, and of some that are not. */
public final class Samples {

    private Samples() {}

    /** Each kind once, under its ending. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("pdf", pdf("uno"));
        all.put("docx", docx());
        all.put("xlsx", xlsx());
        all.put("odt", openDocument("application/vnd.oasis.opendocument.text"));
        all.put("ods", openDocument("application/vnd.oasis.opendocument.spreadsheet"));
        all.put("txt", text("Señor: adjunto copia."));
        all.put("csv", text("referencia;fecha\nCU-1;2026-01-05\n"));
        all.put(
                "eml",
                text("From: a@example.org\r\nTo: b@example.org\r\nSubject: Copia\r\nDate: Mon, 5 Jan 2026 "
                        + "10:00:00 -0500\r\nMessage-ID: <1@example.org>\r\n\r\nHola\r\n"));
        all.put("jpg", image("jpg", 8, 8));
        all.put("png", image("png", 8, 8));
        all.put("tif", image("tif", 8, 8));
        return all;
    }

    /** A PDF that says something different for each mark. */
    public static byte[] pdf(String mark) {
        return text("%PDF-1.4\n% " + mark + "\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    public static byte[] docx() {
        return zip("[Content_Types].xml", "<Types/>", "_rels/.rels", "<r/>", "word/document.xml", "<w:document/>");
    }

    public static byte[] xlsx() {
        return zip("[Content_Types].xml", "<Types/>", "_rels/.rels", "<r/>", "xl/workbook.xml", "<workbook/>");
    }

    public static byte[] openDocument(String type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] name = type.getBytes(StandardCharsets.US_ASCII);
            CRC32 crc = new CRC32();
            crc.update(name);
            ZipEntry entry = new ZipEntry("mimetype");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(name.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(name);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(text("<office:document-content/>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Entries as pairs of name and content. */
    public static byte[] zip(String... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(text(entries[i + 1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] image(String format, int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A PNG whose head claims a size; there are no pixels behind it. */
    public static byte[] pngThatClaims(int width, int height) {
        byte[] png = image("png", 8, 8);
        put(png, 16, width);
        put(png, 20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        put(png, 29, (int) crc.getValue());
        return png;
    }

    private static void put(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> (24 - 8 * i));
        }
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
