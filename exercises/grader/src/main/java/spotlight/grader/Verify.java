package spotlight.grader;

import org.opentest4j.AssertionFailedError;

import spotlight.check.Check;
import spotlight.tensor.Tensor;

/**
 * Assertions that name the mistake, not only the difference.
 * <pre>{@code
 * Verify.that("weights", CausalWeights.weights(q, k))
 *         .suspect(() -> unscaled(q, k), "the scores are too large by exactly sqrt(headDim): the scaling is missing")
 *         .equalTo(expected);
 * }</pre>
 * The suspects are looked at only when the values differ, in the order given; the first that fits is the message.
 */
public final class Verify {
    private Verify() {
    }

    /** @param what the name the learner knows it by, the first word of each message */
    public static VerifyTensor that(String what, Tensor actual) {
        return new VerifyTensor(what, actual);
    }

    /** As {@link #that(String, Tensor)}, for a vector. */
    public static VerifyTensor that(String what, float[] actual) {
        return new VerifyTensor(what, actual == null ? null : Tensor.vector(actual));
    }

    /** As {@link #that(String, Tensor)}, for a vector; each value is rounded to float. */
    public static VerifyTensor that(String what, double[] actual) {
        return new VerifyTensor(what, actual == null ? null : Tensor.of(actual, actual.length));
    }

    /** For one number: float, double, int and long. */
    public static VerifyNumber that(String what, double actual) {
        return new VerifyNumber(what, actual);
    }

    /** For everything else: boolean, String, int[], List, records. */
    public static <T> VerifyValue<T> that(String what, T actual) {
        return new VerifyValue<>(what, actual);
    }

    /** Fails with {@code otherwise} unless the fact is true. */
    public static void fact(boolean fact, String otherwise) {
        if (!fact) {
            throw fail(otherwise);
        }
    }

    /** The failure with its stack trace starting at the test, not in here. */
    static AssertionFailedError fail(String message) {
        return new AssertionFailedError(message);
    }

    static boolean close(double a, double b, double tolerance) {
        return Check.close(a, b, tolerance, tolerance);
    }
}
