package spotlight.ch05;

import java.util.function.Supplier;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.Attention;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("5.4 Find the bug: K.T")
@Tag("ch05")
class KeyTransposeTest {
    private static final String REVERSED = "the batch axis has moved: the queries of sample b meet feature b of all "
            + "samples' keys; swap the last two axes only";

    @ParameterizedTest
    @CsvSource({"4,4,4", "3,3,3", "2,2,2"})
    @Points(value = 2, hint = "With B = T = K every product of axes fits. Which axis of k may not move?")
    void samplesStayApartEvenWhenEverySizeFits(int batch, int tokens, int headDim) {
        verify(random(55, batch, tokens, headDim), random(56, batch, tokens, headDim));
    }

    @ParameterizedTest
    @CsvSource({"2,5,5,4", "1,3,3,2", "3,2,6,5", "2,4,4,3"})
    @Points(value = 2, hint = "q is [B,T,K] and needs keys as [B,K,S]: which two axes change places?")
    void everyShapeWorks(int batch, int tokens, int keys, int headDim) {
        verify(random(57, batch, tokens, headDim), random(58, batch, keys, headDim));
    }

    @ParameterizedTest
    @CsvSource({"2,4,4", "4,4,4", "1,5,4", "1,6,6", "3,2,5", "7,3,3"})
    @Points(value = 3, hint = "Write the shape of K.T first; its second-to-last axis must fit the last axis of Q.")
    void whatNumpyMakesOfIt(int batch, int tokens, int headDim) {
        int[] expected = tokens == headDim ? new int[] {batch, tokens, headDim, batch} : new int[0];
        Verify.that("np.dot(Q, K.T) with Q and K [" + batch + "," + tokens + "," + headDim + "]",
                KeyTranspose.numpyScoreShape(batch, tokens, headDim))
                .suspect(() -> new int[] {batch, tokens, tokens},
                        "that is what the author meant, not what NumPy does: the batch axis of K survives as well")
                .suspect(() -> new int[] {batch, tokens, headDim, batch},
                        "NumPy throws here: the last axis of Q has size headDim, the second-to-last of K.T size tokens")
                .suspect(() -> new int[] {batch, tokens, batch, headDim},
                        "the other axes of K.T stay in the order they have there: headDim first, then batch")
                .suspectIf(shape -> expected.length > 0 && shape.length == 0,
                        "NumPy does not throw here: the sizes it compares, headDim and tokens, are equal")
                .equalTo(expected);
    }

    private static void verify(Tensor q, Tensor k) {
        float scale = 1 / (float) Math.sqrt(k.size(2));
        Verify.that("weights for q " + shape(q) + ", k " + shape(k), KeyTranspose.weights(q, k))
                .suspect(() -> ifFits(k.size(2) == k.size(1), () -> q.matmul(k).times(scale).softmax()),
                        "k is not transposed at all: the features of the queries meet the tokens of the keys")
                .suspect(() -> ifFits(q.size(0) == k.size(1) && q.size(0) == k.size(2),
                        () -> q.matmul(k.transpose(0, 2)).times(scale).softmax()), REVERSED)
                .suspect(() -> q.matmulNT(k.select(0, 0)).times(scale).softmax(),
                        "all samples look at the keys of sample 0")
                .suspect(() -> q.matmulNT(k).softmax(),
                        "the scores are too large by exactly sqrt(headDim): the scaling is lost")
                .suspect(() -> q.matmulNT(k).times(scale), "these are the scores: the softmax is lost")
                .suspect(() -> q.matmulNT(k).times(scale).softmax(1),
                        "the columns sum to 1: each ROW must, over the keys")
                .equalTo(Attention.scaledDotProduct(q, k, k).weights());
    }

    /** A wrong answer that exists for some shapes only. */
    private static Tensor ifFits(boolean exists, Supplier<Tensor> wrong) {
        return exists ? wrong.get() : Tensor.scalar(0);
    }

    private static Tensor random(int seed, int batch, int tokens, int headDim) {
        return Tensor.of(new NumpyRandom(seed).randn(batch * tokens * headDim), batch, tokens, headDim);
    }

    private static String shape(Tensor x) {
        return "[" + x.size(0) + "," + x.size(1) + "," + x.size(2) + "]";
    }
}
