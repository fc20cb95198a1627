package spotlight.ch04;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Exercise 4.6 A masked tail: full registers, then one in which only some lanes count. */
public final class MaskedTail {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    private MaskedTail() {
    }

    /** Adds: {@code y[i] += alpha x[i]} for i from {@code from} to {@code to - 1}. */
    public static void add(float alpha, float[] x, float[] y, int from, int to) {
        FloatVector factor = FloatVector.broadcast(SPECIES, alpha);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector sum = factor.fma(FloatVector.fromArray(SPECIES, x, i), FloatVector.fromArray(SPECIES, y, i));
            sum.intoArray(y, i);
        }
        if (i < to) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, to);
            FloatVector some = FloatVector.fromArray(SPECIES, x, i, mask);
            factor.fma(some, FloatVector.fromArray(SPECIES, y, i, mask)).intoArray(y, i, mask);
        }
    }
}
