package spotlight.ch11;

import static spotlight.check.Check.todo;

import spotlight.grad.Rotary;
import spotlight.tensor.Tensor;

/**
 * Exercise 11.5, a cache of keys and values for one head. A GPT that writes reads its own text again for each new
 * token. But a causal head never changes its mind about the past: key and value of token s depend on the tokens up to s
 * only. So keep them, and let each new token bring one query, one key and one value.
 *
 * <pre>{@code
 *   position = how many tokens are in the cache
 *   q, k turned by their position (Rotary.turn); v is not turned
 *   k and v go into the cache
 *   output = softmax(q K^T / sqrt(headDim)) V       over all cached tokens, the new one included
 * }</pre>
 *
 * No mask is needed: the future is not in the cache. Two traps. The first token stands at position 0, the next one at 1,
 * not at 0 again, although it comes alone. And the caller uses the same three tensors again for the next token, so the
 * cache must keep copies, and must not turn the caller's numbers.
 *
 * <p>Example: whatever its query and key, the first token sees itself only, so its output is its value.
 */
public final class HeadCache {
    private final Rotary rotary;

    /** An empty cache. @param rotary turns queries and keys of this head, {@code rotary.turn(array, 0, K, position)} */
    public HeadCache(Rotary rotary) {
        this.rotary = rotary;
    }

    /**
     * Reads one token more.
     *
     * @param q query [K]; not modified, and used again by the caller
     * @param k key [K]; the same
     * @param v value [K]; the same
     * @return what the head brings this token [K]
     */
    public Tensor next(Tensor q, Tensor k, Tensor v) {
        return todo("11.5");
    }

    /** Forgets all but the first so many tokens, so that another text can follow them. */
    public void keep(int tokens) {
        todo("11.5");
    }

    /**
     * What a whole model keeps: keys and values of all heads of all layers, 4 bytes a number. Example: 1 layer, 8
     * numbers per token (all heads together) and 10 tokens take 640 bytes.
     *
     * @param dModel D, which all heads of a layer share
     */
    public static long bytes(int layers, int dModel, int tokens) {
        return todo("11.5");
    }
}
