package spotlight.nn;

import spotlight.grad.Var;
import spotlight.random.TorchRandom;

/**
 * The gated recurrent unit: gates between 0 and 1 say how much of the state is read (r) and how much of it stays as it
 * is (z); "Learning Phrase Representations using RNN Encoder-Decoder", section 2.3, in the form of PyTorch's nn.GRU:
 *
 * <pre>{@code
 * r = sigmoid(Wr x + br + Ur h + dr)
 * z = sigmoid(Wz x + bz + Uz h + dz)
 * n = tanh(Wn x + bn + r (Un h + dn))
 * h' = (1 - z) n + z h
 * }</pre>
 *
 * <p>weightIh holds the rows of Wr, Wz, Wn, weightHh those of Ur, Uz, Un, and likewise the biases.
 */
public final class Gru extends Recurrent<Var> {

    /**
     * @param weightIh [3*H,I]
     * @param weightHh [3*H,H]
     * @param biasIh   [3*H]
     * @param biasHh   [3*H]
     * @throws IllegalArgumentException if the shapes do not fit together
     */
    public Gru(Var weightIh, Var weightHh, Var biasIh, Var biasHh) {
        super(3, weightIh, weightHh, biasIh, biasHh);
    }

    /** A layer as PyTorch initialises it. */
    public static Gru init(int inputs, int hidden, TorchRandom random) {
        Var[] w = init(3, inputs, hidden, random);
        return new Gru(w[0], w[1], w[2], w[3]);
    }

    @Override
    public Var zeros(int batch) {
        return zeroVector(batch);
    }

    @Override
    public Var hidden(Var state) {
        return state;
    }

    @Override
    Var next(Var fromInput, Var h) {
        Var[] x = fromInput.split(-1, 3); // each [B,H]
        Var[] u = fromState(h).split(-1, 3);
        Var r = x[0].plus(u[0]).sigmoid();
        Var z = x[1].plus(u[1]).sigmoid();
        Var n = x[2].plus(r.times(u[2])).tanh();
        return n.plus(z.times(h.minus(n))); // (1 - z) n + z h
    }
}
