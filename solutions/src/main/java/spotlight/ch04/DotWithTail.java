package spotlight.ch04;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Exercise 4.3 Dot product with a tail. */
public final class DotWithTail {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private DotWithTail() {
    }

    /** The sum of {@code a[i] b[i]}. */
    public static float dot(float[] a, float[] b) {
        FloatVector sums = FloatVector.zero(SPECIES);
        int full = SPECIES.loopBound(a.length);
        for (int i = 0; i < full; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, i);
            FloatVector y = FloatVector.fromArray(SPECIES, b, i);
            sums = x.fma(y, sums);
        }
        float sum = sums.reduceLanes(VectorOperators.ADD);
        for (int i = full; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
