package spotlight.ch00;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("0.1 Your first right answer")
@Tag("ch00")
class DotProductTest {
    @Test
    @Points(value = 1, hint = "Three products, 4, 10 and 18, and their sum.")
    void theExampleGivesThirtyTwo() {
        compare("dot([1, 2, 3], [4, 5, 6])", new float[] {1, 2, 3}, new float[] {4, 5, 6}, 32);
    }

    @Test
    @Points(value = 1, hint = "Vectors that share no direction have a dot product of 0, and an empty sum is 0 too.")
    void nothingInCommonIsZero() {
        compare("dot([1, 0, 2], [0, 5, 0])", new float[] {1, 0, 2}, new float[] {0, 5, 0}, 0);
        compare("dot([], [])", new float[0], new float[0], 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 100})
    @Points(value = 1, hint = "Walk through all entries, from 0 to length - 1.")
    void vectorsOfAnyLength(int length) {
        var random = new NumpyRandom(length);
        float[] a = Tensor.of(random.randn(length), length).data();
        float[] b = Tensor.of(random.randn(length), length).data();
        double expected = 0;
        for (int i = 0; i < length; i++) {
            expected += (double) a[i] * b[i];
        }
        compare("dot of two vectors of length " + length, a, b, expected);
    }

    private static void compare(String what, float[] a, float[] b, double expected) {
        Verify.that(what, DotProduct.dot(a.clone(), b.clone()))
                .suspect(() -> part(a, b, 0, a.length - 1), "the last entry is left out: i runs to a.length - 1")
                .suspect(() -> part(a, b, 1, a.length), "the first entry is left out: Java counts from 0")
                .suspect(() -> part(b, new float[0], 0, a.length) + part(a, new float[0], 0, a.length),
                        "the entries are added where they should be multiplied")
                .suspect(() -> part(a, b, a.length - 1, a.length),
                        "only the last product comes back: add it to the sum with +=")
                .suspect(() -> part(a, a, 0, a.length), "the first vector is multiplied with itself: b is not used")
                .equalTo(expected, 1e-4);
    }

    /** Products of entries from to to - 1, where a missing b counts as ones. */
    private static double part(float[] a, float[] b, int from, int to) {
        double sum = 0;
        for (int i = Math.max(0, from); i < to; i++) {
            sum += (double) a[i] * (b.length == 0 ? 1 : b[i]);
        }
        return sum;
    }
}
