package spotlight.ch05;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.Linear;
import spotlight.nn.MultiHeadAttention;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("5.3 Multi-head attention")
@Tag("ch05")
class MultiHeadTest {
    /** Tokens and matrices of one random case. */
    private record Case(Tensor x, Tensor wQuery, Tensor wKey, Tensor wValue, Tensor wOutput, int heads) {
        static Case of(int batch, int tokens, int dModel, int heads) {
            NumpyRandom random = new NumpyRandom(54);
            Tensor x = Tensor.of(random.randn(batch * tokens * dModel), batch, tokens, dModel);
            return new Case(x, matrix(random, dModel), matrix(random, dModel), matrix(random, dModel),
                    matrix(random, dModel), heads);
        }

        private static Tensor matrix(NumpyRandom random, int dModel) {
            return Tensor.of(random.randn(dModel * dModel), dModel, dModel).dividedBy((float) Math.sqrt(dModel));
        }

        Tensor q() {
            return split(x.matmul(wQuery), heads);
        }

        Tensor k() {
            return split(x.matmul(wKey), heads);
        }

        Tensor scores() {
            return q().matmulNT(k());
        }

        Tensor weights() {
            return scores().times(scale(x.size(2) / heads)).softmax();
        }

        /** What the output projection receives, from these values. */
        Tensor merged(Tensor v) {
            return weights().matmul(v).transpose(1, 2).reshape(x.shape());
        }
    }

    @Test
    @Points(value = 1, hint = "K = 1, so the scale is 1: head 0 gives the first token the scores 1·1 and 1·0.")
    void theExampleOfTheTask() {
        Tensor x = Tensor.identity(2).reshape(1, 2, 2);
        Tensor one = Tensor.identity(2);
        float more = (float) (Math.E / (Math.E + 1));
        float less = 1 - more;
        Tensor expected = Tensor.of(new float[] {more, less, 0.5f, 0.5f, 0.5f, 0.5f, less, more}, 1, 2, 2, 2);
        Verify.that("weights of the example", MultiHead.weights(x, one, one, 2))
                .suspect(() -> x.matmulNT(x).reshape(1, 1, 2, 2).softmax(),
                        "there is one map for all: each head needs its own")
                .equalTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1,3,4,2", "2,5,12,3", "3,4,8,2", "2,3,6,1"})
    @Points(value = 4, hint = "Project, split, each query times each key, scale by sqrt(K), softmax over the keys.")
    void weightsPerHead(int batch, int tokens, int dModel, int heads) {
        Case c = Case.of(batch, tokens, dModel, heads);
        int headDim = dModel / heads;
        Verify.that("weights for x [" + batch + "," + tokens + "," + dModel + "], " + heads + " heads",
                MultiHead.weights(c.x, c.wQuery, c.wKey, heads))
                .suspect(c::scores, "these are the scores, neither scaled nor put through softmax")
                .suspect(() -> c.scores().times(scale(headDim)), "these are the scaled scores: the softmax is missing")
                .suspect(() -> c.scores().softmax(),
                        "the scores are too large by exactly sqrt(headDim): the scaling is missing")
                .suspect(() -> c.scores().times(scale(dModel)).softmax(),
                        "scaled by sqrt(dModel) instead of sqrt(headDim): a head's dot product has only K terms")
                .suspect(() -> c.scores().dividedBy(headDim).softmax(), "divided by headDim instead of its square root")
                .suspect(() -> c.scores().times(scale(headDim)).softmax(2),
                        "the softmax runs over the queries: columns sum to 1, but each ROW must")
                .suspect(() -> c.k().matmulNT(c.q()).times(scale(headDim)).softmax(),
                        "queries and keys have changed places")
                .suspect(() -> mixed(c, headDim), "reshape without transpose mixes tokens: see exercise 5.1")
                .equalTo(c.weights());
    }

    @ParameterizedTest
    @CsvSource({"1,3,4,2", "2,5,12,3", "3,4,8,4", "2,3,6,1"})
    @Points(value = 5, hint = "weights · v per head, merge the heads, and one more matrix at the end.")
    void outputProjectsTheMergedHeads(int batch, int tokens, int dModel, int heads) {
        Case c = Case.of(batch, tokens, dModel, heads);
        Tensor v = split(c.x.matmul(c.wValue), heads);
        Tensor expected = new MultiHeadAttention(heads, Linear.ofColumns(c.wQuery), Linear.ofColumns(c.wKey),
                Linear.ofColumns(c.wValue), Linear.ofColumns(c.wOutput)).apply(c.x).output();
        Verify.that("output for x [" + batch + "," + tokens + "," + dModel + "], " + heads + " heads",
                MultiHead.output(c.x, c.wQuery, c.wKey, c.wValue, c.wOutput, heads))
                .suspect(() -> c.merged(v), "output equals the concatenated heads: the output projection is missing")
                .suspect(() -> c.merged(v).matmulNT(c.wOutput),
                        "the output projection is transposed: the task says concat · wOutput, not concat · wOutputT")
                .suspect(() -> c.merged(split(c.x, heads)).matmul(c.wOutput),
                        "the heads average the tokens themselves: the value projection wValue is missing")
                .suspect(() -> c.merged(c.k()).matmul(c.wOutput), "the heads average the keys: use x · wValue")
                .suspect(() -> c.weights().matmul(v).reshape(batch, tokens, dModel).matmul(c.wOutput),
                        "the heads are merged by a reshape alone, which mixes tokens: see exercise 5.2")
                .equalTo(expected);
    }

    private static Tensor split(Tensor x, int heads) {
        return x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads).transpose(1, 2);
    }

    private static Tensor mixed(Case c, int headDim) {
        int[] shape = {c.x.size(0), c.heads, c.x.size(1), headDim};
        return c.x.matmul(c.wQuery).reshape(shape).matmulNT(c.x.matmul(c.wKey).reshape(shape)).times(scale(headDim))
                .softmax();
    }

    private static float scale(int size) {
        return 1 / (float) Math.sqrt(size);
    }
}
