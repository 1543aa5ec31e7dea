package org.plazo.document.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of files that are taken, with their endings and what the content is recognised as. */
enum FileType {
    PDF("application/pdf", Shape.OTHER, Set.of("pdf"), Set.of("application/pdf")),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Shape.OFFICE,
            Set.of("docx"),
            Set.of("application/x-tika-ooxml", "application/zip")),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Shape.OFFICE,
            Set.of("xlsx"),
            Set.of("application/x-tika-ooxml", "application/zip")),
    ODT(
            "application/vnd.oasis.opendocument.text",
            Shape.OFFICE,
            Set.of("odt"),
            Set.of("application/vnd.oasis.opendocument.text")),
    ODS(
            "application/vnd.oasis.opendocument.spreadsheet",
            Shape.OFFICE,
            Set.of("ods"),
            Set.of("application/vnd.oasis.opendocument.spreadsheet")),
    /** A text that begins like a mail is still a text. */
    TXT("text/plain", Shape.TEXT, Set.of("txt"), Set.of("text/plain", "message/rfc822")),
    CSV("text/csv", Shape.TEXT, Set.of("csv"), Set.of("text/plain", "text/csv")),
    EML("message/rfc822", Shape.TEXT, Set.of("eml"), Set.of("message/rfc822")),
    JPG("image/jpeg", Shape.IMAGE, Set.of("jpg", "jpeg"), Set.of("image/jpeg")),
    PNG("image/png", Shape.IMAGE, Set.of("png"), Set.of("image/png")),
    TIF("image/tiff", Shape.IMAGE, Set.of("tif", "tiff"), Set.of("image/tiff"));

    /** How the whole of a file is looked at. */
    enum Shape {
        OFFICE,
        TEXT,
        IMAGE,
        OTHER
    }

    private final String mediaType;
    private final Shape shape;
    private final Set<String> endings;
    private final Set<String> recognisedAs;

    FileType(String mediaType, Shape shape, Set<String> endings, Set<String> recognisedAs) {
        this.mediaType = mediaType;
        this.shape = shape;
        this.endings = endings;
        this.recognisedAs = recognisedAs;
    }

    String mediaType() {
        return mediaType;
    }

    Shape shape() {
        return shape;
    }

    boolean isRecognisedAs(String detected) {
        return recognisedAs.contains(detected);
    }

    static Optional<FileType> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(type -> type.endings.contains(ending))
                .findFirst();
    }

    static List<String> endings() {
        return Arrays.stream(values())
                .flatMap(type -> type.endings.stream().sorted())
                .collect(Collectors.toList());
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
