package spotlight.grader;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import spotlight.tensor.Tensor;

/** See {@link Verify#that(String, Tensor)}. */
public final class VerifyTensor {
    /** Float arithmetic in another order differs by about 1e-6: ten times that is still the same answer. */
    static final double TOLERANCE = 1e-5;

    private final String what;
    private final Tensor actual;
    private final Suspects suspects = new Suspects();

    VerifyTensor(String what, Tensor actual) {
        this.what = what;
        this.actual = actual;
    }

    /** A wrong value and the mistake that produces it. NaN fits NaN here. */
    public VerifyTensor suspect(Supplier<Tensor> wrong, String mistake) {
        suspects.add(() -> sameMistake(wrong.get()), mistake);
        return this;
    }

    /** A test for a mistake that has no single wrong value. */
    public VerifyTensor suspectIf(Predicate<Tensor> mistaken, String mistake) {
        suspects.add(() -> mistaken.test(actual), mistake);
        return this;
    }

    /** Passes when the shapes are equal and all values within 1e-5, absolute and relative. */
    public void equalTo(Tensor expected) {
        equalTo(expected, TOLERANCE);
    }

    /** @param tolerance absolute and relative: {@code |actual - expected| <= tolerance + tolerance |expected|} */
    public void equalTo(Tensor expected, double tolerance) {
        if (actual == null) {
            throw Verify.fail(what + ": your method returned null, expected a tensor of shape "
                    + Numbers.shape(expected.shape()));
        }
        if (close(expected, tolerance)) {
            return;
        }
        Optional<String> mistake = suspects.firstFit();
        throw Verify
                .fail(what + ": " + mistake.orElseGet(() -> TensorDifference.describe(actual, expected, tolerance)));
    }

    private boolean close(Tensor expected, double tolerance) {
        return sameShape(expected) && allClose(actual.data(), expected.data(), tolerance, false);
    }

    private boolean sameMistake(Tensor wrong) {
        return sameShape(wrong) && allClose(actual.data(), wrong.data(), TOLERANCE, true);
    }

    private boolean sameShape(Tensor other) {
        return Arrays.equals(actual.shape(), other.shape());
    }

    private static boolean allClose(float[] a, float[] b, double tolerance, boolean nanIsNan) {
        for (int i = 0; i < a.length; i++) {
            boolean bothNan = Float.isNaN(a[i]) && Float.isNaN(b[i]);
            if (!Verify.close(a[i], b[i], tolerance) && !(nanIsNan && bothNan)) {
                return false;
            }
        }
        return true;
    }
}
