package spotlight.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

class ShardsTest {
    private static final int BATCH = 11;
    private static final Tensor X = Expect.random(1, BATCH, 40);

    private final Var w = Var.parameter(Expect.random(2, 40, 1));
    private final Var unused = Var.parameter(Tensor.ones(3));
    private final List<Var> params = List.of(w, unused);

    /** The mean of {@code (x w)^2} over the rows of x. */
    private Var meanLoss(int from, int to) {
        Var y = Var.constant(X.slice(0, from, to)).matmul(w);
        return y.times(y).sum().times(1f / (to - from));
    }

    private float[] gradient(int threads, int piece) {
        params.forEach(Var::clearGrad);
        try (Workers.Scope scope = Workers.use(threads)) {
            Shards.backward(params, BATCH, piece, this::meanLoss);
        }
        return w.grad().data().clone();
    }

    @Test
    void piecesAddUpToTheWholeBatch() {
        Var loss = meanLoss(0, BATCH);
        loss.backward();
        Tensor whole = Tensor.of(w.grad().data(), w.shape());
        for (int threads = 1; threads <= 4; threads++) {
            for (int piece : new int[] {1, 2, 3, 6, 11, 100}) {
                Expect.close(whole, Tensor.of(gradient(threads, piece), w.shape()), 1e-5); // another order of 11 terms
                assertEquals(loss.item(), Shards.mean(BATCH, piece, this::meanLoss), 1e-4);
            }
        }
    }

    @Test
    void theSameNumberOfThreadsGivesTheSameBits() {
        for (int threads = 1; threads <= 4; threads++) {
            float[] first = gradient(threads, 2);
            for (int run = 0; run < 20; run++) {
                assertArrayEquals(first, gradient(threads, 2));
            }
        }
    }

    @Test
    void theLossIsTheSameForAnyNumberOfThreads() {
        float alone = Shards.mean(BATCH, 2, this::meanLoss);
        try (Workers.Scope scope = Workers.use(3)) {
            assertEquals(alone, Shards.mean(BATCH, 2, this::meanLoss));
            assertEquals(alone, Shards.backward(params, BATCH, 2, this::meanLoss));
        }
    }

    /** Tokens to be ignored, as padding is: the mean is one over tokens, wherever the cuts between pieces are. */
    @Test
    void sequencesMayCountByTheirTokens() {
        Var logits = Var.parameter(Expect.random(3, 5, 4, 7)); // [B,T,V]
        int[][] targets = {{1, 2, 3, 4}, {5, -100, -100, -100}, {-100, -100, -100, -100}, {6, 0, 1, -100},
                {2, 3, 4, 5}};
        int[] tokens = {4, 1, 0, 3, 4};
        Var whole = logits.crossEntropy(flat(targets, 0, 5));
        whole.backward();
        Tensor expected = Tensor.of(logits.grad().data(), logits.shape());
        for (int piece = 1; piece <= 5; piece++) {
            logits.clearGrad();
            Shards.Piece loss = (from, to) -> logits.slice(0, from, to).crossEntropy(flat(targets, from, to));
            assertEquals(whole.item(), Shards.backward(List.of(logits), tokens, piece, loss), 1e-6);
            assertEquals(whole.item(), Shards.mean(tokens, piece, loss), 1e-6);
            Expect.close(expected, logits.grad(), 1e-7);
        }
    }

    private static int[] flat(int[][] targets, int from, int to) {
        return Arrays.stream(targets, from, to).flatMapToInt(Arrays::stream).toArray();
    }

    @Test
    void gradientsAddToThoseThatAreThere() {
        float[] once = gradient(2, 3);
        try (Workers.Scope scope = Workers.use(2)) {
            Shards.backward(params, BATCH, 3, this::meanLoss);
        }
        Expect.close(Tensor.of(once, 40, 1).times(2), w.grad(), 1e-6);
        assertArrayEquals(new float[3], unused.grad().data());
    }

    @Test
    void evaluationRemembersNothingInAnyThread() {
        gradient(2, 3);
        float[] before = w.grad().data().clone();
        try (Workers.Scope scope = Workers.use(3)) {
            Shards.mean(BATCH, 2, (from, to) -> {
                Var loss = meanLoss(from, to);
                assertFalse(loss.tracked());
                return loss;
            });
        }
        assertArrayEquals(before, w.grad().data());
    }

    @Test
    void whatGoesWrongNamesItsSequencesAndLeavesNoGradient() {
        try (Workers.Scope scope = Workers.use(2)) {
            Expect.error("shards: sequences 6..8: matmul: a [3,40] x b [3,40], inner sizes 40 and 3 differ",
                    () -> Shards.backward(params, BATCH, 3, (from, to) -> {
                        Var x = Var.constant(X.slice(0, from, to));
                        return from == 6 ? x.matmul(x) : meanLoss(from, to);
                    }));
            assertArrayEquals(new float[40], w.grad().data());
            assertEquals("shards: sequences 3..5: no file", assertThrows(IllegalStateException.class,
                    () -> Shards.mean(BATCH, 3, (from, to) -> fail(from, new IllegalStateException("no file"))))
                    .getMessage());
            OutOfMemoryError full = new OutOfMemoryError();
            assertSame(full, assertThrows(OutOfMemoryError.class,
                    () -> Shards.mean(BATCH, 3, (from, to) -> fail(from, full))));
        }
    }

    private Var fail(int from, Throwable failure) {
        if (from == 3 && failure instanceof Error error) {
            throw error;
        }
        if (from == 3) {
            throw (RuntimeException) failure;
        }
        return meanLoss(from, from + 1);
    }

    @Test
    void thereIsSomethingToDo() {
        Expect.error("shards: 0 sequences of weight 0 in pieces of 1, all must be positive",
                () -> Shards.mean(0, 1, this::meanLoss));
        Expect.error("shards: 4 sequences of weight 4 in pieces of 0, all must be positive",
                () -> Shards.backward(params, 4, 0, this::meanLoss));
        Expect.error("shards: 2 sequences of weight 0 in pieces of 1, all must be positive",
                () -> Shards.mean(new int[2], 1, this::meanLoss));
        Expect.error("shards: weight -3 of sequence 1 is negative",
                () -> Shards.mean(new int[] {5, -3}, 1, this::meanLoss));
    }
}
