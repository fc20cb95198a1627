package spotlight.ch04;

/** Exercise 4.2 Predict the speed: operations, bytes, and what the roofline makes of them. */
public final class Intensity {
    private static final int BYTES_OF_A_FLOAT = 4;

    private Intensity() {
    }

    /** A multiplication and an addition for each of m n k pairs. */
    public static long operations(int m, int n, int k) {
        return 2L * m * n * k;
    }

    /** Each number of a, b and c once. */
    public static long leastBytes(int m, int n, int k) {
        return BYTES_OF_A_FLOAT * ((long) m * k + (long) k * n + (long) m * n);
    }

    /** A step reads rows + columns numbers, and uses each of them with all of the others. */
    public static double ofTile(int rows, int columns) {
        return 2.0 * rows * columns / (BYTES_OF_A_FLOAT * (rows + columns));
    }

    /** The lower of the two limits. */
    public static double attainable(double intensity, double peak, double bandwidth) {
        return Math.min(peak, intensity * bandwidth);
    }
}
