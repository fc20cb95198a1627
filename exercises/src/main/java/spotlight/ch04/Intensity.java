package spotlight.ch04;

import static spotlight.check.Check.todo;

/**
 * Exercise 4.2 Predict the speed: how fast can a loop be at best, before anybody has written it?
 *
 * <p>Count operations and bytes. A multiplication is one operation, an addition another; a fused multiply-add is two. A
 * float has 4 bytes. <b>Intensity</b> is operations per byte. The roofline says what a machine can do at most:
 *
 * <pre>
 *   attainable = min( peak, intensity · bandwidth )        GFLOP/s,  from GFLOP/s and GB/s
 * </pre>
 *
 * <p>Example: a product of two 2 x 2 matrices has 8 multiplications and 8 additions (the first one is added to 0), that
 * is 16 operations. It must at least read 4 + 4 numbers and write 4, that is 48 bytes. Its intensity is 1/3.
 */
public final class Intensity {

    private Intensity() {
    }

    /** Operations of the product of a [m,k] and b [k,n]. Sizes can be large: mind the range of an int. */
    public static long operations(int m, int n, int k) {
        return todo("4.2");
    }

    /** The least bytes that must move: each number of a and b read once, each number of c written once. */
    public static long leastBytes(int m, int n, int k) {
        return todo("4.2");
    }

    /**
     * Operations per byte of the innermost loop over p with a tile of c in registers. In each step it reads one column of
     * {@code rows} numbers of a and one row of {@code columns} numbers of b, and adds all their products to the tile. The
     * tile itself is read and written outside of the loop, and does not count.
     */
    public static double ofTile(int rows, int columns) {
        return todo("4.2");
    }

    /**
     * What the roofline allows, in GFLOP/s.
     *
     * @param peak      of the arithmetic, in GFLOP/s
     * @param bandwidth of the memory, in GB/s
     */
    public static double attainable(double intensity, double peak, double bandwidth) {
        return todo("4.2");
    }
}
