package spotlight.ch05;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("5.1 Split the heads")
@Tag("ch05")
class SplitHeadsTest {
    @Test
    @Points(value = 1, hint = "Cut [T,D] into [T,H,K] first; then let H and T change places.")
    void theExampleOfTheTask() {
        Tensor x = Tensor.arange(8).reshape(1, 2, 4);
        verify("split of [[0 1 2 3], [4 5 6 7]] into 2 heads", x, 2,
                Tensor.of(new float[] {0, 1, 4, 5, 2, 3, 6, 7}, 1, 2, 2, 2));
    }

    @ParameterizedTest
    @CsvSource({"1,3,6,3", "2,5,12,4", "3,4,8,4", "2,7,10,2", "1,1,6,2"})
    @Points(value = 2, hint = "Write down where number (t=1, f=0) of x must land, then follow it through your code.")
    void everyHeadGetsItsBlockOfFeatures(int batch, int tokens, int dModel, int heads) {
        Tensor x = Tensor.of(new NumpyRandom(51).randn(batch * tokens * dModel), batch, tokens, dModel);
        verify("split of [" + batch + "," + tokens + "," + dModel + "] into " + heads + " heads", x, heads,
                byIndex(x, heads));
    }

    @ParameterizedTest
    @CsvSource({"1", "6"})
    @Points(value = 1, hint = "One head keeps all D numbers; D heads keep one number each. Is K computed from both?")
    void theExtremesWorkToo(int heads) {
        Tensor x = Tensor.of(new NumpyRandom(52).randn(2 * 3 * 6), 2, 3, 6);
        verify("split of [2,3,6] into " + heads + " heads", x, heads, byIndex(x, heads));
    }

    private static void verify(String what, Tensor x, int heads, Tensor expected) {
        int batch = x.size(0);
        int tokens = x.size(1);
        int headDim = x.size(2) / heads;
        Verify.that(what, SplitHeads.split(x, heads))
                .suspect(() -> x.reshape(batch, heads, tokens, headDim),
                        "a reshape straight to [B,H,T,K] mixes the tokens: head 0 holds pieces of several tokens")
                .suspect(() -> x.reshape(batch, tokens, headDim, heads).transpose(2, 3).transpose(1, 2),
                        "heads split along the wrong axis: the features are dealt out like cards, a head owns a block")
                .suspect(() -> x.reshape(batch, tokens, heads, headDim),
                        "the tokens still stand before the heads: swap the axes T and H")
                .suspect(() -> x.reshape(batch, tokens, heads, headDim).transpose(1, 2).transpose(0, 1),
                        "the heads stand before the samples: the order is [B,H,T,K]")
                .suspect(() -> x.reshape(batch, tokens, heads, headDim).transpose(1, 2).transpose(),
                        "the last two axes are swapped: each head is the transpose of what it should be")
                .equalTo(expected);
    }

    /** The formula of the task, number by number. */
    private static Tensor byIndex(Tensor x, int heads) {
        int headDim = x.size(2) / heads;
        float[] y = new float[x.size()];
        int next = 0;
        for (int b = 0; b < x.size(0); b++) {
            for (int h = 0; h < heads; h++) {
                for (int t = 0; t < x.size(1); t++) {
                    for (int i = 0; i < headDim; i++) {
                        y[next++] = x.at(b, t, h * headDim + i);
                    }
                }
            }
        }
        return Tensor.of(y, x.size(0), heads, x.size(1), headDim);
    }
}
