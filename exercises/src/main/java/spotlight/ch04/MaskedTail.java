package spotlight.ch04;

import static spotlight.check.Check.todo;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exercise 4.6 A masked tail: the last numbers in a register, too, without touching their neighbours.
 *
 * <p>Adding a multiple of one row to another, {@code y[i] += alpha · x[i]}, is the innermost loop of exercise 4.1. Here
 * it works on a part of the arrays, from {@code from} up to, but not including, {@code to}. Full registers first. Then, if
 * numbers are left over, one more register, in which a mask says which lanes count:
 *
 * <pre>{@code
 *   VectorMask<Float> mask = SPECIES.indexInRange(i, to)    lane j is on while i + j < to
 *   FloatVector.fromArray(SPECIES, x, i, mask)              reads these lanes only, the others are 0
 *   z.intoArray(y, i, mask)                                 writes these lanes only
 *   x.fma(z, y)                                             x · z + y, lane by lane
 *   FloatVector.broadcast(SPECIES, alpha)                   alpha in each lane
 * }</pre>
 *
 * <p>Example with registers of 4: from = 1, to = 7 is one register, numbers 1 to 4, and one with the mask on, on, off,
 * off, numbers 5 and 6. What stands in y[0] and y[7] stays there.
 */
public final class MaskedTail {
    /** The registers of this machine. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    /** Numbers in a register. */
    static final int LANES = SPECIES.length();

    private MaskedTail() {
    }

    /**
     * Adds: {@code y[i] += alpha x[i]} for i from {@code from} to {@code to - 1}.
     *
     * @param x    not modified
     * @param y    changed in this range only
     * @param from first index, at least 0
     * @param to   the index after the last one, at least {@code from}, at most the length of both arrays
     */
    public static void add(float alpha, float[] x, float[] y, int from, int to) {
        todo("4.6");
    }
}
