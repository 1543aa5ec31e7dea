package org.plazo.request.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 and nothing else. */
final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BLOCK = 8_192;

    private Utf8() {}

    /** Leaves out a byte-order mark; reading throws {@link CharacterCodingException} at anything that is not UTF-8. */
    static Reader reader(InputStream bytes) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(bytes, decoder()));
        reader.mark(1);
        try {
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
        } catch (CharacterCodingException atTheVeryBeginning) {
            // whoever reads on meets it again
        }
        return reader;
    }

    /** The line, from 1, of the first bytes that are not UTF-8. */
    static long lineOfTheFault(InputStream bytes) throws IOException {
        CharsetDecoder decoder = decoder();
        ByteBuffer in = ByteBuffer.allocate(BLOCK);
        CharBuffer out = CharBuffer.allocate(BLOCK);
        long line = 1;
        for (int read = 0; read >= 0; ) {
            read = bytes.read(in.array(), in.position(), in.remaining());
            in.position(in.position() + Math.max(read, 0)).flip();
            CoderResult result = decoder.decode(in, out, read < 0);
            line += out.flip().chars().filter(each -> each == '\n').count();
            if (result.isError()) {
                return line;
            }
            out.clear();
            in.compact();
        }
        return line;
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
