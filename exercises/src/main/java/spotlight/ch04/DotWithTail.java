package spotlight.ch04;

import static spotlight.check.Check.todo;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exercise 4.3 Dot product with a tail: many products at once, and the rest one by one.
 *
 * <p>A vector register holds {@link #LANES} numbers. Start with a register of zeros, and for each full register of a and b
 * add the products lane by lane. Then add up the lanes, and add the products of the tail, the numbers that do not fill a
 * register.
 *
 * <pre>
 *   FloatVector.zero(SPECIES)                    a register of zeros
 *   FloatVector.fromArray(SPECIES, a, i)         a register with a[i], a[i + 1], ... a[i + LANES - 1]
 *   x.fma(y, sum)                                x · y + sum, lane by lane, a new register
 *   sum.reduceLanes(VectorOperators.ADD)         all lanes added up, a float
 *   SPECIES.loopBound(n)                         the largest multiple of LANES up to n
 * </pre>
 *
 * <p>Example with registers of 4: n = 6, a = {1, 2, 3, 4, 5, 6}, b all 1. The register adds up 1 + 2 + 3 + 4 = 10, the
 * tail 5 + 6 = 11, the result is 21.
 */
public final class DotWithTail {
    /** The registers of this machine. {@code static final}, or the compiler does not know it and is 10 times slower. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    /** Numbers in a register. */
    static final int LANES = SPECIES.length();

    private DotWithTail() {
    }

    /**
     * The sum of {@code a[i] b[i]}.
     *
     * @param a n numbers, n from 0 on; not modified
     * @param b n numbers; not modified
     */
    public static float dot(float[] a, float[] b) {
        return todo("4.3");
    }
}
