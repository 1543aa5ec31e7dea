package org.plazo.document.file;

import java.io.IOException;

/** More bytes came than a file may have. */
public class FileTooLarge extends IOException {

    FileTooLarge(long limit) {
        super("The file has more than " + limit + " bytes");
    }
}
