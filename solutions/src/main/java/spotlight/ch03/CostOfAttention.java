package spotlight.ch03;

/** Solution of exercise 3.6: the multiplications of self-attention. */
public final class CostOfAttention {

    private CostOfAttention() {
    }

    /** Multiplications that make q, k and v from x: linear in the number of tokens. */
    public static long projections(int tokens, int dModel, int headDim, int valueDim) {
        return (long) tokens * dModel * (2L * headDim + valueDim);
    }

    /** Multiplications of the scores and of the weighted sums: quadratic in the number of tokens. */
    public static long mixing(int tokens, int headDim, int valueDim) {
        return (long) tokens * tokens * (headDim + valueDim);
    }

    /** The smallest T with {@code T² (K + Dv) > T D (2K + Dv)}. */
    public static long crossover(int dModel, int headDim, int valueDim) {
        long equal = (long) dModel * (2L * headDim + valueDim) / (headDim + valueDim);
        return equal + 1;
    }
}
