package spotlight.bench;

import java.util.Map;
import spotlight.grad.Var;
import spotlight.tensor.Kernels;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

/**
 * A GPT that writes: one token goes through the layers at a time, and finds keys and values of all tokens before it in
 * a cache. Every product is a vector times a matrix, whose columns are spread over the workers.
 */
final class Generator {
    private static final float EPS = 1e-5f;

    private final Kernels kernels = Kernels.active();
    private final Config config;
    private final int headDim;
    private final Tensor tokens; // [V,D]
    private final Tensor positions; // [T,D]
    private final float[] zeros;
    private final Layer[] layers;
    private final float[] lastNorm;
    private final float[] head; // [D,V]

    private final float[] x; // the token on its way through the layers [D]
    private final float[] normed; // [D]
    private final float[] qkv; // [3D]
    private final float[] scores; // of one head [T]
    private final float[] mixed; // [D]
    private final float[] wide; // [4D]
    private final float[] logits; // [V]

    /** Weights, matrices as [in,out], and the cache of one layer: keys [H,K,T], values [H,T,K]. */
    private record Layer(float[] norm1, float[] attention, float[] projection, float[] norm2, float[] widen,
            float[] narrow, float[] keys, float[] values) {
    }

    /** @param weights by their names in GPT-2 */
    Generator(Config config, Map<String, Var> weights) {
        this.config = config;
        int d = config.dModel;
        headDim = d / config.heads;
        tokens = weights.get("wte.weight").value();
        positions = weights.get("wpe.weight").value();
        layers = new Layer[config.layers];
        for (int i = 0; i < layers.length; i++) {
            String h = "h." + i + ".";
            layers[i] = new Layer(vector(weights, h + "ln_1"), matrix(weights, h + "c_attn"),
                    matrix(weights, h + "c_proj"), vector(weights, h + "ln_2"), matrix(weights, h + "c_fc"),
                    matrix(weights, h + "mlp_proj"), new float[d * config.context], new float[d * config.context]);
        }
        lastNorm = vector(weights, "ln_f");
        head = tokens.transpose().data();
        zeros = new float[d];
        x = new float[d];
        normed = new float[d];
        qkv = new float[3 * d];
        scores = new float[config.context];
        mixed = new float[d];
        wide = new float[4 * d];
        logits = new float[Config.VOCAB];
    }

    private static float[] vector(Map<String, Var> weights, String name) {
        return weights.get(name + ".weight").value().data();
    }

    private static float[] matrix(Map<String, Var> weights, String name) {
        return weights.get(name + ".weight").value().transpose().data();
    }

    /**
     * The scores of what follows a token.
     *
     * @param position how many tokens came before, all of them through this method, in order
     * @return [V]; overwritten by the next call
     */
    float[] logits(int token, int position) {
        int d = config.dModel;
        for (int i = 0; i < d; i++) {
            x[i] = tokens.data()[token * d + i] + positions.data()[position * d + i];
        }
        for (Layer layer : layers) {
            norm(layer.norm1);
            multiply(normed, layer.attention, qkv, false);
            attend(layer, position);
            multiply(mixed, layer.projection, x, true);
            norm(layer.norm2);
            multiply(normed, layer.widen, wide, false);
            kernels.gelu(wide, wide);
            multiply(wide, layer.narrow, x, true);
        }
        norm(lastNorm);
        multiply(normed, head, logits, false);
        return logits;
    }

    private void norm(float[] weight) {
        kernels.layerNorm(1, config.dModel, x, weight, zeros, EPS, normed);
    }

    /** {@code y = x W}, or {@code y += x W}: W [in,out], each worker taking a block of its columns. */
    private void multiply(float[] in, float[] w, float[] y, boolean add) {
        int columns = y.length;
        int block = (columns / Workers.count() + 15) / 16 * 16;
        Workers.run((columns + block - 1) / block, i -> {
            int from = i * block;
            kernels.gemm(false, false, 1, Math.min(block, columns - from), in.length, in, 0, in.length, w, from,
                    columns, add, y, from, columns);
        });
    }

    /** Puts the new key and value into the cache, and mixes the values of all tokens so far. */
    private void attend(Layer layer, int position) {
        float scale = (float) (1 / Math.sqrt(headDim));
        int seen = position + 1;
        for (int h = 0; h < config.heads; h++) {
            int from = h * headDim;
            int cache = from * config.context;
            for (int i = 0; i < headDim; i++) {
                layer.keys[cache + i * config.context + position] = qkv[config.dModel + from + i];
                layer.values[cache + position * headDim + i] = qkv[2 * config.dModel + from + i];
            }
            kernels.gemm(false, false, 1, seen, headDim, qkv, from, headDim, layer.keys, cache, config.context, false,
                    scores, 0, seen);
            for (int i = 0; i < seen; i++) {
                scores[i] *= scale;
            }
            kernels.softmax(1, seen, scores, scores);
            kernels.gemm(false, false, 1, headDim, seen, scores, 0, seen, layer.values, cache, headDim, false, mixed,
                    from, headDim);
        }
    }
}
