package spotlight.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Small damages to the bytes of a file. */
final class Mutations {
    private static final String[] NUMBERS = {"-1", "0", "1", "2147483647", "2147483648", "4294967296",
            "4611686018427387904", "9223372036854775807", "9223372036854775808", "18446744073709551616", "1e308", "0.5",
            "null", "[]", "\"\"", "-0", "1e0"};

    private Mutations() {
    }

    /** A copy with a bit turned, its end cut off, a byte put in, or a few taken out. */
    static byte[] damage(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> {
                byte[] turned = bytes.clone();
                turned[at] ^= (byte) (1 << random.nextInt(8));
                return turned;
            }
            case 1 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 2 -> {
                return splice(bytes, at, at, new byte[] {(byte) random.nextInt()});
            }
            default -> {
                return splice(bytes, at, Math.min(bytes.length, at + random.nextInt(20)), new byte[0]);
            }
        }
    }

    /** A copy with another number, or something else, for the first number at or after a place. */
    static byte[] otherNumber(byte[] bytes, int at, Random random) {
        int from = at;
        while (from < bytes.length && (bytes[from] < '0' || bytes[from] > '9')) {
            from++;
        }
        int to = from;
        while (to < bytes.length && bytes[to] >= '0' && bytes[to] <= '9') {
            to++;
        }
        return splice(bytes, from, to, NUMBERS[random.nextInt(NUMBERS.length)].getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = Arrays.copyOf(bytes, from + middle.length + bytes.length - to);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }
}
