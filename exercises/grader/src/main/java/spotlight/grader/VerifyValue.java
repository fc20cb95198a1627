package spotlight.grader;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** See {@link Verify#that(String, Object)}. */
public final class VerifyValue<T> {
    private final String what;
    private final T actual;
    private final Suspects suspects = new Suspects();

    VerifyValue(String what, T actual) {
        this.what = what;
        this.actual = actual;
    }

    /** A wrong value and the mistake that produces it. */
    public VerifyValue<T> suspect(Supplier<T> wrong, String mistake) {
        suspects.add(() -> Objects.deepEquals(actual, wrong.get()), mistake);
        return this;
    }

    /** A test for a mistake that has no single wrong value. */
    public VerifyValue<T> suspectIf(Predicate<T> mistaken, String mistake) {
        suspects.add(() -> mistaken.test(actual), mistake);
        return this;
    }

    /**
     * Passes when both are equal; arrays, lists, sets, maps and records are compared part by part, by the expected value's
     * idea of equality, not by the answer's.
     */
    public void equalTo(T expected) {
        if (Same.same(expected, actual)) {
            return;
        }
        String diagnosis = suspects.firstFit()
                .orElseGet(() -> "expected " + text(expected) + ", got " + text(actual));
        throw Verify.fail(what + ": " + diagnosis);
    }

    private static String text(Object value) {
        String wrapped = Arrays.deepToString(new Object[] {value});
        return value instanceof String ? '"' + (String) value + '"' : wrapped.substring(1, wrapped.length() - 1);
    }
}
