package spotlight.tensor;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * The fused multiply-add {@code x y + z}, rounded once. {@link Math#fma} is one instruction where the processor has it,
 * but a thousand times slower where it has not (small processors until about 2020, and some emulators).
 */
final class Fma {
    private static final boolean IN_HARDWARE = inHardware();

    private Fma() {
    }

    static float fma(float x, float y, float z) {
        return IN_HARDWARE ? Math.fma(x, y, z) : inDouble(x, y, z);
    }

    /**
     * The same to the bit. In double the product is exact and the sum is not; if it is not, its last bit is set, so that
     * the second rounding, to float, cannot take it for an exact sum half-way between two floats ("round to odd").
     */
    static float inDouble(float x, float y, float z) {
        double product = (double) x * y;
        double sum = product + z;
        double part = sum - product;
        double lost = product - (sum - part) + (z - part); // what rounding took from the sum: Knuth's two-sum
        long bits = Double.doubleToRawLongBits(sum);
        if (lost > 0 == sum > 0 && (lost > 0 || lost < 0)) {
            bits |= 1; // the sum is too small: the next number further from 0, unless it is odd already
        } else if ((lost > 0 || lost < 0) && (bits & 1) == 0) {
            bits -= 1; // too large
        }
        return (float) Double.longBitsToDouble(bits);
    }

    private static boolean inHardware() {
        try {
            var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
        } catch (RuntimeException | LinkageError unknown) { // another JVM, or one without this option
            return true;
        }
    }
}
