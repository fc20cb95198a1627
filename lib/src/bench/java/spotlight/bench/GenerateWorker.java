package spotlight.bench;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import spotlight.grad.Var;
import spotlight.tensor.Kernels;
import spotlight.train.TinyGpt;

/**
 * The process that writes text: {@code CONFIG SECONDS}, answering with one JSON object, which has the median of the
 * tokens per second of whole contexts. It is warm by then.
 */
final class GenerateWorker {
    private static final int CHECKED = 20;
    private static final double WARM_UP = 4; // seconds: the last kernels are compiled after two or three

    private final Config config;
    private final TinyGpt model;
    private final Generator generator;
    private final Random random = new Random(7);
    private final float[] probabilities = new float[Config.VOCAB];

    private GenerateWorker(Config config) {
        this.config = config;
        model = config.model();
        generator = new Generator(config, model.weights());
    }

    /** @param args as above */
    public static void main(String[] args) {
        GenerateWorker worker = new GenerateWorker(Config.valueOf(args[0]));
        double seconds = Double.parseDouble(args[1]);
        JsonObject answer = new JsonObject();
        worker.check();
        worker.tokensPerSecond(WARM_UP);
        answer.addProperty("tokens", worker.tokensPerSecond(seconds));
        Machine.peakMiB().ifPresent(peak -> answer.addProperty("mib", peak));
        System.out.println(answer);
    }

    /** With the cache the scores must be those of the whole sequence at once. */
    private void check() {
        int[] ids = random.ints(CHECKED, 0, Config.VOCAB).toArray();
        float[] expected;
        try (Var.Scope off = Var.noGrad()) {
            expected = model.logits(ids, 1).value().data().clone(); // [1,T,V]
        }
        float[] all = new float[expected.length];
        new Work(() -> {
            for (int i = 0; i < CHECKED; i++) {
                System.arraycopy(generator.logits(ids[i], i), 0, all, i * Config.VOCAB, Config.VOCAB);
            }
        }, () -> all, expected, 1e-5).check();
    }

    private double tokensPerSecond(double seconds) {
        long start = System.nanoTime();
        List<Double> contexts = new ArrayList<>();
        do {
            long before = System.nanoTime();
            write();
            contexts.add(config.context / ((System.nanoTime() - before) / 1e9));
        } while (System.nanoTime() - start < 1e9 * seconds);
        return Samples.median(contexts).orElseThrow();
    }

    /** A whole context, each token drawn by the model's probabilities. */
    private void write() {
        int token = 0;
        for (int position = 0; position < config.context; position++) {
            Kernels.active().softmax(1, Config.VOCAB, generator.logits(token, position), probabilities);
            double draw = random.nextDouble();
            token = 0;
            while (token < Config.VOCAB - 1 && (draw -= probabilities[token]) > 0) {
                token++;
            }
        }
    }
}
