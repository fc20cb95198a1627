package spotlight.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.nn.Gru;
import spotlight.nn.Lstm;
import spotlight.nn.Recurrent;
import spotlight.nn.Rnn;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;

/** The kinds of recurrent layers. */
public enum Cell {
    /** {@link Rnn} with tanh. */
    RNN(1),
    /** {@link Gru}. */
    GRU(3),
    /** {@link Lstm}. */
    LSTM(4);

    private static final String[] NAMES = {"weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"};

    private final int gates;

    Cell(int gates) {
        this.gates = gates;
    }

    /** How many numbers a layer of this kind learns. */
    public long count(int inputs, int hidden) {
        return (long) gates * hidden * (inputs + hidden + 2);
    }

    /**
     * The largest state with which a model stays within a budget, so that models of different kinds can be compared.
     *
     * @param count  how many numbers the model learns with a state of this size
     * @param budget how many it may learn
     * @throws IllegalArgumentException if even a state of one number is too much
     */
    public static int largestHidden(IntToLongFunction count, long budget) {
        Shapes.require(count.applyAsLong(1) <= budget, () -> "budget: a state of 1 number needs "
                + count.applyAsLong(1) + " weights, there are " + budget);
        int hidden = 1;
        while (count.applyAsLong(hidden + 1) <= budget) {
            hidden++;
        }
        return hidden;
    }

    /** Adds new weights under PyTorch's names and as PyTorch begins with. */
    void init(int inputs, int hidden, Weights weights, TorchRandom random) {
        List<Var> params = switch (this) {
            case RNN -> Rnn.init(inputs, hidden, random).params();
            case GRU -> Gru.init(inputs, hidden, random).params();
            case LSTM -> Lstm.init(inputs, hidden, random).params();
        };
        for (int i = 0; i < NAMES.length; i++) {
            weights.share(NAMES[i], params.get(i));
        }
    }

    /** h after each token, [B,T,I] to [B,T,H], beginning with zeros. */
    Var read(Weights weights, Var x) {
        return layer(weights).apply(x).y();
    }

    /** The same, beginning with a state. */
    Var read(Weights weights, Var x, Var[] state) {
        return this == LSTM
                ? lstm(weights).apply(x, new Lstm.State(state[0], state[1])).y()
                : simple(weights).apply(x, state[0]).y();
    }

    /** The state after so many tokens of each sequence, beginning with zeros: h [B,H], and of an LSTM c as well. */
    Var[] last(Weights weights, Var x, int[] lengths) {
        if (this != LSTM) {
            Recurrent<Var> layer = simple(weights);
            return new Var[] {pick(layer.states(x, layer.zeros(x.size(0))), lengths)};
        }
        Lstm layer = lstm(weights);
        List<Lstm.State> states = layer.states(x, layer.zeros(x.size(0)));
        return new Var[] {pick(states.stream().map(Lstm.State::h).toList(), lengths),
                pick(states.stream().map(Lstm.State::c).toList(), lengths)};
    }

    /** The state after one more token of each sequence [B,I]. */
    Var[] step(Weights weights, Var x, Var[] state) {
        if (this != LSTM) {
            return new Var[] {simple(weights).step(x, state[0])};
        }
        Lstm.State next = lstm(weights).step(x, new Lstm.State(state[0], state[1]));
        return new Var[] {next.h(), next.c()};
    }

    /** From the states after each token those after the last real one. */
    private static Var pick(List<Var> states, int[] lengths) {
        int batch = lengths.length;
        if (Arrays.stream(lengths).allMatch(length -> length == states.size())) {
            return states.get(states.size() - 1);
        }
        int[] rows = new int[batch];
        Arrays.setAll(rows, b -> (lengths[b] - 1) * batch + b); // of [T,B,H] as T * B rows
        int hidden = states.get(0).size(1);
        return Var.stack(states.toArray(Var[]::new)).reshape(states.size() * batch, hidden).rows(rows);
    }

    private Recurrent<?> layer(Weights weights) {
        return this == LSTM ? lstm(weights) : simple(weights);
    }

    private Recurrent<Var> simple(Weights weights) {
        Var[] w = Arrays.stream(NAMES).map(weights::get).toArray(Var[]::new);
        return this == RNN ? new Rnn(w[0], w[1], w[2], w[3], Activation.TANH) : new Gru(w[0], w[1], w[2], w[3]);
    }

    private static Lstm lstm(Weights weights) {
        Var[] w = Arrays.stream(NAMES).map(weights::get).toArray(Var[]::new);
        return new Lstm(w[0], w[1], w[2], w[3]);
    }
}
