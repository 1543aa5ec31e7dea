package org.plazo.document.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.plazo.document.DocumentRefused;
import org.plazo.document.Refusal;

/** Keeps images away that would fill the memory of whoever opens them. Only the heads of their pages are read. */
final class ImageBounds {

    /** Of one page, inclusive. */
    static final long MOST_PIXELS = 100_000_000;

    private static final int MOST_PAGES = 1_000;

    private ImageBounds() {}

    static void check(Path file) throws IOException {
        try (ImageInputStream content = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(content);
            if (!readers.hasNext()) {
                throw new DocumentRefused("file", Refusal.IMAGE_UNREADABLE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(content);
                checkPages(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static void checkPages(ImageReader reader) {
        for (int page = 0; page <= MOST_PAGES; page++) {
            long pixels;
            try {
                pixels = (long) reader.getWidth(page) * reader.getHeight(page);
            } catch (IndexOutOfBoundsException e) {
                if (page == 0) {
                    throw new DocumentRefused("file", Refusal.IMAGE_UNREADABLE);
                }
                return;
            } catch (IOException | RuntimeException e) {
                throw new DocumentRefused("file", Refusal.IMAGE_UNREADABLE);
            }
            if (pixels > MOST_PIXELS) {
                throw new DocumentRefused("file", Refusal.IMAGE_TOO_LARGE, String.valueOf(MOST_PIXELS / 1_000_000));
            }
        }
        throw new DocumentRefused("file", Refusal.IMAGE_UNREADABLE);
    }
}
