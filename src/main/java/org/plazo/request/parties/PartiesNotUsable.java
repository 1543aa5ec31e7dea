package org.plazo.request.parties;

import java.nio.file.Path;
import java.util.List;

/** {@code parties.yaml} is missing or wrong; the application does not start with it. */
class PartiesNotUsable extends RuntimeException {

    PartiesNotUsable(Path file, List<String> problems) {
        super(file + ": " + String.join("; ", problems));
    }
}
