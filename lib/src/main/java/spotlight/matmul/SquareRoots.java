package spotlight.matmul;

/** The same work twice, once with a result and once without: the compiler leaves out what nobody uses. */
public final class SquareRoots {
    private SquareRoots() {
    }

    /** Takes all roots and forgets them. */
    public static void forget(float[] x) {
        for (float number : x) {
            Math.sqrt(number);
        }
    }

    /** Takes all roots and keeps their sum. */
    public static void keep(float[] x) {
        double sum = 0;
        for (float number : x) {
            sum += Math.sqrt(number);
        }
        Stopwatch.keep((float) sum);
    }
}
