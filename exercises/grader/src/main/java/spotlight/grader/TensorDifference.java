package spotlight.grader;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import spotlight.tensor.Tensor;

/** Says how a tensor differs from the expected one when no suspect of the test fits. */
final class TensorDifference {
    private final float[] actual;
    private final float[] expected;
    private final int[] shape;
    private final double tolerance;

    private TensorDifference(Tensor actual, Tensor expected, double tolerance) {
        this.actual = actual.data();
        this.expected = expected.data();
        this.shape = expected.shape();
        this.tolerance = tolerance;
    }

    static String describe(Tensor actual, Tensor expected, double tolerance) {
        if (!Arrays.equals(actual.shape(), expected.shape())) {
            return "expected shape " + Numbers.shape(expected.shape()) + ", got " + Numbers.shape(actual.shape());
        }
        TensorDifference difference = new TensorDifference(actual, expected, tolerance);
        return difference.notFinite() ? difference.nan() : difference.pattern() + difference.largest();
    }

    private boolean notFinite() {
        return count(i -> Float.isNaN(actual[i])) > 0;
    }

    private String nan() {
        int first = IntStream.range(0, actual.length).filter(i -> Float.isNaN(actual[i])).findFirst().orElseThrow();
        if (actual.length == 1) {
            return "your result is NaN, expected " + Numbers.text(expected[0]);
        }
        return count(i -> Float.isNaN(actual[i])) + " of " + actual.length + " values are NaN (0/0, or infinity minus "
                + "infinity), the first at " + index(first) + ": expected " + Numbers.text(expected[first]);
    }

    /** A relation that holds for all values, or the empty text. */
    private String pattern() {
        if (actual.length < 2) {
            return "";
        }
        if (isTransposed()) {
            return "rows and columns are swapped (this is the transpose of the expected values); ";
        }
        int pivot = largestExpected();
        double factor = actual[pivot] / (double) expected[pivot];
        if (factor != 0 && Double.isFinite(factor) && all(i -> near(actual[i], factor * expected[i]))) {
            return "each value is " + Numbers.text(factor) + " times the expected one; ";
        }
        double offset = actual[pivot] - (double) expected[pivot];
        if (Double.isFinite(offset) && all(i -> near(actual[i] - offset, expected[i]))) {
            return "each value is " + Numbers.text(Math.abs(offset)) + (offset > 0 ? " too large; " : " too small; ");
        }
        return sameValuesInAnotherOrder() ? "the values are right, but in another order; " : "";
    }

    private String largest() {
        int worst = IntStream.range(0, actual.length)
                .reduce((i, j) -> distance(j) > distance(i) ? j : i).orElseThrow();
        if (actual.length == 1) {
            return Numbers.expectedGot(expected[worst], actual[worst]);
        }
        return count(i -> !near(actual[i], expected[i])) + " of " + actual.length + " values are wrong, the worst at "
                + index(worst)
                + ": " + Numbers.expectedGot(expected[worst], actual[worst]);
    }

    private boolean isTransposed() {
        int n = shape.length < 2 ? 0 : shape[shape.length - 1];
        if (n < 2 || shape[shape.length - 2] != n) {
            return false;
        }
        return all(i -> {
            int row = i / n % n;
            int column = i % n;
            return near(actual[i], expected[i + (column - row) * (n - 1)]);
        });
    }

    private boolean sameValuesInAnotherOrder() {
        float[] a = actual.clone();
        float[] b = expected.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        return all(i -> near(a[i], b[i]));
    }

    private int largestExpected() {
        return IntStream.range(0, expected.length).filter(i -> Float.isFinite(expected[i]))
                .reduce((i, j) -> Math.abs(expected[j]) > Math.abs(expected[i]) ? j : i).orElse(0);
    }

    private double distance(int i) {
        return actual[i] == expected[i] ? 0 : Math.abs((double) actual[i] - expected[i]);
    }

    private boolean near(double a, double b) {
        return Verify.close(a, b, tolerance);
    }

    private boolean all(IntPredicate holds) {
        return IntStream.range(0, actual.length).allMatch(holds);
    }

    private long count(IntPredicate holds) {
        return IntStream.range(0, actual.length).filter(holds).count();
    }

    private String index(int flat) {
        int[] index = new int[shape.length];
        for (int dim = shape.length - 1, rest = flat; dim >= 0; rest /= shape[dim], dim--) {
            index[dim] = rest % shape[dim];
        }
        return Numbers.shape(index);
    }
}
