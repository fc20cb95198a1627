package spotlight.ch07;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.Linear;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("7.3 Feed-forward")
@Tag("ch07")
class FeedForwardTest {
    /** Tokens and weights of one random case. */
    private record Case(Tensor x, Tensor w1, Tensor b1, Tensor w2, Tensor b2) {
        static Case of(int batch, int tokens, int dModel, int dFf) {
            TorchRandom random = new TorchRandom(76);
            return new Case(random.randn(batch, tokens, dModel), random.randn(dFf, dModel), random.randn(dFf),
                    random.randn(dModel, dFf), random.randn(dModel));
        }

        Tensor first() {
            return new Linear(w1, b1).apply(x);
        }

        Tensor second(Tensor hidden) {
            return new Linear(w2, b2).apply(hidden);
        }
    }

    @Test
    @Points(value = 1, hint = "Work the token (1, 1) out on paper: two scores, the relu, two outputs.")
    void theExampleOfTheTask() {
        Tensor x = Tensor.matrix(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        Tensor w1 = Tensor.ones(2, 2);
        Tensor w2 = Tensor.matrix(new float[][] {{1, -2}, {0, 0}});
        Tensor b1 = Tensor.vector(0, -1);
        Tensor b2 = Tensor.vector(0, 3);
        Verify.that("output of the example", FeedForward.output(x, w1, b1, w2, b2))
                .equalTo(Tensor.matrix(new float[][] {{0, 3}, {1, 3}, {1, 3}, {0, 3}}));
    }

    @ParameterizedTest
    @CsvSource({"2,3,4,5", "1,2,6,24", "3,4,4,4"})
    @Points(value = 2, hint = "One linear layer, then no number below 0.")
    void hiddenIsNeverNegative(int batch, int tokens, int dModel, int dFf) {
        Case c = Case.of(batch, tokens, dModel, dFf);
        Verify.that("hidden for x [" + batch + "," + tokens + "," + dModel + "], F = " + dFf,
                FeedForward.hidden(c.x, c.w1, c.b1))
                .suspect(c::first, "numbers below 0 are left: the relu is missing")
                .suspect(() -> c.x.matmulNT(c.w1).relu(), "the bias b1 is missing")
                .suspect(() -> c.x.matmulNT(c.w1).relu().plus(c.b1), "the bias is added behind the relu: first "
                        + "the bias, then the relu")
                .suspect(() -> c.first().gelu(), "this is GELU; the task asks for max(0, ...)")
                .suspectIf(hidden -> dModel == dFf && hidden.close(c.x.matmul(c.w1).plus(c.b1).relu(), 1e-4),
                        "w1 is [out,in]: multiply with its transpose")
                .equalTo(c.first().relu(), 1e-4);
    }

    @ParameterizedTest
    @CsvSource({"2,3,4,5", "1,2,6,24", "3,4,4,4"})
    @Points(value = 3, hint = "The second linear layer brings F numbers back to D; nothing follows it.")
    void outputBringsItBackToTheStream(int batch, int tokens, int dModel, int dFf) {
        Case c = Case.of(batch, tokens, dModel, dFf);
        Tensor hidden = c.first().relu();
        Verify.that("output for x [" + batch + "," + tokens + "," + dModel + "], F = " + dFf,
                FeedForward.output(c.x, c.w1, c.b1, c.w2, c.b2))
                .suspect(() -> c.second(hidden).relu(), "there is a relu behind the second layer too: what is added "
                        + "to the stream may be negative")
                .suspect(() -> c.second(c.first()),
                        "no relu in between: two linear layers in a row are only one linear layer")
                .suspect(() -> hidden.matmulNT(c.w2), "the bias b2 is missing")
                .suspect(() -> c.second(hidden).plus(c.x),
                        "x is added: the residual belongs to the block, not to the feed-forward part")
                .suspectIf(out -> dModel == dFf && out.close(hidden.matmul(c.w2).plus(c.b2), 1e-4),
                        "w2 is [out,in]: multiply with its transpose")
                .equalTo(c.second(hidden), 1e-4);
    }

    @ParameterizedTest
    @CsvSource({"16,64,2128,0.6666667", "512,2048,2099712,0.6666667", "8,8,144,0.3333333",
            "100000,400000,80000500000,0.6666667"})
    @Points(value = 2, hint = "Two matrices of D times F here, four of D times D in attention.")
    void twoThirdsOfABlock(int dModel, int dFf, long parameters, double share) {
        String sizes = "(" + dModel + ", " + dFf + ")";
        double both = 2.0 * dModel * dFf;
        Verify.that("parameters" + sizes, FeedForward.parameters(dModel, dFf))
                .suspectIf(count -> count == both, "the biases are missing: F numbers of b1 and D of b2")
                .suspectIf(count -> count == both / 2 + dFf, "only the first layer is counted")
                .suspectIf(count -> count < 0 || count == (int) parameters && count != parameters,
                        "int overflow: multiply as long")
                .equalTo(parameters);
        double own = both;
        Verify.that("shareOfBlock" + sizes, FeedForward.shareOfBlock(dModel, dFf))
                .suspect(() -> 1 - share, "that is the share of attention")
                .suspect(() -> own / (own + 3.0 * dModel * dModel),
                        "attention has four matrices: query, key, value and output")
                .suspect(() -> own / (4.0 * dModel * dModel), "a share is a part of the whole: divide by all matrices, "
                        + "not by those of attention")
                .equalTo(share);
    }
}
