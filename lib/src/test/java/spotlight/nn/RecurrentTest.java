package spotlight.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.GradCheck;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

/** What holds for all recurrent layers. */
class RecurrentTest {
    private static final List<Recurrent<?>> ALL = List.of(Rnn.init(3, 4, new TorchRandom(1)),
            Gru.init(3, 4, new TorchRandom(2)), Lstm.init(3, 4, new TorchRandom(3)));

    private static Var random(long seed, int... shape) {
        return Var.parameter(Expect.random(seed, shape));
    }

    private static <S> Tensor tokenByToken(Recurrent<S> layer, Tensor x) {
        S state = layer.zeros(x.size(0));
        Tensor[] y = new Tensor[x.size(1)];
        for (int t = 0; t < y.length; t++) {
            state = layer.step(Var.constant(x.select(1, t)), state);
            y[t] = layer.hidden(state).value();
        }
        return Tensor.stack(y).transpose(0, 1);
    }

    private static <S> Tensor last(Recurrent<S> layer, Tensor x) {
        Recurrent.Output<S> output = layer.apply(Var.constant(x));
        Expect.equal(output.y().value().select(1, -1), layer.hidden(output.last()).value());
        return output.y().value();
    }

    @Test
    void aSequenceIsItsTokensOneAfterTheOther() {
        for (Recurrent<?> layer : ALL) {
            for (int tokens : new int[] {1, 2, 9}) {
                Tensor x = Expect.random(tokens, 5, tokens, 3);
                Tensor y = last(layer, x);
                assertArrayEquals(new int[] {5, tokens, 4}, y.shape());
                Expect.close(tokenByToken(layer, x), y, 1e-6); // the same products in another blocking
            }
        }
    }

    @Test
    void theFutureDoesNotChangeThePast() {
        for (Recurrent<?> layer : ALL) {
            Tensor x = Expect.random(1, 2, 6, 3);
            Tensor shorter = layer.apply(Var.constant(x.slice(1, 0, 4))).y().value();
            Expect.equal(shorter, layer.apply(Var.constant(x)).y().value().slice(1, 0, 4));
        }
    }

    @Test
    void everyGradientIsTheSlope() {
        for (Recurrent<?> layer : ALL) {
            Var x = random(4, 2, 3, 3);
            Map<String, Var> all = new LinkedHashMap<>(Map.of("x", x));
            layer.params().forEach(w -> all.put("weight " + all.size(), w));
            GradCheck.check(() -> layer.apply(x).y(), all);
        }
    }

    @Test
    void beginsAsInPyTorch() {
        Tensor first = new TorchRandom(2).uniform(-0.5f, 0.5f, 12, 3); // 1 / sqrt(4)
        Expect.equal(first, ALL.get(1).params().get(0).value());
        for (Recurrent<?> layer : ALL) {
            assertEquals(3, layer.inputs());
            assertEquals(4, layer.hidden());
            layer.params().forEach(w -> assertEquals(0.25, w.value().map(Math::abs).max(), 0.25));
        }
    }

    @Test
    void errorsOfWeights() {
        Expect.error("gru: weights [8,3] and [8,4] are not [3*H,I] and [3*H,H]",
                () -> new Gru(random(1, 8, 3), random(1, 8, 4), random(1, 8), random(1, 8)));
        Expect.error("lstm: weights [8,3] and [8,4] are not [4*H,I] and [4*H,H]",
                () -> new Lstm(random(1, 8, 3), random(1, 8, 4), random(1, 8), random(1, 8)));
        Expect.error("lstm: weights [8] and [8,2] are not [4*H,I] and [4*H,H]",
                () -> new Lstm(random(1, 8), random(1, 8, 2), random(1, 8), random(1, 8)));
        Expect.error("gru: biases [6] and [2] are not both [6]",
                () -> new Gru(random(1, 6, 3), random(1, 6, 2), random(1, 6), random(1, 2)));
    }

    @Test
    void errorsOfInputsAndStates() {
        Recurrent<?> rnn = ALL.get(0);
        Expect.error("rnn: x [2,5] is not [B,T,3] with a token at least", () -> rnn.apply(random(1, 2, 5)));
        Expect.error("rnn: x [2,5,4] is not [B,T,3] with a token at least", () -> rnn.apply(random(1, 2, 5, 4)));
        Expect.error("rnn: x [2,0,3] is not [B,T,3] with a token at least", () -> rnn.apply(random(1, 2, 0, 3)));
        Gru gru = (Gru) ALL.get(1);
        Expect.error("gru: x [2,4] is not [B,3]", () -> gru.step(random(1, 2, 4), gru.zeros(2)));
        Expect.error("gru: state h [3,4] is not [2,4]", () -> gru.step(random(1, 2, 3), gru.zeros(3)));
        Expect.error("gru: state h [3,4] is not [2,4]", () -> gru.apply(random(1, 2, 5, 3), gru.zeros(3)));
        Lstm lstm = (Lstm) ALL.get(2);
        Lstm.State state = new Lstm.State(random(1, 2, 4), random(1, 2, 5));
        Expect.error("lstm: state c [2,5] is not [2,4]", () -> lstm.step(random(1, 2, 3), state));
    }
}
