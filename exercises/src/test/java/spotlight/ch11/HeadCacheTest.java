package spotlight.ch11;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grad.Rotary;
import spotlight.grad.Var;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.Attention;
import spotlight.nn.Mask;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

@Exercise("11.5 A cache for one head")
@Tag("ch11")
class HeadCacheTest {
    private static final int K = 6;
    private static final Rotary ROTARY = new Rotary(20, K);

    /** A text of T tokens: [T,K] each. */
    private record Text(Tensor q, Tensor k, Tensor v) {
        static Text random(int tokens, int seed) {
            var random = new TorchRandom(seed);
            return new Text(random.randn(tokens, K).times(2), random.randn(tokens, K), random.randn(tokens, K));
        }

        int tokens() {
            return q.size(0);
        }

        /** What the head brings, all tokens at once: the truth. */
        Tensor whole() {
            return attend(turned(q), turned(k), v, Mask.causal(tokens()));
        }

        static Tensor attend(Tensor q, Tensor k, Tensor v, Tensor mask) {
            return Attention.scaledDotProduct(q, k, v, mask).output();
        }

        static Tensor turned(Tensor x) {
            return ROTARY.apply(Var.constant(x)).value();
        }
    }

    @Test
    @Points(value = 1, hint = "With a single token the softmax has one weight, 1.")
    void theFirstTokenSeesItself() {
        Text text = Text.random(1, 3);
        Verify.that("output of the first token", step(new HeadCache(ROTARY), text, 0))
                .suspect(() -> Text.turned(text.v()).select(0, 0),
                        "the value is turned: values stay as they are")
                .suspectIf(y -> y.rank() == 2, "a matrix: the output of one token is a vector [K]")
                .equalTo(text.v().select(0, 0));
    }

    @ParameterizedTest
    @CsvSource({"2,1", "5,2", "12,3"})
    @Points(value = 3, hint = "The position of a token is how many tokens were in the cache before it.")
    void theSameAsAllAtOnce(int tokens, int seed) {
        Text text = Text.random(tokens, seed);
        HeadCache cache = new HeadCache(ROTARY);
        Tensor[] rows = new Tensor[tokens];
        for (int t = 0; t < tokens; t++) {
            rows[t] = step(cache, text, t);
        }
        verify("outputs of " + tokens + " tokens", Tensor.stack(rows), text);
    }

    private static void verify(String what, Tensor actual, Text text) {
        Tensor causal = Mask.causal(text.tokens());
        Tensor q = Text.turned(text.q());
        Tensor k = Text.turned(text.k());
        Verify.that(what, actual)
                .suspect(() -> Text.attend(text.q(), text.k(), text.v(), causal),
                        "every token stands at position 0: turn query and key by the number of tokens before them")
                .suspect(() -> Text.attend(text.q(), k, text.v(), causal), "only the keys are turned by their position")
                .suspect(() -> Text.attend(q, text.k(), text.v(), causal),
                        "only the queries are turned by their position")
                .suspect(() -> Text.attend(q, k, Text.turned(text.v()), causal),
                        "values are turned too: they stay as they are")
                .suspect(() -> Text.attend(q.times((float) Math.sqrt(K)), k, text.v(), causal),
                        "the scaling by sqrt(headDim) is missing")
                .suspect(() -> text.v(), "each output is the token's own value: the tokens before it are not looked at")
                .suspect(() -> Text.attend(shifted(text.q(), 1), k, text.v(), causal),
                        "the query stands one place too far on: count the tokens before the new one is added")
                .equalTo(text.whole(), 1e-4);
    }

    /** Turned by {@code position + more}. */
    private static Tensor shifted(Tensor x, int more) {
        Tensor behind = Tensor.concat(0, Tensor.zeros(more, K), x);
        return Text.turned(behind).slice(0, more, more + x.size(0));
    }

    @Test
    @Points(value = 2, hint = "Copy keys and values before they go into the cache, and turn the copies.")
    void theCallerUsesItsTensorsAgain() {
        Text text = Text.random(6, 4);
        HeadCache cache = new HeadCache(ROTARY);
        Tensor q = Tensor.zeros(K);
        Tensor k = Tensor.zeros(K);
        Tensor v = Tensor.zeros(K);
        Tensor[] rows = new Tensor[6];
        for (int t = 0; t < rows.length; t++) {
            fill(q, text.q(), t);
            fill(k, text.k(), t);
            fill(v, text.v(), t);
            Tensor y = cache.next(q, k, v);
            rows[t] = Tensor.of(y.data(), y.shape());
            Verify.fact(same(q, text.q(), t), "next: the caller's query was turned, turn a copy");
            Verify.fact(same(k, text.k(), t), "next: the caller's key was turned, turn a copy");
            Verify.fact(same(v, text.v(), t), "next: the caller's value was changed");
        }
        Text lastValue = new Text(text.q(), text.k(), overwritten(text.v()));
        Verify.that("outputs when the caller's tensors are overwritten by the next token", Tensor.stack(rows))
                .suspectIf(y -> y.select(0, 5).close(lastValue.whole().select(0, 5), 1e-4),
                        "all values in the cache are the newest one: it kept the caller's tensor, not a copy")
                .suspectIf(y -> !y.close(text.whole(), 1e-4) && y.select(0, 0).close(text.v().select(0, 0), 1e-4),
                        "right for the first token only: is each key in the cache a copy?")
                .equalTo(text.whole(), 1e-4);
    }

    /** The last row, in every row. */
    private static Tensor overwritten(Tensor x) {
        Tensor[] rows = new Tensor[x.size(0)];
        Arrays.fill(rows, x.select(0, x.size(0) - 1));
        return Tensor.stack(rows);
    }

    private static void fill(Tensor to, Tensor from, int row) {
        System.arraycopy(from.data(), row * K, to.data(), 0, K);
    }

    private static boolean same(Tensor x, Tensor rows, int row) {
        return x.close(rows.select(0, row), 0);
    }

    @Test
    @Points(value = 1, hint = "Drop keys and values behind the first so many; the next token stands right behind them.")
    void anotherTextMayFollow() {
        Text first = Text.random(7, 5);
        Text second = Text.random(3, 6);
        HeadCache cache = new HeadCache(ROTARY);
        for (int t = 0; t < first.tokens(); t++) {
            step(cache, first, t);
        }
        cache.keep(2);
        Tensor[] rows = new Tensor[second.tokens()];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = step(cache, second, t);
        }
        Text joined = new Text(joined(first.q(), second.q()), joined(first.k(), second.k()),
                joined(first.v(), second.v()));
        Text unforgotten = new Text(Tensor.concat(0, first.q(), second.q()), Tensor.concat(0, first.k(), second.k()),
                Tensor.concat(0, first.v(), second.v()));
        Verify.that("outputs of 3 tokens behind keep(2) of 7", Tensor.stack(rows))
                .suspect(() -> unforgotten.whole().slice(0, 7, 10), "nothing was forgotten")
                .suspect(() -> second.whole(), "everything was forgotten: the first 2 tokens stay")
                .suspectIf(y -> y.close(joined.whole().slice(0, 2, 5), 1e-2),
                        "nearly right: is it the first tokens that stay?")
                .equalTo(joined.whole().slice(0, 2, 5), 1e-4);
    }

    private static Tensor joined(Tensor first, Tensor second) {
        return Tensor.concat(0, first.slice(0, 0, 2), second);
    }

    private static Tensor step(HeadCache cache, Text text, int t) {
        return cache.next(text.q().select(0, t), text.k().select(0, t), text.v().select(0, t));
    }

    @ParameterizedTest
    @CsvSource({"1,8,10,640", "12,768,1024,75497472", "96,12288,2048,19327352832"})
    @Points(value = 1, hint = "Keys and values, of each layer, D numbers for each token, 4 bytes each; count in long.")
    void memory(int layers, int dModel, int tokens, long expected) {
        Verify.that("bytes of " + layers + " layers, D = " + dModel + ", " + tokens + " tokens",
                HeadCache.bytes(layers, dModel, tokens))
                .suspect(() -> expected / 2, "half of it: there are keys AND values")
                .suspect(() -> expected / 4, "these are numbers: each has 4 bytes")
                .suspect(() -> expected / layers, "of one layer: each layer has keys and values of its own")
                .suspect(() -> (int) expected, "int has overflowed: multiply in long, 8L * …")
                .equalTo(expected);
    }
}
