package spotlight.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Who looks at whom: while one is open, every attention layer that this thread computes leaves its weights here. Models
 * compute attention without ever holding these weights; they are made for the one who asks.
 *
 * <pre>{@code
 * try (AttentionMaps maps = AttentionMaps.record()) {
 *     gpt.logits(ids, 1);
 *     Tensor map = maps.get("h.0.attn"); // [B,H,T,S]: how much query t looks at key s, each row sums to 1
 * }
 * }</pre>
 *
 * <p>The name is that of the layer's weights, as {@code encoder.layers.0.self_attn} or
 * {@code decoder.layers.1.multihead_attn}. A layer that is computed twice leaves what it did last. A query that sees
 * nothing has zeros. The maps are copies: they stay when the recording is closed and memory is recycled.
 */
public final class AttentionMaps implements AutoCloseable {
    private static final ThreadLocal<AttentionMaps> OPEN = new ThreadLocal<>();

    private final Map<String, Tensor> maps = new LinkedHashMap<>();
    private final Map<String, AttentionSteps> steps = new LinkedHashMap<>();
    private final AttentionMaps outer; // null if this is the outermost

    private AttentionMaps(AttentionMaps outer) {
        this.outer = outer;
    }

    /** Records what this thread computes until it is closed; an outer recording pauses meanwhile. */
    public static AttentionMaps record() {
        AttentionMaps maps = new AttentionMaps(OPEN.get());
        OPEN.set(maps);
        return maps;
    }

    /** Whether somebody wants the weights of what this thread computes. */
    static boolean recording() {
        return OPEN.get() != null;
    }

    /** Keeps a copy of what this layer computes, if somebody wants it. */
    static void put(String layer, Supplier<AttentionSteps> computed) {
        AttentionMaps open = OPEN.get();
        if (open != null) {
            AttentionSteps copy = computed.get().copy();
            Tensor weights = copy.weights();
            open.steps.put(layer, copy);
            open.maps.put(layer, Tensor.of(weights.data(), weights.shape()));
        }
    }

    /** The weights of each layer [B,H,T,S], in the order in which they were computed. */
    public Map<String, Tensor> all() {
        return Collections.unmodifiableMap(maps);
    }

    /**
     * The weights of one layer [B,H,T,S].
     *
     * @throws IllegalArgumentException if it was not computed; the message names those that were
     */
    public Tensor get(String layer) {
        Tensor map = maps.get(layer);
        Shapes.require(map != null, () -> "attention maps: none of " + layer + ", "
                + (maps.isEmpty() ? "nothing was recorded" : "there are " + String.join(", ", maps.keySet())));
        return map;
    }

    /**
     * How one layer came to its weights: queries, keys and values of each head, scores and mask.
     *
     * @throws IllegalArgumentException as {@link #get}
     */
    public AttentionSteps steps(String layer) {
        get(layer);
        return steps.get(layer);
    }

    @Override
    public void close() {
        if (outer == null) {
            OPEN.remove();
        } else {
            OPEN.set(outer);
        }
    }
}
