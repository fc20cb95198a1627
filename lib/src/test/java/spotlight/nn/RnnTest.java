package spotlight.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class RnnTest {
    private static Rnn rnn(Activation activation) {
        return new Rnn(Var.parameter(Tensor.matrix(new float[] {1, 2}, new float[] {0, -1})),
                Var.parameter(Tensor.matrix(new float[] {0.5f, 0}, new float[] {1, 1})),
                Var.parameter(Tensor.vector(0.25f, 0)), Var.parameter(Tensor.vector(0, 0.5f)), activation);
    }

    @Test
    void twoTokensByHand() {
        Tensor x = Tensor.matrix(new float[] {1, 1}, new float[] {2, -1}).unsqueeze(0); // [1,2,2]
        Tensor y = rnn(Activation.RELU).apply(Var.constant(x)).y().value();
        // relu(1 + 2 + 0.25, -1 + 0.5) = (3.25, 0); relu(2 - 2 + 0.25 + 1.625, 1 + 0.5 + 3.25)
        Expect.equal(Tensor.matrix(new float[] {3.25f, 0}, new float[] {1.875f, 4.75f}).unsqueeze(0), y);
    }

    @Test
    void tanhKeepsTheStateBetweenMinusOneAndOne() {
        Tensor x = Tensor.full(100, 1, 3, 2);
        Tensor y = rnn(Activation.TANH).apply(Var.constant(x)).y().value();
        assertEquals(1, y.max());
        assertEquals(-1, y.min());
    }

    @Test
    void whatWasSeenLongAgoIsForgotten() {
        Rnn rnn = Rnn.init(1, 8, new TorchRandom(1));
        Var x = Var.parameter(Expect.random(2, 1, 30, 1));
        rnn.apply(x).last().sum().backward();
        Tensor slopes = x.grad().map(Math::abs);
        assertEquals(0, slopes.at(0, 0, 0) / slopes.at(0, 29, 0), 1e-3, "first token beside the last");
    }
}
