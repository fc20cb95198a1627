package spotlight.bench;

import java.util.function.Supplier;

/**
 * A computation ready to be timed.
 *
 * @param run       computes it once
 * @param result    what the last run computed
 * @param expected  what the naive code computes
 * @param tolerance how far the two may lie apart, relative to the larger of the two numbers and 1
 */
record Work(Runnable run, Supplier<float[]> result, float[] expected, double tolerance) {

    /** Runs it once and compares, so that nobody is timed for a wrong answer. */
    void check() {
        run.run();
        float[] actual = result.get();
        if (actual.length != expected.length) {
            throw new IllegalStateException("wrong result: " + actual.length + " numbers, not " + expected.length);
        }
        for (int i = 0; i < actual.length; i++) {
            double scale = Math.max(1, Math.max(Math.abs(actual[i]), Math.abs(expected[i])));
            if (!(Math.abs(actual[i] - expected[i]) <= tolerance * scale)) {
                throw new IllegalStateException(
                        "wrong result: number " + i + " is " + actual[i] + ", not " + expected[i]);
            }
        }
    }
}
