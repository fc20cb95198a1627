package spotlight.ch13;

import static spotlight.check.Check.todo;

/**
 * Exercise 13.2, the memory of a model in use: will it fit into this computer, and how long may the text become?
 *
 * <p><b>Weights.</b> Each parameter takes bits / 8 bytes: 32 bits in training, mostly 16 in use, 8 or 4 when it is quantised.
 * In a mixture of experts a token uses only some of the parameters, but which ones is known only when it comes: <b>all</b>
 * of them have to be there.
 *
 * <p><b>The KV cache.</b> A decoder that writes on keeps the key and the value of every token, in each layer, for each head
 * that has keys of its own (with grouped-query attention these are fewer than the heads that ask):
 *
 * <pre>{@code
 * bytes per token = 2 · layers · kvHeads · headDim · bytes per number
 * }</pre>
 *
 * <p>Example: GPT-3, 175e9 parameters in 16 bits: 350 GB. 96 layers, 96 heads of 128 numbers in 2 bytes: 2·96·96·128·2 =
 * 4,718,592 bytes for each token. With 360 GB the 10 GB that are left hold a text of 2,119 tokens.
 *
 * <p>GB means 10^9 bytes here.
 */
public final class ModelMemory {
    private ModelMemory() {
    }

    /**
     * What the weights take, in GB.
     *
     * @param parameters all of them
     * @param active     how many of them each token uses; the same number if there are no experts
     * @param bits       of one parameter: 32, 16, 8, 4
     */
    public static double weights(double parameters, double active, int bits) {
        return todo("13.2");
    }

    /** What the KV cache takes for each token, in bytes. Sizes can be large: mind the range of an int. */
    public static long cachePerToken(int layers, int kvHeads, int headDim, int bytes) {
        return todo("13.2");
    }

    /**
     * How many tokens fit into what the weights leave over.
     *
     * @param memory        of the computer, in GB
     * @param weights       in GB
     * @param bytesPerToken of the KV cache
     * @return whole tokens; 0 if not even the weights fit
     */
    public static long longestText(double memory, double weights, long bytesPerToken) {
        return todo("13.2");
    }
}
