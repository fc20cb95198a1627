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

@Exercise("5.2 Merge the heads")
@Tag("ch05")
class MergeHeadsTest {
    @Test
    @Points(value = 1, hint = "Bring the tokens before the heads, then let the last two axes become one.")
    void theExampleOfTheTask() {
        Tensor perHead = Tensor.of(new float[] {0, 1, 4, 5, 2, 3, 6, 7}, 1, 2, 2, 2);
        verify("merge of two heads", perHead, Tensor.arange(8).reshape(1, 2, 4));
    }

    @ParameterizedTest
    @CsvSource({"1,3,3,2", "2,4,5,3", "3,4,4,2", "1,1,6,4", "2,6,3,1"})
    @Points(value = 2, hint = "Merging undoes splitting: run the steps of exercise 5.1 backwards.")
    void mergeUndoesSplit(int batch, int heads, int tokens, int headDim) {
        Tensor x = Tensor.of(new NumpyRandom(53).randn(batch * tokens * heads * headDim), batch, tokens,
                heads * headDim);
        Tensor perHead = x.reshape(batch, tokens, heads, headDim).transpose(1, 2);
        verify("merge of [" + batch + "," + heads + "," + tokens + "," + headDim + "]", perHead, x);
    }

    private static void verify(String what, Tensor perHead, Tensor expected) {
        int batch = perHead.size(0);
        int tokens = perHead.size(2);
        int dModel = perHead.size(1) * perHead.size(3);
        Verify.that(what, MergeHeads.merge(perHead))
                .suspect(() -> perHead.reshape(batch, tokens, dModel),
                        "a reshape straight to [B,T,D] mixes the tokens: row 0 holds several tokens of head 0")
                .suspect(() -> perHead.transpose(1, 2).transpose(2, 3).reshape(batch, tokens, dModel),
                        "the heads are interleaved, feature by feature: each head is one block of K numbers")
                .suspect(() -> perHead.mean(1), "the heads are averaged: concatenating keeps all H·K numbers")
                .suspect(() -> perHead.sum(1), "the heads are added up: concatenating keeps all H·K numbers")
                .suspect(() -> perHead.transpose(1, 2),
                        "the last two axes H and K are still apart: D = H·K is one axis")
                .suspect(() -> backwards(perHead).transpose(1, 2).reshape(batch, tokens, dModel),
                        "the heads come in reverse order")
                .equalTo(expected);
    }

    private static Tensor backwards(Tensor perHead) {
        Tensor[] heads = new Tensor[perHead.size(1)];
        for (int h = 0; h < heads.length; h++) {
            heads[h] = perHead.slice(1, heads.length - 1 - h, heads.length - h);
        }
        return Tensor.concat(1, heads);
    }
}
