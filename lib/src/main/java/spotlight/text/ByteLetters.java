package spotlight.text;

import java.io.ByteArrayOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A letter for each of the 256 bytes, so that a token can be written in a text file: a byte that is a visible character
 * of Latin-1 is that character, the others are those from U+0100 on in their order. The rule of GPT-2.
 */
final class ByteLetters {
    /** The letters in the order in which GPT-2 numbers them: the visible ones first. */
    static final String ALL;
    private static final char[] LETTER = new char[256];
    private static final int[] BYTE = new int[512];

    static {
        int hidden = 256;
        for (int b = 0; b < 256; b++) {
            boolean visible = b > ' ' && b < 0x7f || b > 0xa0 && b != 0xad;
            LETTER[b] = (char) (visible ? b : hidden++);
            BYTE[LETTER[b]] = b + 1;
        }
        ALL = IntStream.range(0, 256).mapToObj(b -> LETTER[b]).sorted().map(String::valueOf)
                .collect(Collectors.joining());
    }

    private ByteLetters() {
    }

    /** The letter of a byte. */
    static char letter(byte b) {
        return LETTER[b & 0xff];
    }

    /** The byte of a letter, 0 to 255, or -1. */
    static int byteOf(char letter) {
        return letter < BYTE.length ? BYTE[letter] - 1 : -1;
    }

    /** The bytes of tokens in a row. */
    static final class Bytes extends ByteArrayOutputStream {
        /** Adds a token: its letters stand for bytes, or if it is special for themselves. */
        void add(String token, boolean special) {
            if (special) {
                writeBytes(ByteText.bytes(token));
            } else {
                token.chars().forEach(letter -> write(byteOf((char) letter)));
            }
        }

        /** The text that they are. */
        String text() {
            return ByteText.text(buf, count);
        }
    }
}
