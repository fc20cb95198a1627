package spotlight.ch04;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Exercise 4.4 Four sums at once: none of them waits for another. */
public final class FourSums {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private FourSums() {
    }

    /** The sum of {@code a[i] b[i]}, in four independent sums. */
    public static float dot(float[] a, float[] b) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        int i = 0;
        for (; i <= a.length - 4 * LANES; i += 4 * LANES) {
            sum0 = load(a, i).fma(load(b, i), sum0);
            sum1 = load(a, i + LANES).fma(load(b, i + LANES), sum1);
            sum2 = load(a, i + 2 * LANES).fma(load(b, i + 2 * LANES), sum2);
            sum3 = load(a, i + 3 * LANES).fma(load(b, i + 3 * LANES), sum3);
        }
        for (; i <= a.length - LANES; i += LANES) {
            sum0 = load(a, i).fma(load(b, i), sum0);
        }
        float sum = sum0.add(sum1).add(sum2.add(sum3)).reduceLanes(VectorOperators.ADD);
        for (; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
