package spotlight.ch04;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;

import spotlight.grader.Verify;
import spotlight.tensor.Tensor;

/** What the tests of this chapter share. All numbers are small and whole, so that sums are exact in any order. */
final class Sample {
    /** What c holds before the product. */
    static final float OLD = 1000;

    private Sample() {
    }

    /** Whole numbers from -5 to 5, without 0. */
    static float[] numbers(int seed, int count) {
        Random random = new Random(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (1 + random.nextInt(5)) * (random.nextBoolean() ? 1 : -1);
        }
        return numbers;
    }

    /** An array of old numbers, to be overwritten. */
    static float[] old(int count) {
        float[] numbers = new float[count];
        Arrays.fill(numbers, OLD);
        return numbers;
    }

    /** The products with p in a range only, added up: the whole product for 0 to k. */
    static Tensor product(int m, int n, int k, float[] a, float[] b, int fromP, int toP) {
        float[] c = new float[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = fromP; p < toP; p++) {
                    c[i * n + j] += a[i * k + p] * b[p * n + j];
                }
            }
        }
        return Tensor.of(c, m, n);
    }

    /** The whole product. */
    static Tensor product(int m, int n, int k, float[] a, float[] b) {
        return product(m, n, k, a, b, 0, k);
    }

    /** The numbers of a matrix [rows,columns] column by column. */
    static float[] transposed(int rows, int columns, float[] x) {
        float[] t = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                t[j * rows + i] = x[i * columns + j];
            }
        }
        return t;
    }

    /** The sum of {@code a[i] b[i]} for i from one index up to another. */
    static float dot(float[] a, float[] b, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The result of the call; an index outside of an array is a failure that says why. */
    static <T> T inside(Supplier<T> call, String why) {
        try {
            return call.get();
        } catch (IndexOutOfBoundsException outside) {
            StackTraceElement at = Arrays.stream(outside.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("spotlight.ch04.")).findFirst().orElseThrow();
            Verify.fact(false, "outside of an array at " + at.getFileName() + ":" + at.getLineNumber() + ": " + why);
            throw outside;
        }
    }

    /** An operand is as it was. */
    static void unchanged(String name, float[] before, float[] now) {
        Verify.fact(Arrays.equals(before, now), name + " has changed: it may only be read");
    }

    /** {@code "a [2,3] x b [3,4]"} */
    static String shapes(int m, int n, int k) {
        return "a [" + m + "," + k + "] x b [" + k + "," + n + "]";
    }
}
