package spotlight.grader;

import java.util.Random;

/**
 * Inputs that differ from one exam to the next, and are the same for everybody in it. A test draws from
 * {@code Variation.random("2.1")} instead of writing numbers down; {@code ./lab grade --seed 7} says which they are.
 */
public final class Variation {
    /** The system property that holds the seed; without it the seed is 0. */
    public static final String PROPERTY = "spotlight.seed";

    private Variation() {
    }

    /** The seed of this run. */
    public static long seed() {
        return Long.getLong(PROPERTY, 0);
    }

    /**
     * Random numbers that depend on the seed and on the exercise, and on nothing else: each call begins anew.
     *
     * @param number of the exercise, {@code "2.1"}, or any other name
     */
    public static Random random(String number) {
        return new Random(seed() * 0x9E3779B97F4A7C15L + number.hashCode());
    }
}
