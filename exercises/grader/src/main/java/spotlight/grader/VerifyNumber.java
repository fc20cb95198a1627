package spotlight.grader;

import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;

/** See {@link Verify#that(String, double)}. */
public final class VerifyNumber {
    private final String what;
    private final double actual;
    private final Suspects suspects = new Suspects();

    VerifyNumber(String what, double actual) {
        this.what = what;
        this.actual = actual;
    }

    /** A wrong value and the mistake that produces it. */
    public VerifyNumber suspect(DoubleSupplier wrong, String mistake) {
        suspects.add(() -> same(wrong.getAsDouble()), mistake);
        return this;
    }

    /** A test for a mistake that has no single wrong value. */
    public VerifyNumber suspectIf(DoublePredicate mistaken, String mistake) {
        suspects.add(() -> mistaken.test(actual), mistake);
        return this;
    }

    /** Passes within 1e-5, absolute and relative. */
    public void equalTo(double expected) {
        equalTo(expected, VerifyTensor.TOLERANCE);
    }

    /** @param tolerance absolute and relative: {@code |actual - expected| <= tolerance + tolerance |expected|} */
    public void equalTo(double expected, double tolerance) {
        if (Verify.close(actual, expected, tolerance)) {
            return;
        }
        String diagnosis = suspects.firstFit().orElseGet(
                () -> Double.isNaN(actual)
                        ? "your result is NaN, expected " + Numbers.text(expected)
                        : Numbers.expectedGot(expected, actual));
        throw Verify.fail(what + ": " + diagnosis);
    }

    private boolean same(double wrong) {
        return Double.compare(actual, wrong) == 0 || Verify.close(actual, wrong, VerifyTensor.TOLERANCE);
    }
}
