package spotlight.ch04;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Measured;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.matmul.Stopwatch;
import spotlight.matmul.ThreeLoops;
import spotlight.tensor.Tensor;

@Exercise("4.1 Loop order")
@Tag("ch04")
class LoopOrderTest {
    private static final String OUTSIDE = "row i of a begins at i * k, row p of b at p * n, row i of c at i * n";

    @Test
    @Points(value = 1, hint = "For each i and p: one number of a, times row p of b, added to row i of c.")
    void theExampleOfTheTask() {
        verify(2, 2, 2, new float[] {1, 2, 3, 4}, new float[] {5, 6, 7, 8});
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "2,3,4", "4,3,2", "5,1,7", "1,9,3", "16,17,33"})
    @Points(value = 3, hint = "A row of b and of c has n numbers, a row of a has k.")
    void everyShape(int m, int n, int k) {
        verify(m, n, k, Sample.numbers(41, m * k), Sample.numbers(42, k * n));
    }

    @Test
    @Points(value = 1, hint = "A sum of no products is 0, whatever was in c before.")
    void withoutProductsAllIsZero() {
        verify(3, 4, 0, new float[0], new float[0]);
    }

    @Measured("the three loops")
    double speedup() {
        int n = 256;
        float[] a = Sample.numbers(43, n * n);
        float[] c = new float[n * n];
        return Stopwatch.speedup(0.8, () -> ThreeLoops.multiply(n, n, n, a, a, c),
                () -> LoopOrder.multiply(n, n, n, a, a, c));
    }

    private static void verify(int m, int n, int k, float[] a, float[] b) {
        float[] aCopy = a.clone();
        float[] bCopy = b.clone();
        Tensor expected = Sample.product(m, n, k, a, b);
        Tensor actual = Sample.inside(() -> {
            float[] c = Sample.old(m * n);
            LoopOrder.multiply(m, n, k, aCopy, bCopy, c);
            return Tensor.of(c, m, n);
        }, OUTSIDE);
        Verify.that(Sample.shapes(m, n, k), actual)
                .suspect(() -> expected.plus(Sample.OLD),
                        "what was in c before is still there: set c to 0 before you add")
                .suspect(() -> k == 0 ? Tensor.full(Sample.OLD, m, n) : Sample.product(m, n, k, a, b, k - 1, k),
                        "only the last product is left: add to c[i,j], do not replace it")
                .suspect(() -> Sample.product(m, n, k, a, Sample.transposed(n, k, b)),
                        "b is read column by column: number j of row p is b[p * n + j]")
                .suspect(() -> Sample.product(m, n, k, Sample.transposed(k, m, a), b),
                        "a is read column by column: number p of row i is a[i * k + p]")
                .suspect(() -> Tensor.of(Sample.transposed(m, n, expected.data()), m, n),
                        "c is written column by column: number j of row i is c[i * n + j]")
                .equalTo(expected);
        Sample.unchanged("a", a, aCopy);
        Sample.unchanged("b", b, bCopy);
    }
}
