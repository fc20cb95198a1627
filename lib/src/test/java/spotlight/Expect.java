package spotlight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.function.Executable;
import spotlight.check.Check;
import spotlight.tensor.Tensor;

/** What the tests of the library say again and again. */
public final class Expect {
    /** Sizes around the widths of vectors, and where blocks and tails meet. */
    public static final int[] AWKWARD = {1, 7, 8, 9, 31, 64, 100, 1023};

    private Expect() {
    }

    /** The error of bad input, with exactly this text. */
    public static void error(String message, Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }

    /** One shape, and everywhere {@code |actual - expected| <= tolerance (1 + |expected|)}; NaN only where expected. */
    public static void close(Tensor expected, Tensor actual, double tolerance) {
        assertArrayEquals(expected.shape(), actual.shape(), "shape");
        for (int i = 0; i < expected.size(); i++) {
            float wanted = expected.data()[i];
            float got = actual.data()[i];
            boolean bothNaN = Float.isNaN(wanted) && Float.isNaN(got);
            if (!bothNaN && !Check.close(got, wanted, tolerance, tolerance)) {
                fail("element " + i + ": expected " + wanted + ", got " + got);
            }
        }
    }

    /** One shape and the same numbers. */
    public static void equal(Tensor expected, Tensor actual) {
        close(expected, actual, 0);
    }

    /** Normal random numbers, other ones for another seed. */
    public static Tensor random(long seed, int... shape) {
        Random random = new Random(seed);
        return Tensor.zeros(shape).map(zero -> (float) random.nextGaussian());
    }
}
