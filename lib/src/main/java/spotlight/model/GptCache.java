package spotlight.model;

import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Keys and values of the tokens that a GPT has read, so that it need not read them again: for each layer [H,T,K].
 * It grows up to the context. A training step makes it worthless: {@link #keep keep(0)} forgets all.
 */
public final class GptCache {
    private static final int FIRST = 64;

    final float[][] keys; // of each layer [H,capacity,K]
    final float[][] values;
    final GptStep step;
    private final Gpt.Config config;
    private int capacity;
    private int length;

    /** An empty one. */
    GptCache(Gpt gpt) {
        step = new GptStep(gpt);
        config = gpt.config();
        capacity = Math.min(FIRST, config.context());
        keys = new float[config.layers()][config.dModel() * capacity];
        values = new float[config.layers()][config.dModel() * capacity];
    }

    /** How many tokens it knows. */
    public int length() {
        return length;
    }

    /** Forgets all but the first so many tokens, so that another text can follow them. */
    public void keep(int tokens) {
        Shapes.require(tokens >= 0 && tokens <= length,
                () -> "cache: it cannot keep " + tokens + " of " + length + " tokens");
        length = tokens;
    }

    /** A copy of the keys of one layer [H,T,K]. */
    public Tensor keys(int layer) {
        return copy(keys[layer]);
    }

    /** A copy of the values of one layer [H,T,K]. */
    public Tensor values(int layer) {
        return copy(values[layer]);
    }

    private Tensor copy(float[] all) {
        int headDim = config.dModel() / config.heads();
        return Tensor.of(all, config.heads(), capacity, headDim).slice(1, 0, length);
    }

    /** Where the numbers of a head begin. */
    int at(int head) {
        return head * capacity * (config.dModel() / config.heads());
    }

    void requireRoom(int tokens) {
        Shapes.require(length + tokens <= config.context(), () -> "cache: " + tokens + " more tokens behind "
                + length + " do not fit the context of " + config.context());
    }

    /** Makes room for more tokens, and counts them. */
    void add(int tokens) {
        length += tokens;
        if (length > capacity) {
            int larger = Math.min(config.context(), Math.max(length, 2 * capacity));
            for (int layer = 0; layer < keys.length; layer++) {
                keys[layer] = grown(keys[layer], larger);
                values[layer] = grown(values[layer], larger);
            }
            capacity = larger;
        }
    }

    private float[] grown(float[] all, int larger) {
        float[] y = new float[config.dModel() * larger];
        int before = all.length / config.heads();
        for (int head = 0; head < config.heads(); head++) {
            System.arraycopy(all, head * before, y, head * (y.length / config.heads()), before);
        }
        return y;
    }
}
