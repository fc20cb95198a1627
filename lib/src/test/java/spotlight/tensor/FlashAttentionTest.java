package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.tensor.FlashAttention.Gradients;
import spotlight.tensor.FlashAttention.Matrices;

/** What is not seen from outside; that results and gradients are right is tested with {@code Var.attention}. */
class FlashAttentionTest {
    private static final int HEAD_DIM = 64;

    private static Stream<Kernels> kernels() {
        return Stream.of(new ScalarKernels(), Kernels.best());
    }

    /** Attention of some tokens to themselves, in heads [H,T,K]. */
    private static FlashAttention random(int heads, int tokens, float scale) {
        return new FlashAttention(matrices(1, heads, tokens), matrices(2, heads, tokens), matrices(3, heads, tokens),
                Matrices.NONE, scale, true, matrices(0, heads, tokens), new float[heads * tokens],
                new float[heads * tokens]);
    }

    private static Matrices matrices(long seed, int heads, int tokens) {
        return Matrices.of(Expect.random(seed, heads, tokens, HEAD_DIM), heads);
    }

    private static Gradients gradients(int heads, int tokens) {
        return new Gradients(matrices(4, heads, tokens), matrices(0, heads, tokens), matrices(0, heads, tokens),
                matrices(0, heads, tokens));
    }

    @Test
    void oneQueryByHand() {
        float ln3 = (float) Math.log(3);
        kernels().forEach(each -> {
            try (Kernels.Scope scope = Kernels.use(each)) {
                Tensor q = Tensor.matrix(new float[] {2, 0});
                Tensor k = Tensor.matrix(new float[] {ln3, 5}, new float[] {0, 7}); // scores ln 3 and 0
                Tensor v = Tensor.matrix(new float[] {4}, new float[] {8});
                Tensor out = Tensor.zeros(1, 1);
                FlashAttention a = new FlashAttention(Matrices.of(q), Matrices.of(k), Matrices.of(v), Matrices.NONE,
                        0.5f, false, Matrices.of(out), new float[1], new float[1]);
                a.forward();
                assertEquals(5, out.item(), 1e-6); // 3/4 of 4 and 1/4 of 8
                double sum = a.sums()[0] * Math.pow(2, a.largest()[0]);
                assertEquals(4, sum, 1e-5); // e^(ln 3) + e^0
            }
        });
    }

    @Test
    void matricesAreFoundWhereTheyLie() {
        Matrices heads = Matrices.heads(new float[2 * 5 * 12], 2, 5, 12, 4, 2, 2); // [B,T,12], heads in columns 4..7
        assertArrayEquals(new int[] {4, 6, 64, 66}, heads.starts());
        assertEquals(64 + 3 * 12, heads.at(2, 3));
        Matrices stretched = Matrices.of(Tensor.zeros(3, 1, 1, 7), 3, 2);
        assertArrayEquals(new int[] {0, 0, 7, 7, 14, 14}, stretched.starts());
        assertEquals(7, stretched.at(2, 4));
        assertEquals(1, Matrices.of(Tensor.zeros(7), 3).right());
        assertEquals(0, Matrices.of(Tensor.scalar(0), 3).right());
    }

    @Test
    void scoresThatGrowFromKeyToKeyAreCorrectedOnTheWay() {
        int tokens = 300;
        Tensor q = Tensor.ones(tokens, 1);
        Tensor v = Expect.random(3, tokens, 40);
        for (float growth : new float[] {0.3f, 30, -30}) {
            Tensor k = Tensor.arange(tokens).times(growth).reshape(tokens, 1);
            Tensor expected = k.transpose().plus(Tensor.zeros(tokens, 1)).softmax().matmul(v); // [T,S] x [S,40]
            kernels().forEach(each -> {
                try (Kernels.Scope scope = Kernels.use(each)) {
                    Tensor out = Tensor.zeros(tokens, 40);
                    new FlashAttention(Matrices.of(q), Matrices.of(k), Matrices.of(v), Matrices.NONE, 1, false,
                            Matrices.of(out), new float[tokens], new float[tokens]).forward();
                    Expect.close(expected, out, 2e-5); // scores up to 9000 are known to 5e-4 / ln 2 bits at best
                }
            });
        }
    }

    @Test
    void gradientsAreWrittenOrAdded() {
        FlashAttention a = random(2, 70, 0.125f);
        a.forward();
        Gradients once = gradients(2, 70);
        a.backward(once, false);
        float[] dk = once.k().data().clone();
        a.backward(once, true);
        for (int i = 0; i < dk.length; i++) {
            assertEquals(2 * dk[i], once.k().data()[i], 1e-6 * (1 + Math.abs(dk[i])));
        }
    }

    @Test
    void memoryGrowsWithTheTokensNotWithTheirSquare() throws InterruptedException {
        long[] bytes = new long[1];
        Thread fresh = new Thread(() -> {
            try (Kernels.Scope scope = Kernels.use(new ScalarKernels()); Workers.Scope one = Workers.use(1)) {
                FlashAttention a = random(1, 1024, 0.125f);
                Gradients d = gradients(1, 1024);
                bytes[0] = allocatedBy(() -> step(a, d));
            }
        });
        fresh.start();
        fresh.join();
        assertTrue(bytes[0] < 1024 * 1024, bytes[0] + " bytes, where all weights would take 4 MB");
    }

    @Test
    void furtherCallsAllocateNextToNothing() {
        kernels().forEach(each -> {
            try (Kernels.Scope scope = Kernels.use(each); Workers.Scope one = Workers.use(1)) {
                int tokens = each.lanes() == 1 ? 256 : 1024;
                FlashAttention a = random(1, tokens, 0.125f);
                Gradients d = gradients(1, tokens);
                long allowed = each.lanes() == 1 ? 2048 : 200L * tokens; // JDK 17 may leave one vector object a row
                long bytes = Long.MAX_VALUE;
                for (int i = 0; i < 3000 && bytes > allowed; i++) { // vectors are objects until all is compiled
                    bytes = allocatedBy(() -> step(a, d));
                }
                assertTrue(bytes <= allowed, each.name() + ": " + bytes + " bytes");
            }
        });
    }

    private static void step(FlashAttention a, Gradients d) {
        a.forward();
        a.backward(d, false);
    }

    private static long allocatedBy(Runnable code) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        code.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
