package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;

class BroadcastTest {
    @Test
    void rowsAndColumnsStretchByHand() {
        Tensor x = Tensor.matrix(new float[] {1, 2}, new float[] {3, 4});
        Expect.equal(Tensor.matrix(new float[] {11, 22}, new float[] {13, 24}), x.plus(Tensor.vector(10, 20)));
        Tensor column = Tensor.vector(10, 20).unsqueeze(1);
        Expect.equal(Tensor.matrix(new float[] {11, 12}, new float[] {23, 24}), x.plus(column));
        Expect.equal(Tensor.matrix(new float[] {9, 8}, new float[] {17, 16}), column.minus(x));
    }

    @Test
    void everyPairOfStretchedShapesEqualsThePlainLoop() {
        int[] full = {2, 3, 4, 5};
        for (int a = 0; a < 16; a++) {
            for (int b = 0; b < 16; b++) {
                check(stretched(full, a), stretched(full, b));
            }
        }
        check(new int[] {5}, full);
        check(full, new int[] {4, 1});
        check(new int[0], full);
        check(new int[] {1, 1, 1, 1, 1}, new int[] {5});
        check(new int[] {3, 1, 33}, new int[] {2, 33}); // longer than a vector
        check(new int[] {3, 33, 1}, new int[] {1, 33});
    }

    /** The bits of {@code ones} say which dimensions have length 1. */
    private static int[] stretched(int[] full, int ones) {
        int[] shape = full.clone();
        for (int d = 0; d < shape.length; d++) {
            shape[d] = (ones >> d & 1) == 1 ? 1 : shape[d];
        }
        return shape;
    }

    private static void check(int[] aShape, int[] bShape) {
        Tensor a = Expect.random(1, aShape);
        Tensor b = Expect.random(2, bShape);
        int[] shape = Shapes.broadcast("test", aShape, bShape);
        float[] difference = new float[Shapes.size(shape)];
        float[] quotient = difference.clone();
        for (int i = 0; i < difference.length; i++) {
            float x = a.data()[source(i, shape, aShape)];
            float y = b.data()[source(i, shape, bShape)];
            difference[i] = x - y;
            quotient[i] = x / y;
        }
        assertArrayEquals(difference, a.minus(b).data());
        assertArrayEquals(quotient, a.dividedBy(b).data());
    }

    private static int source(int index, int[] shape, int[] from) {
        int source = 0;
        int step = 1;
        for (int d = 1; d <= from.length; d++) {
            int length = from[from.length - d];
            source += index % shape[shape.length - d] % length * step;
            step *= length;
            index /= shape[shape.length - d];
        }
        return source;
    }
}
