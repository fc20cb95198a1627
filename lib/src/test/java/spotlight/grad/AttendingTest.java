package spotlight.grad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.nn.Attention;
import spotlight.nn.Mask;
import spotlight.tensor.Buffers;
import spotlight.tensor.Kernels;
import spotlight.tensor.ScalarKernels;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

/** The fused attention against the readable one, which holds all weights, and against PyTorch. */
class AttendingTest {
    private static final int[] TOKENS = {1, 2, 7, 31, 64, 65, 100, 129, 300};
    private static final int[] HEAD_DIMS = {1, 3, 8, 32, 64};
    private static final double ROUNDING = 2e-5; // sums of up to 300 products of numbers around 1

    /** Operands and what the loss does with the output: {@code loss = sum(y dy)}. */
    private record Case(Tensor q, Tensor k, Tensor v, Tensor mask, boolean causal, float scale, Tensor dy) {

        static Case random(int batch, int heads, int queries, int keys, int headDim, int valueDim, Tensor mask,
                boolean causal) {
            return new Case(Expect.random(1, batch, heads, queries, headDim),
                    Expect.random(2, batch, heads, keys, headDim), Expect.random(3, batch, heads, keys, valueDim), mask,
                    causal, (float) (1 / Math.sqrt(headDim)), Expect.random(4, batch, heads, queries, valueDim));
        }

        /** y, dq, dk, dv. */
        List<Tensor> fused() {
            Var a = Var.parameter(q);
            Var b = Var.parameter(k);
            Var c = Var.parameter(v);
            Var y = Var.attention(a, b, c, mask, causal, scale);
            y.backward(dy);
            return List.of(Tensor.of(y.value().data(), y.shape()), a.grad(), b.grad(), c.grad());
        }

        /** The same from the matrix of all weights. */
        List<Tensor> readable() {
            Tensor visible = causal ? mask.plus(Mask.causal(q.size(-2), k.size(-2))) : mask;
            Attention.Result result = Attention.scaledDotProduct(q, k, v, visible, scale);
            Tensor p = result.weights(); // [B,H,T,S]
            Tensor dp = dy.matmulNT(v);
            Tensor ds = dp.minus(dp.times(p).sum(-1).unsqueeze(-1)).times(p).times(scale); // of the unscaled scores
            return List.of(result.output(), ds.matmul(k), ds.matmulTN(q), p.matmulTN(dy));
        }

        void check() {
            List<Tensor> expected = readable();
            List<Tensor> actual = fused();
            for (int i = 0; i < expected.size(); i++) {
                Expect.close(expected.get(i), actual.get(i), ROUNDING);
            }
        }
    }

    @AfterEach
    void forgetBuffers() {
        Buffers.clear();
    }

    private static Stream<Kernels> kernels() {
        return Stream.of(new ScalarKernels(), Kernels.best());
    }

    @Test
    void equalsTheReadableOneForAllSizes() {
        kernels().forEach(each -> {
            try (Kernels.Scope scope = Kernels.use(each)) {
                int i = 0;
                for (int queries : TOKENS) {
                    for (int keys : TOKENS) {
                        int headDim = HEAD_DIMS[i++ % HEAD_DIMS.length];
                        Case.random(1, 1, queries, keys, headDim, headDim, Mask.none(), queries <= keys).check();
                        Case.random(1, 2, queries, keys, HEAD_DIMS[i % 5], headDim, Mask.none(), false).check();
                    }
                }
            }
        });
    }

    @Test
    void masksOfEveryShapeAreStretched() {
        Tensor padding = Mask.padding(new int[] {130, 70}, 130).unsqueeze(1); // [B,1,1,S]
        List<Tensor> masks = List.of(Tensor.scalar(0.5f), Expect.random(5, 66, 130), Expect.random(5, 66, 1), padding,
                Expect.random(6, 2, 1, 66, 130), Expect.random(7, 3, 1, 130), Expect.random(8, 2, 3, 66, 130),
                Expect.random(9, 130), Mask.causal(66, 130).plus(padding));
        kernels().forEach(each -> {
            try (Kernels.Scope scope = Kernels.use(each)) {
                for (Tensor mask : masks) {
                    Case.random(2, 3, 66, 130, 8, 5, mask, false).check();
                    Case.random(2, 3, 66, 130, 8, 5, mask, true).check();
                }
            }
        });
    }

    @Test
    void aQueryThatSeesNothingGetsZeroAndGivesNoGradient() {
        Tensor mask = Tensor.zeros(70, 140);
        for (int i = 3; i < 70; i += 2) {
            Arrays.fill(mask.data(), i * 140, (i + 1) * 140, Float.NEGATIVE_INFINITY);
        }
        Case given = Case.random(1, 1, 70, 140, 4, 4, mask, false);
        given.check();
        List<Tensor> fused = given.fused();
        Expect.equal(Tensor.zeros(1, 1, 4), fused.get(0).select(2, 3));
        Expect.equal(Tensor.zeros(1, 1, 4), fused.get(1).select(2, 3));
    }

    @Test
    void leadingDimensionsStretch() {
        Case apart = new Case(Expect.random(1, 2, 1, 5, 3), Expect.random(2, 4, 7, 3), Expect.random(3, 7, 6),
                Mask.none(), false, 0.3f, Expect.random(4, 2, 4, 5, 6));
        List<Tensor> expected = apart.readable();
        List<Tensor> actual = apart.fused();
        Expect.close(expected.get(0), actual.get(0), ROUNDING);
        Expect.close(expected.get(1).sum(1).unsqueeze(1), actual.get(1), ROUNDING);
        Expect.close(expected.get(2).sum(0), actual.get(2), ROUNDING);
        Expect.close(expected.get(3).sum(0).sum(0), actual.get(3), ROUNDING);
    }

    @Test
    void packedHeadsAreTheSameHeads() {
        int heads = 3;
        int tokens = 70;
        Tensor mask = Mask.padding(new int[] {70, 50}, 70).unsqueeze(1);
        Tensor qkv = Expect.random(1, 2, tokens, 3 * 24);
        Tensor dy = Expect.random(2, 2, tokens, 24);
        for (boolean causal : new boolean[] {false, true}) {
            Case apart = new Case(split(qkv.slice(2, 0, 24), heads), split(qkv.slice(2, 24, 48), heads),
                    split(qkv.slice(2, 48, 72), heads), mask, causal, (float) (1 / Math.sqrt(8)), split(dy, heads));
            List<Tensor> expected = apart.fused();
            Var x = Var.parameter(qkv);
            Var y = x.selfAttention(heads, causal, mask);
            Expect.equal(join(expected.get(0)), y.value());
            Tensor grad = Tensor.concat(2, join(expected.get(1)), join(expected.get(2)), join(expected.get(3)));
            y.backward(dy);
            Expect.equal(grad, x.grad());
            y.backward(dy); // adds
            Expect.close(grad.times(2), x.grad(), 1e-6);
        }
    }

    private static Tensor split(Tensor x, int heads) {
        return x.reshape(x.size(0), x.size(1), heads, -1).transpose(1, 2);
    }

    private static Tensor join(Tensor x) {
        return x.transpose(1, 2).reshape(x.size(0), x.size(2), -1);
    }

    @Test
    void neitherWorkersNorRecycledMemoryChangeABit() {
        Tensor qkv = Expect.random(1, 2, 300, 3 * 64);
        Tensor dy = Expect.random(2, 2, 300, 64);
        float[][] expected = outputAndGradient(qkv, dy, 1);
        for (int workers = 1; workers <= 3; workers++) {
            try (Buffers.Scope scope = Buffers.recyclePoisoned()) {
                for (int round = 0; round < 2; round++) {
                    assertArrayEquals(expected, outputAndGradient(qkv, dy, workers));
                }
            }
        }
    }

    private static float[][] outputAndGradient(Tensor qkv, Tensor dy, int workers) {
        try (Workers.Scope scope = Workers.use(workers)) {
            Var x = Var.parameter(qkv);
            Var y = x.times(1).selfAttention(2, true);
            float[] output = y.value().data().clone();
            y.backward(dy);
            return new float[][] {output, x.grad().data()};
        }
    }

    @Test
    void largeScoresStayFinite() {
        Tensor q = Expect.random(1, 70, 8);
        Case given = new Case(q, Expect.random(2, 70, 8), Expect.random(3, 70, 4), Mask.none(), true, 1e4f,
                Expect.random(4, 70, 4));
        List<Tensor> fused = given.fused();
        Expect.close(given.readable().get(0), fused.get(0), 1e-4);
        fused.forEach(x -> assertTrue(Float.isFinite(x.sum())));
    }

    @Test
    void nanInAKeyReachesThoseWhoSeeIt() {
        Tensor k = Expect.random(2, 200, 8);
        k.data()[150 * 8 + 3] = Float.NaN;
        kernels().forEach(each -> {
            try (Kernels.Scope scope = Kernels.use(each)) {
                Tensor y = new Case(Expect.random(1, 200, 8), k, Expect.random(3, 200, 4), Mask.none(), true, 0.3f,
                        Expect.random(4, 200, 4)).fused().get(0);
                assertTrue(Float.isFinite(y.slice(0, 0, 150).sum()));
                for (int i = 150; i < 200; i++) {
                    assertTrue(Float.isNaN(y.at(i, 0)), "query " + i);
                }
            }
        });
    }

    @Test
    void constantsAreNotRemembered() {
        Var x = Var.constant(Expect.random(1, 1, 4, 12));
        assertFalse(x.selfAttention(2, true).tracked());
    }

    @Test
    void errorsNameOperandsAndShapes() {
        Var x = Var.constant(Tensor.zeros(2, 5, 12));
        Var k = Var.constant(Tensor.zeros(4, 3));
        Expect.error("selfAttention: dModel 4 is not a multiple of heads 3", () -> x.selfAttention(3, true));
        Expect.error("selfAttention: dModel 4 is not a multiple of heads 0", () -> x.selfAttention(0, true));
        Expect.error("selfAttention: qkv [4,3] is not [B,T,3D]", () -> k.selfAttention(1, true));
        Expect.error("selfAttention: mask [3,1,5] does not stretch to scores [2,2,5,5]",
                () -> x.selfAttention(2, true, Tensor.zeros(3, 1, 5)));
        Expect.error("attention: q [2,3], k [4,3], v [5,3], 4 keys and 5 values do not match", () -> Var
                .attention(Var.constant(Tensor.zeros(2, 3)), k, Var.constant(Tensor.zeros(5, 3))));
        Expect.error("causal: 5 queries are more than 4 keys",
                () -> Var.attention(Var.constant(Tensor.zeros(5, 3)), k, k, Mask.none(), true, 1));
    }
}
