package spotlight.nn;

import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;

/** The simple recurrent layer, {@code h' = f(Wih x + bih + Whh h + bhh)} with f tanh or ReLU: PyTorch's nn.RNN. */
public final class Rnn extends Recurrent<Var> {
    private final Activation activation;

    /**
     * @param weightIh   [H,I]
     * @param weightHh   [H,H]
     * @param biasIh     [H]
     * @param biasHh     [H]
     * @param activation {@link Activation#TANH} in the textbooks
     * @throws IllegalArgumentException if the shapes do not fit together
     */
    public Rnn(Var weightIh, Var weightHh, Var biasIh, Var biasHh, Activation activation) {
        super(1, weightIh, weightHh, biasIh, biasHh);
        this.activation = activation;
    }

    /** A layer as PyTorch initialises it, with tanh. */
    public static Rnn init(int inputs, int hidden, TorchRandom random) {
        Var[] w = init(1, inputs, hidden, random);
        return new Rnn(w[0], w[1], w[2], w[3], Activation.TANH);
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
        return activation.apply(fromInput.plus(fromState(h)));
    }
}
