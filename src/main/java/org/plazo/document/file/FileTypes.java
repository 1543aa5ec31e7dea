package org.plazo.document.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.plazo.document.DocumentRefused;
import org.plazo.document.Refusal;

/**
 * Decides what a file is. Its ending must be on the list, its content must be recognised as the same thing, and it must not
 * be a second thing besides. Documents themselves are not read: no parser sees them.
 */
public final class FileTypes {

    private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();

    private FileTypes() {}

    /** The endings that are taken, without dot. */
    public static List<String> endings() {
        return FileType.endings();
    }

    /**
     * The media type of a file, from its content.
     *
     * @throws DocumentRefused if it is not taken
     */
    public static String checked(String name, Path file) throws IOException {
        String ending = name.indexOf('.') < 0 ? "" : FileName.ending(name);
        FileType type = FileType.ofEnding(ending)
                .orElseThrow(() -> new DocumentRefused("file", Refusal.TYPE_NOT_TAKEN, String.join(", ", endings())));
        Content content = new Content(file);
        String detected = detect(content);
        if (!type.isRecognisedAs(detected)) {
            throw differs(ending, detected);
        }
        boolean whole =
                switch (type.shape()) {
                    case OFFICE -> content.isOfficeFile(type);
                    case TEXT -> content.isText();
                    case IMAGE -> true;
                    case OTHER -> content.startsWith("%PDF-");
                };
        if (!whole) {
            throw differs(ending, detected);
        }
        if (content.isSomethingBesides(type)) {
            throw new DocumentRefused("file", Refusal.TWO_THINGS_AT_ONCE);
        }
        if (type.shape() == FileType.Shape.IMAGE) {
            ImageBounds.check(file);
        }
        return type.mediaType();
    }

    private static String detect(Content content) throws IOException {
        try (InputStream beginning = content.toDetect()) {
            return KNOWN.detect(beginning, new Metadata()).getBaseType().toString();
        }
    }

    private static DocumentRefused differs(String ending, String detected) {
        return new DocumentRefused("file", Refusal.CONTENT_DIFFERS, ending, detected);
    }
}
