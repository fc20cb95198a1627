package spotlight.explorer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import spotlight.tensor.Tensor;

/**
 * Numbers as a page carries them: 16-bit integers with one factor for all, in base 64. A number is off by at most
 * {@code factor / 2}, a 65,000th of the largest.
 *
 * @param factor what an integer is multiplied by
 * @param data   the integers, little endian, in base 64
 */
record Numbers16(float factor, String data) {
    private static final int LARGEST = Short.MAX_VALUE;

    static Numbers16 of(Tensor tensor) {
        float largest = Math.max(Math.abs(tensor.max()), Math.abs(tensor.min()));
        float factor = largest == 0 ? 1 : largest / LARGEST;
        ByteBuffer bytes = ByteBuffer.allocate(2 * tensor.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : tensor.data()) {
            bytes.putShort((short) Math.round(number / factor));
        }
        return new Numbers16(factor, Base64.getEncoder().encodeToString(bytes.array()));
    }
}
