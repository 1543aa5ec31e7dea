package org.plazo.request.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a row that is far too long, so that a quotation mark that is never closed fills no memory. */
final class RowReader extends FilterReader {

    /** Characters, line breaks within cells included. */
    static final int LONGEST_ROW = 250_000;

    /** Reading is some way ahead of the row that is being taken apart. */
    private static final int AHEAD = 16_384;

    private int read;

    RowReader(Reader reader) {
        super(reader);
    }

    /** A row is longer than can be right. */
    static final class RowTooLong extends IOException {}

    void nextRow() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        count(character < 0 ? 0 : 1);
        return character;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int characters) throws RowTooLong {
        read += characters;
        if (read > LONGEST_ROW + AHEAD) {
            throw new RowTooLong();
        }
    }
}
