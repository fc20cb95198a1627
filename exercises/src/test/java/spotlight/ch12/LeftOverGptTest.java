package spotlight.ch12;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grad.Var;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.model.Bert;
import spotlight.model.Gpt;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("12.3 Find the bug: what was left of the GPT")
@Tag("ch12")
class LeftOverGptTest {
    private static final int PAD = 0;
    private static final int SEP = 3;
    private static final int STRANGER = 9;

    @ParameterizedTest
    @ValueSource(strings = {"2 5 6 7 3 8 3 0", "2 5 3 6 7 3", "2 5 6 3", "2 5 6 3 0 0", "2 3 3", "2 3 5 3 0"})
    @Points(value = 2, hint = "Write down the segment of a token first, and only then look whether it ends the text.")
    void segmentsChangeBehindTheSeparator(String text) {
        int[] ids = ids(text);
        int[] expected = segments(ids, false, false);
        Verify.that("segments of " + text, LeftOverGpt.segments(ids, SEP, PAD))
                .suspect(() -> segments(ids, true, true),
                        "as she wrote it: a [SEP] still belongs to the text it ends, and padding is 0")
                .suspect(() -> segments(ids, true, false), "a [SEP] belongs to the text it ends: change behind it")
                .suspect(() -> segments(ids, false, true),
                        "padding is 0: behind two separators there is no third segment")
                .suspect(() -> new int[ids.length], "all tokens are in segment 0: the second text begins behind [SEP]")
                .equalTo(expected);
        Verify.fact(Arrays.equals(ids, ids(text)), "segments: your method has changed ids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 5 6 7 3 8 3 0", "2 5 6 3", "2 5 3 0 0", "0 2 5"})
    @Points(value = 2, hint = "Number i of the matrix is row i / T, who looks, and column i % T, who is looked at.")
    void everybodySeesAllButPadding(String text) {
        int[] ids = ids(text);
        Verify.that("mask of " + text, LeftOverGpt.mask(ids, PAD))
                .suspectIf(mask -> mask.rank() != 2 || mask.size(0) != ids.length || mask.size(1) != ids.length,
                        "it is to be a square, a row and a column for each token")
                .suspect(() -> mask(ids, true, false, true),
                        "as she wrote it: the causal mask is still there, and rows of padding are hidden, not columns")
                .suspect(() -> mask(ids, true, true, false),
                        "the causal mask is still there: a BERT looks to the right as well")
                .suspect(() -> mask(ids, false, false, true),
                        "rows are hidden: padding may look, but nobody may look AT it, that is its column")
                .suspect(() -> mask(ids, false, true, true),
                        "rows and columns are hidden: a row of minus infinity becomes NaN in the softmax")
                .suspect(() -> mask(ids, false, false, false), "padding can be seen")
                .suspect(() -> mask(ids, true, false, false), "that is the mask of a GPT, without any padding")
                .suspectIf(mask -> mask.max() == 1, "added to the scores: 0 where a token may look, not 1")
                .equalTo(mask(ids, false, true, false));
    }

    @Test
    @Points(value = 2, hint = "Change one token, run the model again, and compare row by row.")
    void reachTellsABertFromAGpt() {
        int[] ids = {5, 6, 7, 8, 4};
        Bert bert = Bert.init(new Bert.Config(12, 8, 2, 2, 8, 16), new TorchRandom(1));
        Gpt gpt = Gpt.init(new Gpt.Config(12, 8, 2, 2, 8), new TorchRandom(1));
        enlarge(bert.params());
        enlarge(gpt.params());
        reach("a BERT", LeftOverGpt.reach(x -> bert.logits(x, 1).value().select(0, 0), ids, STRANGER),
                full((t, s) -> true));
        reach("a GPT", LeftOverGpt.reach(x -> gpt.logits(x, 1).value().select(0, 0), ids, STRANGER),
                full((t, s) -> s <= t));
        reach("a model that looks one token to the right",
                LeftOverGpt.reach(x -> shifted(x, 1), ids, STRANGER), full((t, s) -> s == Math.min(4, t + 1)));
        Verify.fact(Arrays.equals(ids, new int[] {5, 6, 7, 8, 4}), "reach: your method has changed ids");
    }

    @Test
    @Points(value = 1, hint = "The largest ABSOLUTE difference of a row must be more than 1e-5.")
    void smallMovesCountRoundingDoesNot() {
        int[] ids = {5, 6, 7, 8, 4};
        reach("a model that moves down by 1e-4", LeftOverGpt.reach(x -> moved(x, -1e-4f), ids, STRANGER),
                full((t, s) -> s == 0));
        reach("a model that moves by 1e-6, as rounding does", LeftOverGpt.reach(x -> moved(x, 1e-6f), ids, STRANGER),
                full((t, s) -> false));
    }

    /** Models begin with weights so small that tokens hardly move each other. */
    private static void enlarge(List<Var> weights) {
        for (Var weight : weights) {
            float[] numbers = weight.value().data();
            IntStream.range(0, numbers.length).forEach(i -> numbers[i] *= 10);
        }
    }

    private static void reach(String model, Tensor actual, Tensor expected) {
        Verify.that("reach of " + model, actual)
                .suspect(() -> expected.transpose(),
                        "rows and columns have changed places: row t is the token that moves, column s the one replaced")
                .suspectIf(map -> !close(expected, Tensor.identity(5)) && close(map, Tensor.identity(5)),
                        "only the replaced token itself was compared: every row may move")
                .suspectIf(map -> map.sum() == 0, "nothing moves: is the changed copy what the model reads, and do "
                        + "moves downwards count, too?")
                .suspectIf(map -> expected.sum() == 0 && map.sum() > 0, "a false alarm: up to 1e-5 is rounding")
                .suspectIf(map -> cumulated(expected, map),
                        "a token that was replaced stays replaced: begin with a new copy each time")
                .equalTo(expected);
    }

    /** What comes out if tokens stay replaced: column s moves whatever any column up to s moves. */
    private static boolean cumulated(Tensor expected, Tensor map) {
        for (int t = 0; t < 5; t++) {
            float any = 0;
            for (int s = 0; s < 5; s++) {
                any = Math.max(any, expected.at(t, s));
                if (map.at(t, s) != any) {
                    return false;
                }
            }
        }
        return true;
    }

    private interface Cell {
        boolean of(int t, int s);
    }

    private static Tensor full(Cell cell) {
        float[] map = new float[25];
        IntStream.range(0, 25).forEach(i -> map[i] = cell.of(i / 5, i % 5) ? 1 : 0);
        return Tensor.of(map, 5, 5);
    }

    private static boolean close(Tensor a, Tensor b) {
        return a.maxAbsDiff(b) == 0;
    }

    /** The scores of token t are the id of the token so many places to the right, or of the last one. */
    private static Tensor shifted(int[] x, int by) {
        float[] scores = new float[x.length * 2];
        IntStream.range(0, x.length).forEach(t -> scores[2 * t + 1] = x[Math.min(x.length - 1, t + by)]);
        return Tensor.of(scores, x.length, 2);
    }

    /** All scores move by so much if token 0 is another than 5. */
    private static Tensor moved(int[] x, float by) {
        return Tensor.full(x[0] == 5 ? 0 : by, x.length, 2);
    }

    private static int[] ids(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static int[] segments(int[] ids, boolean before, boolean padding) {
        int[] segments = new int[ids.length];
        int segment = 0;
        for (int t = 0; t < ids.length; t++) {
            segment += before && ids[t] == SEP ? 1 : 0;
            segments[t] = ids[t] == PAD && !padding ? 0 : segment;
            segment += !before && ids[t] == SEP ? 1 : 0;
        }
        return segments;
    }

    private static Tensor mask(int[] ids, boolean causal, boolean columns, boolean rows) {
        int tokens = ids.length;
        float[] mask = new float[tokens * tokens];
        for (int i = 0; i < mask.length; i++) {
            boolean hidden = causal && i % tokens > i / tokens || columns && ids[i % tokens] == PAD
                    || rows && ids[i / tokens] == PAD;
            mask[i] = hidden ? Float.NEGATIVE_INFINITY : 0;
        }
        return Tensor.of(mask, tokens, tokens);
    }
}
