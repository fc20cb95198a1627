package spotlight.ch04;

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

@Exercise("4.3 Dot product with a tail")
@Tag("ch04")
class DotWithTailTest {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();
    private static final String OUTSIDE = "a register reads LANES numbers at once, so the loop over registers ends at "
            + "SPECIES.loopBound(n)";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    @Points(value = 2, hint = "x.fma(y, sums) gives a new register: keep it in sums. At the end reduceLanes adds its lanes.")
    void fullRegisters(int registers) {
        verify(registers * LANES);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 2, 3})
    @Points(value = 2, hint = "From loopBound(n) on, take one number at a time.")
    void aTail(int more) {
        verify(LANES + more);
        verify(4 * LANES + more);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Points(value = 1, hint = "Fewer numbers than lanes: everything is tail.")
    void nothingButATail(int n) {
        verify(n);
    }

    @Test
    @Points(value = 1, hint = "The sum of no products is 0.")
    void noNumbersAtAll() {
        verify(0);
    }

    @Measured("one number at a time")
    double speedup() {
        float[] a = Sample.numbers(44, 4000);
        float[] b = Sample.numbers(45, 4000);
        return Stopwatch.speedup(0.8, () -> {
            for (int i = 0; i < 10; i++) {
                Stopwatch.keep(Sample.dot(a, b, 0, a.length));
            }
        }, () -> {
            for (int i = 0; i < 10; i++) {
                Stopwatch.keep(DotWithTail.dot(a, b));
            }
        });
    }

    private static void verify(int n) {
        float[] a = Sample.numbers(46, n);
        float[] b = Sample.numbers(47, n);
        float[] aCopy = a.clone();
        float[] bCopy = b.clone();
        int full = n - n % LANES;
        float actual = Sample.inside(() -> DotWithTail.dot(aCopy, bCopy), OUTSIDE);
        Verify.that("dot of " + n + " numbers, " + LANES + " in a register", actual)
                .suspect(() -> Sample.dot(a, b, 0, full),
                        "the tail is missing: the last " + n % LANES + " numbers do not fill a register")
                .suspect(() -> Sample.dot(a, b, full, n),
                        "only the tail is there: add up the lanes of the register, too")
                .suspect(() -> lane0(a, b, full) + Sample.dot(a, b, full, n),
                        "only one lane is there: reduceLanes(VectorOperators.ADD) adds up all of them")
                .suspect(() -> full == 0 ? Float.NaN : Sample.dot(a, b, full - LANES, n),
                        "only the last register is there: add to the sums, do not replace them")
                .suspect(() -> full == 0 ? Float.NaN : Sample.dot(a, b, 0, full - LANES) + Sample.dot(a, b, full, n),
                        "one register is missing: the last full one begins at loopBound(n) - LANES")
                .suspect(() -> sumOf(a, full) + Sample.dot(a, b, full, n),
                        "the registers of a are not multiplied by those of b")
                .equalTo(Sample.dot(a, b, 0, n));
        Sample.unchanged("a", a, aCopy);
        Sample.unchanged("b", b, bCopy);
    }

    private static float lane0(float[] a, float[] b, int full) {
        float sum = 0;
        for (int i = 0; i < full; i += LANES) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static float sumOf(float[] a, int full) {
        float sum = 0;
        for (int i = 0; i < full; i++) {
            sum += a[i];
        }
        return sum;
    }
}
