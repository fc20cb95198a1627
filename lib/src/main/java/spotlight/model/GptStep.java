package spotlight.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import spotlight.grad.Rotary;
import spotlight.tensor.Kernels;
import spotlight.tensor.Workers;

/**
 * A {@link Gpt} that goes on: new tokens take one row each through the layers, and find keys and values of the tokens
 * before them in a cache. The rows may belong to one text or to many.
 *
 * <p>The same formulas as in {@link GptBlock}, on plain arrays that are used again for every token. With a single row
 * every product is a matrix times a vector, and memory sets the pace: each weight is read once, where it lies.
 */
final class GptStep {
    private static final float[] NONE = {};
    private static final int SHARED = 1 << 16; // multiplications that are worth waking the other workers for

    private final Gpt gpt;
    private final Gpt.Config config;
    private final int headDim;
    private final float[] tokens; // [V,D]
    private final float[] positions; // [T,D]
    private final Rotary rotary;
    private final Layer[] layers;
    private final Norm lastNorm;
    private final Matrix head; // [V,D]
    private final float[][] scores = new float[Workers.MOST][]; // of one row and head [T], for each worker

    private int rows;
    private int[] rowPositions = {};
    private float[] x = {}; // the rows on their way through the layers [rows,D]
    private float[] normed = {}; // [rows,D]
    private float[] qkv = {}; // [rows,3D]
    private float[] mixed = {}; // [rows,D]
    private float[] wide = {}; // [rows,4D]
    private float[] logits = {}; // [rows or 1,V]

    private record Norm(float[] weight, float[] bias) {
    }

    private record Matrix(float[] weight, float[] bias, int out, int in) {
    }

    private record Layer(Norm norm1, Matrix attention, Matrix projection, Norm norm2, Matrix widen, Matrix narrow) {
    }

    GptStep(Gpt gpt) {
        this.gpt = gpt;
        config = gpt.config();
        headDim = config.dModel() / config.heads();
        tokens = weight("wte.weight");
        positions = config.rotary() ? NONE : weight("wpe.weight");
        rotary = gpt.rotary();
        layers = IntStream.range(0, config.layers()).mapToObj(i -> layer("h." + i + ".")).toArray(Layer[]::new);
        lastNorm = norm("ln_f");
        String last = config.tied() ? "wte.weight" : "lm_head.weight";
        head = new Matrix(weight(last), NONE, config.vocab(), config.dModel());
    }

    private Layer layer(String h) {
        int d = config.dModel();
        return new Layer(norm(h + "ln_1"), matrix(h + "c_attn", 3 * d, d), matrix(h + "c_proj", d, d),
                norm(h + "ln_2"), matrix(h + "c_fc", 4 * d, d), matrix(h + "mlp_proj", d, 4 * d));
    }

    private Norm norm(String name) {
        return new Norm(weight(name + ".weight"),
                config.biases() ? weight(name + ".bias") : new float[config.dModel()]);
    }

    private Matrix matrix(String name, int out, int in) {
        return new Matrix(weight(name + ".weight"), config.biases() ? weight(name + ".bias") : NONE, out, in);
    }

    private float[] weight(String name) {
        return gpt.weights().get(name).value().data();
    }

    boolean isOf(Gpt model) {
        return gpt == model;
    }

    /** Reads tokens of one text; the scores of what comes next [V], overwritten by the next call. */
    float[] last(int[] ids, GptCache cache) {
        GptCache[] caches = new GptCache[ids.length];
        Arrays.fill(caches, cache);
        read(ids, caches);
        return score(rows - 1, 1);
    }

    /** Reads one token of each text; for each the scores of what comes next [rows,V], overwritten by the next call. */
    float[] each(int[] ids, GptCache[] caches) {
        read(ids, caches);
        return score(0, rows);
    }

    private void read(int[] ids, GptCache[] caches) {
        size(ids.length);
        int d = config.dModel();
        for (int r = 0; r < rows; r++) {
            rowPositions[r] = caches[r].length();
            caches[r].add(1);
            for (int i = 0; i < d; i++) {
                x[r * d + i] = tokens[ids[r] * d + i] + (config.rotary() ? 0 : positions[rowPositions[r] * d + i]);
            }
        }
        for (int i = 0; i < layers.length; i++) {
            Layer layer = layers[i];
            norm(layer.norm1);
            multiply(normed, layer.attention, qkv, false);
            attend(i, caches);
            multiply(mixed, layer.projection, x, true);
            norm(layer.norm2);
            multiply(normed, layer.widen, wide, false);
            activate();
            multiply(wide, layer.narrow, x, true);
        }
        norm(lastNorm);
    }

    private void size(int newRows) {
        if (newRows != rows) {
            rows = newRows;
            int d = config.dModel();
            rowPositions = new int[rows];
            x = new float[rows * d];
            normed = new float[rows * d];
            qkv = new float[rows * 3 * d];
            mixed = new float[rows * d];
            wide = new float[rows * 4 * d];
        }
    }

    private void norm(Norm norm) {
        int d = config.dModel();
        Kernels.forRow(d).layerNorm(rows, d, x, norm.weight, norm.bias, config.eps(), normed);
    }

    private void activate() {
        Kernels kernels = Kernels.forRow(wide.length);
        switch (config.gelu()) {
            case NONE -> {
            }
            case RELU -> kernels.relu(wide, wide);
            case GELU -> kernels.gelu(wide, wide);
            case GELU_TANH -> kernels.geluTanh(wide, wide);
            case SILU -> kernels.silu(wide, wide);
            case TANH -> kernels.tanh(wide, wide);
            case SIGMOID -> kernels.sigmoid(wide, wide);
        }
    }

    private float[] score(int from, int count) {
        if (logits.length != count * head.out) {
            logits = new float[count * head.out];
        }
        multiply(count, normed, from * head.in, head, logits, false);
        return logits;
    }

    private void multiply(float[] in, Matrix w, float[] y, boolean add) {
        multiply(rows, in, 0, w, y, add);
    }

    /** {@code y = in WT + b}, or {@code y += in WT + b}: each worker takes a block of W's rows. */
    private void multiply(int count, float[] in, int inFrom, Matrix w, float[] y, boolean add) {
        boolean shared = (long) count * w.out * w.in > SHARED;
        int block = shared ? (w.out / Workers.count() + 15) / 16 * 16 : w.out;
        Workers.run((w.out + block - 1) / block, i -> {
            int from = i * block;
            int size = Math.min(block, w.out - from);
            boolean biased = w.bias.length > 0;
            for (int r = 0; r < count && biased; r++) {
                for (int j = from; j < from + size; j++) {
                    y[r * w.out + j] = (add ? y[r * w.out + j] : 0) + w.bias[j];
                }
            }
            Kernels.active().gemm(false, true, count, size, w.in, in, inFrom, w.in, w.weight, from * w.in, w.in,
                    add || biased, y, from, w.out);
        });
    }

    /** Puts the new keys and values into the caches, then mixes for each row the values of all tokens up to it. */
    private void attend(int layer, GptCache[] caches) {
        int d = config.dModel();
        float scale = (float) (1 / Math.sqrt(headDim));
        for (int r = 0; r < rows; r++) {
            int row = r * 3 * d;
            if (config.rotary()) {
                rotary.turn(qkv, row, 2 * d, rowPositions[r]);
            }
            for (int i = row; i < row + d; i++) {
                qkv[i] *= scale;
            }
            for (int h = 0; h < config.heads(); h++) {
                int at = caches[r].at(h) + rowPositions[r] * headDim;
                System.arraycopy(qkv, row + d + h * headDim, caches[r].keys[layer], at, headDim);
                System.arraycopy(qkv, row + 2 * d + h * headDim, caches[r].values[layer], at, headDim);
            }
        }
        Workers.run(rows, r -> mix(r, layer, caches[r])); // the heads of one row are too little work to share
    }

    /** Attention of one row: all heads, equation 1 of "Attention Is All You Need". */
    private void mix(int r, int layer, GptCache cache) {
        int d = config.dModel();
        int seen = rowPositions[r] + 1;
        float[] weights = scores(seen);
        Kernels kernels = Kernels.active();
        for (int h = 0; h < config.heads(); h++) {
            int at = cache.at(h);
            kernels.gemm(false, true, 1, seen, headDim, qkv, r * 3 * d + h * headDim, headDim, cache.keys[layer], at,
                    headDim, false, weights, 0, seen);
            Kernels.forRow(seen).softmax(1, seen, weights, weights);
            kernels.gemm(false, false, 1, headDim, seen, weights, 0, seen, cache.values[layer], at, headDim, false,
                    mixed, r * d + h * headDim, headDim);
        }
    }

    private float[] scores(int seen) {
        int worker = Workers.index();
        if (scores[worker] == null) {
            scores[worker] = new float[config.context()];
        }
        return scores[worker];
    }
}
