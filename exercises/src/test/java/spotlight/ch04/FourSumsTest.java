package spotlight.ch04;

import java.util.Arrays;
import java.util.function.IntPredicate;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jdk.incubator.vector.FloatVector;
import spotlight.grader.Exercise;
import spotlight.grader.Measured;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.matmul.Stopwatch;
import spotlight.matmul.VectorDot;

@Exercise("4.4 Four sums at once")
@Tag("ch04")
class FourSumsTest {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();
    private static final int STEP = 4 * LANES;
    private static final String OUTSIDE = "a step of the main loop reads 4 * LANES numbers, so it may begin at "
            + "n - 4 * LANES at the latest, and a single register at n - LANES";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    @Points(value = 2, hint = "Sum number s reads from i + s · LANES on. At the end all four belong to the result.")
    void fullSteps(int steps) {
        verify(steps * STEP);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Points(value = 2, hint = "After the main loop up to three full registers are left: a second loop, LANES at a time.")
    void registersThatAreLeftOver(int registers) {
        verify(3 * STEP + registers * LANES);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 2, 3})
    @Points(value = 1, hint = "And at last up to LANES - 1 numbers, one at a time.")
    void numbersThatAreLeftOver(int more) {
        verify(LANES + more);
        verify(2 * STEP + 2 * LANES + more);
    }

    @Test
    @Points(value = 1, hint = "The sum of no products is 0.")
    void noNumbersAtAll() {
        verify(0);
    }

    /** 2^24 + 1 is 2^24 in float32. In the first sum ones are lost behind 2^24; in the other three they add up. */
    @Test
    @Points(value = 1, hint = "Four variables, and each is only ever added to itself until the loop is over.")
    void theSumsAreIndependent() {
        float large = 1 << 24;
        float[] a = new float[4 * STEP];
        for (int i = 0; i < a.length; i += LANES) {
            a[i] = i % STEP == 0 ? 0 : 1;
        }
        a[0] = large;
        float[] ones = new float[a.length];
        Arrays.fill(ones, 1);
        float actual = Sample.inside(() -> FourSums.dot(a, ones), OUTSIDE);
        Verify.that("dot of 2^24 and twelve ones", actual)
                .suspectIf(value -> value == large,
                        "all products go into one sum: 2^24 + 1 is 2^24 in float32, so the ones beside it are lost")
                .suspectIf(value -> value == large + 8, "two sums, not four").equalTo(large + 12, 0);
    }

    @Measured("one sum")
    double speedup() {
        float[] a = Sample.numbers(48, 4096);
        float[] b = Sample.numbers(49, 4096);
        return Stopwatch.speedup(0.8, () -> {
            for (int i = 0; i < 20; i++) {
                Stopwatch.keep(VectorDot.dot(a.length, a, 0, b, 0));
            }
        }, () -> {
            for (int i = 0; i < 20; i++) {
                Stopwatch.keep(FourSums.dot(a, b));
            }
        });
    }

    private static void verify(int n) {
        float[] a = Sample.numbers(50, n);
        float[] b = Sample.numbers(51, n);
        float[] aCopy = a.clone();
        float[] bCopy = b.clone();
        int main = n - n % STEP;
        int full = n - n % LANES;
        float rest = Sample.dot(a, b, main, n);
        float actual = Sample.inside(() -> FourSums.dot(aCopy, bCopy), OUTSIDE);
        Verify.that("dot of " + n + " numbers, " + LANES + " in a register", actual)
                .suspect(() -> dotWhere(a, b, main, sum -> sum == 0) + rest,
                        "only the first sum is there: add the other three to it")
                .suspect(() -> dotWhere(a, b, main, sum -> sum < 2) + rest, "two of the four sums are missing")
                .suspect(() -> dotWhere(a, b, main, sum -> sum < 3) + rest, "the fourth sum is missing")
                .suspect(() -> 4 * dotWhere(a, b, main, sum -> sum == 0) + rest,
                        "all four sums read the same numbers: the second one begins at i + LANES")
                .suspect(() -> counted(a, b, n),
                        "numbers are counted several times: the main loop moves on by 4 * LANES")
                .suspect(() -> Sample.dot(a, b, 0, main) + Sample.dot(a, b, full, n),
                        "the full registers after the main loop are missing")
                .suspect(() -> Sample.dot(a, b, 0, full), "the last numbers, fewer than a register, are missing")
                .suspect(() -> Sample.dot(a, b, 0, main), "everything after the main loop is missing")
                .equalTo(Sample.dot(a, b, 0, n));
        Sample.unchanged("a", a, aCopy);
        Sample.unchanged("b", b, bCopy);
    }

    /** The products that the four sums of the main loop get, for some of the sums. */
    private static float dotWhere(float[] a, float[] b, int main, IntPredicate sums) {
        float sum = 0;
        for (int i = 0; i < main; i++) {
            sum += sums.test(i % STEP / LANES) ? a[i] * b[i] : 0;
        }
        return sum;
    }

    /** What comes out when the main loop moves on by one register instead of four. */
    private static float counted(float[] a, float[] b, int n) {
        float sum = 0;
        int i = 0;
        for (; i <= n - STEP; i += LANES) {
            sum += Sample.dot(a, b, i, i + STEP);
        }
        return sum + Sample.dot(a, b, i, n);
    }
}
