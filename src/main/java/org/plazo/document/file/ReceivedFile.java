package org.plazo.document.file;

import java.nio.file.Path;
import java.util.UUID;

/**
 * An upload that lies complete on the disk, but is not in the store yet.
 *
 * @param id what it will be called there
 * @param sha256 of its bytes, as 64 hexadecimal digits
 */
public record ReceivedFile(UUID id, Path path, long size, String sha256) {}
