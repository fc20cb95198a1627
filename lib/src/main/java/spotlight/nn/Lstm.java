package spotlight.nn;

import spotlight.grad.Var;
import spotlight.random.TorchRandom;

/**
 * Long short-term memory: besides h it keeps a cell c that is only added to and scaled, so that a gradient can travel
 * far; "Long Short-Term Memory" (Hochreiter and Schmidhuber 1997) with a forget gate, in the form of PyTorch's nn.LSTM:
 *
 * <pre>{@code
 * i, f, o = sigmoid(W x + b + U h + d)     input, forget and output gate
 * g = tanh(Wg x + bg + Ug h + dg)          what might be stored
 * c' = f c + i g
 * h' = o tanh(c')
 * }</pre>
 *
 * <p>weightIh holds the rows for i, f, g, o, weightHh likewise, and so do the biases.
 */
public final class Lstm extends Recurrent<Lstm.State> {

    /**
     * What is kept between tokens.
     *
     * @param h what is shown [B,H]
     * @param c the cell [B,H]
     */
    public record State(Var h, Var c) {
    }

    /**
     * @param weightIh [4*H,I]
     * @param weightHh [4*H,H]
     * @param biasIh   [4*H]
     * @param biasHh   [4*H]
     * @throws IllegalArgumentException if the shapes do not fit together
     */
    public Lstm(Var weightIh, Var weightHh, Var biasIh, Var biasHh) {
        super(4, weightIh, weightHh, biasIh, biasHh);
    }

    /** A layer as PyTorch initialises it. */
    public static Lstm init(int inputs, int hidden, TorchRandom random) {
        Var[] w = init(4, inputs, hidden, random);
        return new Lstm(w[0], w[1], w[2], w[3]);
    }

    @Override
    public State zeros(int batch) {
        return new State(zeroVector(batch), zeroVector(batch));
    }

    @Override
    public Var hidden(State state) {
        return state.h;
    }

    @Override
    void requireRest(int batch, State state) {
        requireState("c", batch, state.c);
    }

    @Override
    State next(Var fromInput, State state) {
        Var[] gates = fromInput.plus(fromState(state.h)).split(-1, 4); // each [B,H]
        Var i = gates[0].sigmoid();
        Var f = gates[1].sigmoid();
        Var g = gates[2].tanh();
        Var o = gates[3].sigmoid();
        Var c = f.times(state.c).plus(i.times(g));
        return new State(o.times(c.tanh()), c);
    }
}
