package spotlight.matmul;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import spotlight.Expect;
import spotlight.tensor.Tensor;

/** What all steps have in common; what is special about one is in its own test. */
class MatrixProductTest {
    static final Map<String, MatrixProduct> STEPS = steps();

    /** Sizes that fill no tile, one tile and a bit, and more than a cache block; and k = 0. */
    static final int[][] SHAPES = {{1, 1, 1}, {2, 3, 4}, {3, 5, 0}, {4, 32, 7}, {5, 33, 9}, {31, 64, 100}, {64, 31, 8},
            {100, 9, 31}, {7, 100, 1}, {130, 40, 260}, {9, 70, 513}, {257, 17, 3}};

    private static Map<String, MatrixProduct> steps() {
        Map<String, MatrixProduct> steps = new LinkedHashMap<>();
        steps.put("ThreeLoops", ThreeLoops::multiply);
        steps.put("LoopOrder.ipj", LoopOrder::ipj);
        steps.put("LoopOrder.ipjInRows", LoopOrder::ipjInRows);
        steps.put("LoopOrder.jpi", LoopOrder::jpi);
        steps.put("VectorDot", VectorDot::multiply);
        steps.put("VectorDot, one sum", VectorDot::multiplyWithOneSum);
        steps.put("RegisterTile", RegisterTile::multiply);
        steps.put("CacheBlocks", CacheBlocks::multiply);
        steps.put("Packed", Packed::multiply);
        steps.put("Parallel", Parallel::multiply);
        return steps;
    }

    @Test
    void aProductByHand() {
        STEPS.forEach((name, step) -> {
            float[] c = new float[4];
            step.multiply(2, 2, 2, new float[] {1, 2, 3, 4}, new float[] {5, 6, 7, 8}, c);
            assertArrayEquals(new float[] {19, 22, 43, 50}, c, name);
        });
    }

    @Test
    void everyStepEqualsTheTensorsProductForEveryShape() {
        STEPS.forEach((name, step) -> {
            for (int[] shape : SHAPES) {
                everyStepEqualsTheTensorsProduct(name, step, shape[0], shape[1], shape[2]);
            }
        });
    }

    /** Old contents of c do not matter, and a and b stay as they were. */
    private static void everyStepEqualsTheTensorsProduct(String name, MatrixProduct step, int m, int n, int k) {
        Tensor a = Expect.random(1, m, k);
        Tensor b = Expect.random(2, k, n);
        float[] aCopy = a.data().clone();
        float[] bCopy = b.data().clone();
        float[] c = new float[m * n];
        Arrays.fill(c, Float.NaN);
        step.multiply(m, n, k, aCopy, bCopy, c);
        String what = name + " [" + m + "," + k + "] x [" + k + "," + n + "]";
        float[] expected = a.matmul(b).data();
        for (int i = 0; i < c.length; i++) {
            // float32 sums of up to 513 products of about 1, in another order
            assertEquals(expected[i], c[i], 1e-4, what + ", element " + i);
        }
        assertArrayEquals(a.data(), aCopy, what + " changed a");
        assertArrayEquals(b.data(), bCopy, what + " changed b");
    }

    @Test
    void notANumberGetsThrough() {
        STEPS.forEach((name, step) -> {
            float[] c = new float[4];
            step.multiply(2, 2, 2, new float[] {Float.NaN, 2, 0, 4}, new float[] {5, 6, 7, Float.POSITIVE_INFINITY}, c);
            assertArrayEquals(new float[] {Float.NaN, Float.NaN, 28, Float.POSITIVE_INFINITY}, c, name);
        });
    }

    @Test
    void aProductTakesTwoOperationsForEachPair() {
        assertEquals(16, MatrixProduct.flops(2, 2, 2));
        assertEquals(2e12, MatrixProduct.flops(10_000, 10_000, 10_000));
    }
}
