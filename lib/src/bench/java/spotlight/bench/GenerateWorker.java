package spotlight.bench;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.model.Generator;
import spotlight.model.Gpt;
import spotlight.model.GptCache;
import spotlight.model.Sampler;
import spotlight.random.TorchRandom;

/**
 * The process that writes text: {@code CONFIG SECONDS}, answering with one JSON object, which has the median of the
 * tokens per second of whole contexts. It is warm by then.
 */
final class GenerateWorker {
    private static final int CHECKED = 20;
    private static final double WARM_UP = 4; // seconds: the last kernels are compiled after two or three

    private final Config config;
    private final Gpt gpt;

    private GenerateWorker(Config config) {
        this.config = config;
        gpt = Gpt.init(new Gpt.Config(Config.VOCAB, config.context, config.layers, config.heads, config.dModel)
                .withoutBiases().withGelu(Activation.GELU), new TorchRandom(1337));
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
        int[] ids = new TorchRandom(7).randint(0, Config.VOCAB, CHECKED);
        float[] expected;
        try (Var.Scope off = Var.noGrad()) {
            expected = gpt.logits(ids, 1).value().data().clone(); // [1,T,V]
        }
        float[] all = new float[expected.length];
        new Work(() -> {
            GptCache cache = gpt.cache();
            for (int i = 0; i < CHECKED; i++) {
                float[] logits = gpt.next(new int[] {ids[i]}, cache).data();
                System.arraycopy(logits, 0, all, i * Config.VOCAB, Config.VOCAB);
            }
        }, () -> all, expected, 1e-5).check();
    }

    /** Of whole contexts, each token drawn by the model's probabilities. */
    private double tokensPerSecond(double seconds) {
        Generator generator = new Generator(gpt);
        Sampler sampler = new Sampler(1, 0, 1, 7);
        long start = System.nanoTime();
        List<Double> contexts = new ArrayList<>();
        do {
            long before = System.nanoTime();
            generator.generate(new int[] {0}, config.context, sampler);
            contexts.add(config.context / ((System.nanoTime() - before) / 1e9));
        } while (System.nanoTime() - start < 1e9 * seconds);
        return Samples.median(contexts).orElseThrow();
    }
}
