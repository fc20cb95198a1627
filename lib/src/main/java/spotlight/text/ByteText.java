package spotlight.text;

import java.util.Arrays;

/**
 * Text as bytes and bytes as text: UTF-8, with one rule more and one replacement. Half a pair of surrogates, which a
 * Java string can hold and UTF-8 cannot, is written as the three bytes that its number would have ("WTF-8"), so every
 * string comes back. Bytes that are neither become U+FFFD, one for each piece that cannot be continued: that happens
 * when only a part of a character's bytes is decoded.
 */
final class ByteText {
    private ByteText() {
    }

    /** The bytes of a text. */
    static byte[] bytes(String text) {
        byte[] bytes = new byte[3 * text.length()]; // a char needs at most 3 bytes, a pair of them 4
        int n = 0;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) {
                bytes[n++] = (byte) c;
                continue;
            }
            int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
            bytes[n++] = (byte) (0xff00 >> more + 1 | c >> 6 * more); // 110xxxxx, 1110xxxx or 11110xxx
            for (int k = more - 1; k >= 0; k--) {
                bytes[n++] = (byte) (0x80 | c >> 6 * k & 0x3f);
            }
        }
        return Arrays.copyOf(bytes, n);
    }

    /** The text of some bytes. */
    static String text(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length;) {
            int first = bytes[i++] & 0xff;
            int more = first < 0x80
                    ? 0
                    : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
            int c = more <= 0 ? first : first & 0x3f >> more;
            int left = more;
            while (left > 0 && i < length && continues(first, left == more, bytes[i] & 0xff)) {
                c = c << 6 | bytes[i++] & 0x3f;
                left--;
            }
            text.appendCodePoint(left == 0 ? c : 0xfffd);
        }
        return text.toString();
    }

    /** Whether a byte can follow; right after the first some can not: the number would be too small or too large. */
    private static boolean continues(int first, boolean second, int next) {
        int smallest = second && first == 0xe0 ? 0xa0 : second && first == 0xf0 ? 0x90 : 0x80;
        int largest = second && first == 0xf4 ? 0x8f : 0xbf;
        return next >= smallest && next <= largest;
    }
}
