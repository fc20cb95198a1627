package spotlight.kernel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns pieces of a byte stream into text; a character cut in two by the end of a piece waits for its rest. */
final class Utf8Decoder {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE);
    private byte[] rest = {};

    CharSequence decode(byte[] data, int offset, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(rest.length + length).put(rest).put(data, offset, length).flip();
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        decoder.decode(bytes, chars, false);
        rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return chars.flip();
    }
}
