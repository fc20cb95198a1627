package spotlight.ch07;

import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spotlight.grad.Var;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.model.AttentionLayer;
import spotlight.model.EncoderLayer;
import spotlight.model.LayerConfig;
import spotlight.model.Layers;
import spotlight.model.Weights;
import spotlight.nn.Mask;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("7.5 The block, post-norm and pre-norm")
@Tag("ch07")
class BlockTest {
    private static final float EPS = 1e-5f;

    /** The four parts of a block, whatever they are. */
    private record Parts(UnaryOperator<Tensor> attention, UnaryOperator<Tensor> norm1,
            UnaryOperator<Tensor> feedForward, UnaryOperator<Tensor> norm2) {
        Tensor post(Tensor x) {
            return Block.postNorm(x, attention, norm1, feedForward, norm2);
        }

        Tensor pre(Tensor x) {
            return Block.preNorm(x, attention, norm1, feedForward, norm2);
        }

        /** The first half of a post-norm block. */
        Tensor attended(Tensor x) {
            return norm1.apply(x.plus(attention.apply(x)));
        }

        Tensor expectedPost(Tensor x) {
            Tensor y = attended(x);
            return norm2.apply(y.plus(feedForward.apply(y)));
        }

        /** The first half of a pre-norm block. */
        Tensor read(Tensor x) {
            return x.plus(attention.apply(norm1.apply(x)));
        }

        Tensor expectedPre(Tensor x) {
            Tensor y = read(x);
            return y.plus(feedForward.apply(norm2.apply(y)));
        }
    }

    @Test
    @Points(value = 1, hint = "x = 3: the steps and numbers are in the task.")
    void theExampleOfTheTask() {
        Parts parts = new Parts(x -> x.plus(1), x -> x.minus(1), x -> x.times(2), x -> x.dividedBy(2));
        Verify.that("postNorm of the example", parts.post(Tensor.scalar(3))).equalTo(Tensor.scalar(9));
        Verify.that("preNorm of the example", parts.pre(Tensor.scalar(3))).equalTo(Tensor.scalar(12));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    @Points(value = 3, hint = "Add what attention says to x, then norm; the same again for feed-forward, from y on.")
    void postNormIsTheBlockOf2017(int dModel) {
        Weights weights = weights(dModel);
        Parts p = parts(dModel, weights);
        Tensor x = new TorchRandom(83).randn(2, 3, dModel).times(3);
        Tensor y = p.attended(x);
        Verify.that("postNorm for x [2,3," + dModel + "]", p.post(x))
                .suspect(() -> p.expectedPre(x), "this is the pre-norm block")
                .suspect(() -> {
                    Tensor z = p.norm1.apply(p.attention.apply(x));
                    return p.norm2.apply(p.feedForward.apply(z));
                }, "nothing is added to what was there: both residuals are missing")
                .suspect(() -> {
                    Tensor z = p.norm1.apply(p.attention.apply(x));
                    return p.norm2.apply(z.plus(p.feedForward.apply(z)));
                }, "the residual round attention is missing: x plus what attention says")
                .suspect(() -> p.norm2.apply(p.feedForward.apply(y)),
                        "the residual round feed-forward is missing: y plus what it says")
                .suspect(() -> p.norm2.apply(x.plus(p.feedForward.apply(y))),
                        "the second residual starts at x again: what attention has added is lost")
                .suspect(() -> p.norm2.apply(y.plus(p.feedForward.apply(x))), "feed-forward reads x instead of y")
                .suspect(() -> y.plus(p.feedForward.apply(y)), "the second norm is missing")
                .suspect(() -> {
                    Tensor z = x.plus(p.attention.apply(x));
                    return p.norm2.apply(z.plus(p.feedForward.apply(z)));
                }, "the first norm is missing")
                .suspect(() -> {
                    Tensor z = x.plus(p.norm1.apply(p.attention.apply(x)));
                    return z.plus(p.norm2.apply(p.feedForward.apply(z)));
                }, "the norms are taken of what the parts say: they belong behind the sum")
                .equalTo(layer(dModel, weights, false, x), 1e-4);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    @Points(value = 3, hint = "The parts read a normed copy; the stream itself goes by the norms.")
    void preNormLeavesTheStreamAlone(int dModel) {
        Weights weights = weights(dModel);
        Parts p = parts(dModel, weights);
        Tensor x = new TorchRandom(84).randn(2, 3, dModel).times(3);
        Tensor y = p.read(x);
        Verify.that("preNorm for x [2,3," + dModel + "]", p.pre(x))
                .suspect(() -> p.expectedPost(x), "this is the post-norm block")
                .suspect(() -> {
                    Tensor n = p.norm1.apply(x);
                    Tensor z = n.plus(p.attention.apply(n));
                    Tensor m = p.norm2.apply(z);
                    return m.plus(p.feedForward.apply(m));
                }, "the residual starts behind the norm: add to the stream itself, not to its normed copy")
                .suspect(() -> p.feedForward.apply(p.norm2.apply(y)),
                        "the residual round feed-forward is missing: y plus what it says")
                .suspect(() -> {
                    Tensor z = p.attention.apply(p.norm1.apply(x));
                    return z.plus(p.feedForward.apply(p.norm2.apply(z)));
                }, "the residual round attention is missing: x plus what attention says")
                .suspect(() -> x.plus(p.feedForward.apply(p.norm2.apply(y))),
                        "the second residual starts at x again: what attention has added is lost")
                .suspect(() -> y.plus(p.feedForward.apply(p.norm2.apply(x))),
                        "feed-forward reads the norm of x instead of that of y")
                .suspect(() -> y.plus(p.feedForward.apply(y)), "the second norm is missing: feed-forward reads the "
                        + "stream as it is")
                .suspect(() -> {
                    Tensor z = x.plus(p.attention.apply(x));
                    return z.plus(p.feedForward.apply(p.norm2.apply(z)));
                }, "the first norm is missing: attention reads the stream as it is")
                .equalTo(layer(dModel, weights, true, x), 1e-4);
    }

    @Test
    @Points(value = 1, hint = "Block after block, and at the end one norm for the whole stack.")
    void theStackEndsWithANorm() {
        UnaryOperator<Tensor> more = x -> x.plus(3);
        UnaryOperator<Tensor> twice = x -> x.times(2);
        UnaryOperator<Tensor> norm = x -> x.plus(10);
        Tensor x = Tensor.vector(1, 5);
        Verify.that("preNormStack of two blocks", Block.preNormStack(x, List.of(more, twice), norm))
                .suspect(() -> Tensor.vector(8, 16), "the last norm is missing: nobody has shortened the stream yet")
                .suspect(() -> Tensor.vector(38, 46), "a norm after every block: the stack needs one, at its end")
                .suspect(() -> Tensor.vector(15, 23), "the blocks run in the wrong order: the first one first")
                .suspect(() -> Tensor.vector(14, 18), "only the first block runs")
                .suspect(() -> Tensor.vector(12, 20),
                        "every block reads x: each is to read what the one before has left")
                .equalTo(Tensor.vector(18, 26));
        Verify.that("preNormStack without blocks", Block.preNormStack(x, List.of(), norm))
                .equalTo(Tensor.vector(11, 15));
    }

    private static Weights weights(int dModel) {
        Weights weights = new Weights();
        TorchRandom random = new TorchRandom(82);
        EncoderLayer.init(config(dModel), weights, random);
        for (String name : List.of("norm1", "norm2")) { // so that the two norms differ
            float[] weight = weights.get(name + ".weight").value().data();
            System.arraycopy(random.uniform(0.5f, 2, dModel).data(), 0, weight, 0, dModel);
        }
        return weights;
    }

    private static LayerConfig config(int dModel) {
        return LayerConfig.of(dModel, 2, 2 * dModel);
    }

    private static Parts parts(int dModel, Weights weights) {
        AttentionLayer attention = new AttentionLayer(2, weights.in("self_attn"));
        return new Parts(x -> attention.self(Var.constant(x), false, Mask.none()).value(), norm("norm1", weights),
                x -> Layers.linear(weights, "linear2",
                        Layers.linear(weights, "linear1", Var.constant(x), config(dModel).activation())).value(),
                norm("norm2", weights));
    }

    private static UnaryOperator<Tensor> norm(String name, Weights weights) {
        return x -> Layers.norm(weights, name, Var.constant(x), EPS).value();
    }

    private static Tensor layer(int dModel, Weights weights, boolean preNorm, Tensor x) {
        LayerConfig config = preNorm ? config(dModel).withPreNorm() : config(dModel);
        return new EncoderLayer(config, weights).apply(Var.constant(x)).value();
    }
}
