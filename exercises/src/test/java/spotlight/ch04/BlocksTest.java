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

@Exercise("4.5 Blocks")
@Tag("ch04")
class BlocksTest {
    private static final String OUTSIDE = "a piece sticks out: the last piece of rows ends at m, of columns at n, of p at k";

    @ParameterizedTest
    @CsvSource({"2,4,6,8", "1,2,3,4", "4,4,4,4"})
    @Points(value = 2, hint = "Each block of c gets a product from each piece of p: add, and set c to 0 only once.")
    void blocksThatFit(int block, int m, int n, int k) {
        verify(block, m, n, k);
    }

    @ParameterizedTest
    @CsvSource({"2,5,4,4", "2,4,5,4", "2,4,4,5", "3,7,5,8", "5,11,13,17"})
    @Points(value = 3, hint = "Math.min(top + block, m) is where a piece of rows ends.")
    void blocksThatStickOut(int block, int m, int n, int k) {
        verify(block, m, n, k);
    }

    @ParameterizedTest
    @CsvSource({"100,3,4,5", "8,1,9,1"})
    @Points(value = 1, hint = "Then there is one piece, and it ends where the matrix ends.")
    void aBlockLargerThanTheMatrix(int block, int m, int n, int k) {
        verify(block, m, n, k);
    }

    @Test
    @Points(value = 1, hint = "Without pieces of p nothing is added, but c must still be set to 0.")
    void withoutProductsAllIsZero() {
        verify(2, 3, 4, 0);
    }

    @Measured("the three loops")
    double speedup() {
        int n = 256;
        float[] a = Sample.numbers(52, n * n);
        float[] c = new float[n * n];
        return Stopwatch.speedup(0.8, () -> ThreeLoops.multiply(n, n, n, a, a, c),
                () -> Blocks.multiply(64, n, n, n, a, a, c));
    }

    private static void verify(int block, int m, int n, int k) {
        float[] a = Sample.numbers(53, m * k);
        float[] b = Sample.numbers(54, k * n);
        float[] aCopy = a.clone();
        float[] bCopy = b.clone();
        Tensor expected = Sample.product(m, n, k, a, b);
        Tensor actual = Sample.inside(() -> {
            float[] c = Sample.old(m * n);
            Blocks.multiply(block, m, n, k, aCopy, bCopy, c);
            return Tensor.of(c, m, n);
        }, OUTSIDE);
        int lastPiece = k == 0 ? 0 : (k - 1) / block * block;
        Verify.that("block " + block + ", " + Sample.shapes(m, n, k), actual)
                .suspect(() -> expected.plus(Sample.OLD),
                        "what was in c before is still there: set c to 0 before you add")
                .suspect(() -> Sample.product(m, n, k, a, b, lastPiece, k),
                        "only the last piece of p is there: the blocks of c are set to 0, or replaced, at each piece")
                .suspect(() -> Sample.product(m, n, k, a, b, 0, Math.min(block, k)),
                        "only the first piece of p is there: every piece adds to the same block of c")
                .suspect(() -> Sample.product(m, n, k, a, b, 0, k - k % block),
                        "the last, shorter piece of p is missing")
                .suspectIf(c -> without(expected, c, m - m % block, n), "the last, shorter piece of rows is missing")
                .suspectIf(c -> without(expected, c, m, n - n % block), "the last, shorter piece of columns is missing")
                .suspectIf(c -> without(expected, c, m - m % block, n - n % block),
                        "the last, shorter pieces of rows and columns are missing")
                .equalTo(expected);
        Sample.unchanged("a", a, aCopy);
        Sample.unchanged("b", b, bCopy);
    }

    /** Whether c is as expected in its first rows and columns, and 0, or as before, in all others. */
    private static boolean without(Tensor expected, Tensor c, int rows, int columns) {
        for (int i = 0; i < c.size(0); i++) {
            for (int j = 0; j < c.size(1); j++) {
                boolean there = i < rows && j < columns;
                float value = c.at(i, j);
                if (there ? value != expected.at(i, j) : value != 0 && value != Sample.OLD) {
                    return false;
                }
            }
        }
        return rows < c.size(0) || columns < c.size(1);
    }
}
