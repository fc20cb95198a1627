package spotlight.ch04;

import static spotlight.check.Check.todo;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exercise 4.4 Four sums at once: a fused multiply-add takes about four clock cycles, but the processor can start one or
 * two in each. A single sum waits for its own last addition; four sums that know nothing of each other do not.
 *
 * <p>Write the dot product of exercise 4.3 with four registers of sums. In one step of the main loop the first register
 * takes the products of numbers i ... i + LANES - 1, the second those of the next LANES numbers, and so on; then i moves on
 * by 4 LANES. Up to 4 LANES - 1 numbers are left over at the end: take full registers of them first, then the rest one by
 * one. At last the four registers are added, and then their lanes.
 *
 * <p>Example with registers of 4: n = 23 is one step of 16, one register of 4, and 3 numbers one by one.
 */
public final class FourSums {
    /** The registers of this machine. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    /** Numbers in a register. */
    static final int LANES = SPECIES.length();

    private FourSums() {
    }

    /**
     * The sum of {@code a[i] b[i]}, in four independent sums.
     *
     * @param a n numbers, n from 0 on; not modified
     * @param b n numbers; not modified
     */
    public static float dot(float[] a, float[] b) {
        return todo("4.4");
    }
}
