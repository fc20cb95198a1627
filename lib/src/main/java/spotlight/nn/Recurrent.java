package spotlight.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * A layer that reads a sequence token by token: its state after a token is computed from that token and the state
 * before it, always with the same weights. All it knows of the past has to fit into the state.
 *
 * <p>Weights are kept as PyTorch keeps them, G being the number of gates and H the size of the state: weightIh [G*H,I]
 * for inputs, weightHh [G*H,H] for the state, and a bias [G*H] for each.
 *
 * @param <S> the state
 */
public abstract sealed class Recurrent<S> permits Rnn, Gru, Lstm {
    private final int gates;
    private final Var weightIh;
    private final Var weightHh;
    private final Var biasIh;
    private final Var biasHh;

    /**
     * What comes out of a sequence.
     *
     * @param y    h after each token [B,T,H]
     * @param last the state after the last token
     */
    public record Output<S>(Var y, S last) {
    }

    Recurrent(int gates, Var weightIh, Var weightHh, Var biasIh, Var biasHh) {
        int rows = weightIh.value().rank() == 2 ? weightIh.size(0) : 0;
        require(rows > 0 && rows % gates == 0 && Arrays.equals(weightHh.shape(), new int[] {rows, rows / gates}),
                "weights " + Shapes.format(weightIh.shape()) + " and " + Shapes.format(weightHh.shape()) + " are not ["
                        + gates + "*H,I] and [" + gates + "*H,H]");
        int[] bias = {rows};
        require(Arrays.equals(biasIh.shape(), bias) && Arrays.equals(biasHh.shape(), bias),
                "biases " + Shapes.format(biasIh.shape()) + " and " + Shapes.format(biasHh.shape()) + " are not both ["
                        + rows + "]");
        this.gates = gates;
        this.weightIh = weightIh;
        this.weightHh = weightHh;
        this.biasIh = biasIh;
        this.biasHh = biasHh;
    }

    /** Numbers uniform in {@code +-1 / sqrt(H)}, as PyTorch begins with, in its order. */
    static Var[] init(int gates, int inputs, int hidden, TorchRandom random) {
        float bound = (float) (1 / Math.sqrt(hidden));
        int rows = gates * hidden;
        return new Var[] {Var.parameter(random.uniform(-bound, bound, rows, inputs)),
                Var.parameter(random.uniform(-bound, bound, rows, hidden)),
                Var.parameter(random.uniform(-bound, bound, rows)), Var.parameter(random.uniform(-bound, bound, rows))};
    }

    /** weightIh, weightHh, biasIh, biasHh: what is learned. */
    public final List<Var> params() {
        return List.of(weightIh, weightHh, biasIh, biasHh);
    }

    /** The length of an input vector, I. */
    public final int inputs() {
        return weightIh.size(1);
    }

    /** The length of the state, H. */
    public final int hidden() {
        return weightHh.size(1);
    }

    /** The state before the first token, if nothing else is known: zeros. */
    public abstract S zeros(int batch);

    /** The part of the state that is shown to the next layer [B,H]. */
    public abstract Var hidden(S state);

    /** The new state, given the input's share of the gates [B,G*H]. */
    abstract S next(Var fromInput, S state);

    /** The state's share of the gates [B,G*H]. */
    final Var fromState(Var h) {
        return h.linear(weightHh, biasHh);
    }

    /**
     * Reads one token.
     *
     * @param x one vector for each sequence [B,I]
     * @return the new state
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public final S step(Var x, S state) {
        require(x.value().rank() == 2 && x.size(1) == inputs(),
                "x " + Shapes.format(x.shape()) + " is not [B," + inputs() + "]");
        check(x.size(0), state);
        return next(x.linear(weightIh, biasIh), state);
    }

    /** Reads whole sequences [B,T,I], beginning with zeros. */
    public final Output<S> apply(Var x) {
        return apply(x, zeros(x.value().rank() == 3 ? x.size(0) : 0));
    }

    /**
     * Reads whole sequences. What comes from the inputs is one matrix product for all tokens; only the states have to
     * wait for each other.
     *
     * @param x     a batch of sequences of vectors [B,T,I]
     * @param state the state before the first token
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public final Output<S> apply(Var x, S state) {
        List<S> states = states(x, state);
        Var[] y = states.stream().map(this::hidden).toArray(Var[]::new); // [B,H] each
        return new Output<>(Var.stack(y).transpose(0, 1), states.get(y.length - 1)); // [T,B,H] to [B,T,H]
    }

    /** The state after each of the T tokens: {@link #apply(Var, Object)} for whom the last one is not enough. */
    public final List<S> states(Var x, S state) {
        require(x.value().rank() == 3 && x.size(1) > 0 && x.size(2) == inputs(),
                "x " + Shapes.format(x.shape()) + " is not [B,T," + inputs() + "] with a token at least");
        check(x.size(0), state);
        Var fromInput = x.transpose(0, 1).linear(weightIh, biasIh); // [T,B,G*H]
        List<S> states = new ArrayList<>();
        S now = state;
        for (int t = 0; t < x.size(1); t++) {
            now = next(fromInput.select(0, t), now);
            states.add(now);
        }
        return states;
    }

    private void check(int batch, S state) {
        requireState("h", batch, hidden(state));
        requireRest(batch, state);
    }

    /** Checks what there is of a state besides h. */
    void requireRest(int batch, S state) {
    }

    final void requireState(String name, int batch, Var state) {
        require(Arrays.equals(state.shape(), new int[] {batch, hidden()}), "state " + name + " "
                + Shapes.format(state.shape()) + " is not [" + batch + "," + hidden() + "]");
    }

    final Var zeroVector(int batch) {
        return Var.constant(Tensor.zeros(batch, hidden()));
    }

    private void require(boolean ok, String problem) {
        if (!ok) {
            throw new IllegalArgumentException(getClass().getSimpleName().toLowerCase(Locale.ROOT) + ": " + problem);
        }
    }
}
