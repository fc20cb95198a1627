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
import spotlight.tensor.Tensor;

@Exercise("4.6 A masked tail")
@Tag("ch04")
class MaskedTailTest {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();
    private static final float ALPHA = 3;
    private static final String OUTSIDE = "a full register must end at `to` or before, and in the last one the mask says "
            + "which lanes exist";

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    @Points(value = 1, hint = "Load x and y, fma, and write the result back into y.")
    void fullRegisters(int registers) {
        verify(0, registers * LANES, registers * LANES);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 2, 3})
    @Points(value = 2, hint = "One more register with SPECIES.indexInRange(i, to) as its mask.")
    void aTailUpToTheEndOfTheArray(int more) {
        verify(0, LANES + more, LANES + more);
        verify(0, 2 * LANES + more, 2 * LANES + more);
        verify(0, more & 3, more & 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    @Points(value = 2, hint = "Load, and write, with the mask: what is not in the range stays as it is.")
    void theNeighboursStayAsTheyAre(int from) {
        verify(from, from + LANES + 1, 4 * LANES);
        verify(from, from + 2 * LANES - 1, 4 * LANES);
        verify(from, from + 1, 4 * LANES);
    }

    @Test
    @Points(value = 1, hint = "From 4 to 4 is nothing at all.")
    void anEmptyRange() {
        verify(0, 0, 0);
        verify(4, 4, 9);
        verify(9, 9, 9);
    }

    @Measured("one number at a time, no vectors")
    double speedup() {
        float[] x = Sample.numbers(55, 1003);
        float[] y = new float[x.length];
        float[] z = new float[x.length + 1];
        return Stopwatch.speedup(0.8, () -> {
            for (int i = 0; i < 20; i++) {
                addOneByOne(i & 1, x, z, 1);
            }
        }, () -> {
            for (int i = 0; i < 20; i++) {
                MaskedTail.add(i & 1, x, y, 0, y.length);
            }
        });
    }

    /** The offset keeps HotSpot's compiler from using vectors on its own. */
    private static void addOneByOne(float alpha, float[] x, float[] y, int yFrom) {
        for (int i = 0; i < x.length; i++) {
            y[yFrom + i] += alpha * x[i];
        }
    }

    private static void verify(int from, int to, int size) {
        float[] x = Sample.numbers(56, size);
        float[] y = Sample.numbers(57, size);
        float[] xCopy = x.clone();
        float[] actual = Sample.inside(() -> {
            float[] changed = y.clone();
            MaskedTail.add(ALPHA, xCopy, changed, from, to);
            return changed;
        }, OUTSIDE);
        String range = "from " + from + " to " + to;
        for (int i = size - 1; i >= 0; i--) { // from behind: the index `to` alone is another mistake
            boolean kept = i >= from && i < to || actual[i] == y[i];
            String mistake = i < from
                    ? "it is before the range: begin at from"
                    : i == to
                            ? "the index `to` itself is not in the range"
                            : "it is behind the range: are the last lanes written with the mask?";
            Verify.fact(kept, range + ": y[" + i + "] has changed, " + mistake);
        }
        int tail = (to - from) % LANES;
        Verify.that(range + ", " + LANES + " in a register: y", Tensor.vector(actual))
                .suspect(() -> Tensor.vector(expected(x, y, from, to - tail)),
                        "the tail is missing: " + tail + " numbers do not fill a register")
                .suspect(() -> Tensor.vector(expected(x, y, from, to - 1)), "the last number, at to - 1, is missing")
                .suspect(() -> swapped(x, y, from, to),
                        "alpha times y plus x: in fma the first two are multiplied, the third is added")
                .suspect(() -> replaced(x, y, from, to), "y is replaced by alpha times x: add to what is there")
                .equalTo(Tensor.vector(expected(x, y, from, to)));
        Sample.unchanged("x", x, xCopy);
    }

    private static float[] expected(float[] x, float[] y, int from, int to) {
        float[] sum = y.clone();
        for (int i = from; i < to; i++) {
            sum[i] += ALPHA * x[i];
        }
        return sum;
    }

    private static Tensor swapped(float[] x, float[] y, int from, int to) {
        float[] sum = y.clone();
        for (int i = from; i < to; i++) {
            sum[i] = ALPHA * y[i] + x[i];
        }
        return Tensor.vector(sum);
    }

    private static Tensor replaced(float[] x, float[] y, int from, int to) {
        float[] sum = y.clone();
        for (int i = from; i < to; i++) {
            sum[i] = ALPHA * x[i];
        }
        return Tensor.vector(sum);
    }
}
