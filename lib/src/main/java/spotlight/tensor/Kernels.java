package spotlight.tensor;

/**
 * The inner loops under {@link Tensor}, on plain arrays, in five groups: matrix products here, what works
 * {@linkplain ElementKernels element by element}, {@linkplain RowKernels row by row} and on {@linkplain UpdateKernels
 * gradients and parameters}, and {@linkplain AttentionKernels attention}. The loops written there, and in {@link ScalarKernels}, are the specification; a faster
 * implementation must agree with them within rounding.
 *
 * <p>Sizes are checked by the caller. Results come last: {@code y}, {@code c}, {@code dx} and so on are written, what
 * stands before them is only read.
 */
public interface Kernels extends ElementKernels, RowKernels, UpdateKernels, AttentionKernels {

    /** What runs, for messages: {@code "scalar"} or {@code "vector 512 bit"}. */
    String name();

    /** How many numbers are computed at once. */
    int lanes();

    /**
     * The matrix product {@code c = op(a) op(b)}, or {@code c += op(a) op(b)} if {@code add}, of matrices inside larger
     * arrays: each starts at its offset, and its rows lie the given distance apart.
     *
     * <p>Every element of c is one chain of fused multiply-adds over the inner index 0, 1, ..., k-1, begun at 0 or, if
     * {@code add}, at the element itself. So the result is the same to the bit in all kernels, for all variants and
     * vector widths. The exception is speed's: where every element is the dot product of two rows and one operand is a
     * single row ({@code m = 1} with bT, {@code n = 1} without aT), vector kernels may keep one sum per lane and add
     * those up at the end. The same call gives the same bits again there, too.
     *
     * @param aT false: a is stored [m,k]; true: it is stored [k,m] and op(a) is its transpose
     * @param bT false: b is stored [k,n]; true: it is stored [n,k] and op(b) is its transpose
     * @param c [m,n]; a different array than a and b
     */
    void gemm(boolean aT, boolean bT, int m, int n, int k, float[] a, int aFrom, int aRow, float[] b, int bFrom,
            int bRow, boolean add, float[] c, int cFrom, int cRow);

    /** The sum of products {@code a[0] b[0] + a[1] b[1] + ...}. */
    float dot(float[] a, float[] b);

    /**
     * The fastest kernels of this machine: on vector registers if the module {@code jdk.incubator.vector} is there,
     * otherwise scalar, which the log then says once, with the flag that helps. {@code -Dspotlight.vectorBits=0},
     * {@code 128}, {@code 256} or {@code 512} asks for a width, 0 being scalar.
     *
     * @throws IllegalArgumentException if the width asked for is not to be had
     */
    static Kernels best() {
        return KernelChoice.best();
    }

    /** The kernels that {@link Tensor} computes with now: {@link #best()}, unless {@link #use} says otherwise. */
    static Kernels active() {
        return KernelChoice.active();
    }

    /**
     * The kernels for rows of n numbers, or n elements: those in use now, or scalar ones if so few do not fill a vector.
     * Vector kernels would compute the same, but after many short rows the JIT compiler runs long ones slowly too.
     */
    static Kernels forRow(int n) {
        Kernels kernels = active();
        return n < kernels.lanes() ? KernelChoice.SCALAR : kernels;
    }

    /**
     * Computes with these kernels, in all threads, until the scope is closed; to compare them:
     * {@code try (var scope = Kernels.use(new ScalarKernels())) { ... }}.
     */
    static Scope use(Kernels kernels) {
        return KernelChoice.use(kernels);
    }

    /** Ends the use of some kernels. */
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
