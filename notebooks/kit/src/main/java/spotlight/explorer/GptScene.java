package spotlight.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import spotlight.grad.Var;
import spotlight.model.AttentionHeads;
import spotlight.model.AttentionMaps;
import spotlight.model.AttentionSteps;
import spotlight.model.Dropout;
import spotlight.model.Gpt;
import spotlight.model.GptBlock;
import spotlight.model.Layers;
import spotlight.model.Weights;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;
import spotlight.text.Tokenizer;

/**
 * What a GPT does with a text, layer by layer. What it would say after fewer layers is read from the residual stream by
 * its last norm and its table of tokens: "interpreting GPT: the logit lens" (nostalgebraist, 2020).
 */
final class GptScene {
    private static final int GUESSES = 3;
    private static final double THOUSAND = 1000;

    private final Gpt gpt;
    private final int tokens;
    private final List<Scene.Layer> layers = new ArrayList<>();
    private final List<Scene.Place> stream = new ArrayList<>();

    private GptScene(Gpt gpt, int tokens) {
        this.gpt = gpt;
        this.tokens = tokens;
    }

    /** @param maps a recording that is open */
    static Scene of(Gpt gpt, Tokenizer tokenizer, String text, AttentionMaps maps) {
        int[] ids = tokenizer.encode(text);
        Shapes.require(tokenizer.vocab() == gpt.config().vocab(), () -> "explorer: the tokenizer has "
                + tokenizer.vocab() + " tokens, the model " + gpt.config().vocab());
        Tensor logits = gpt.logits(ids, 1).value().select(0, 0); // [T,V]; checks the ids
        GptScene scene = new GptScene(gpt, ids.length);
        scene.follow(ids, maps);
        return new Scene("A GPT with " + gpt.config().layers() + " layers of " + gpt.config().heads() + " heads reads “"
                + text + "”", List.of(Scene.Sequence.of("text", tokenizer, ids)), scene.layers,
                Scene.Next.of(0, tokenizer, logits), scene.stream);
    }

    /** Through the blocks once more, with a look between them. */
    private void follow(int[] ids, AttentionMaps maps) {
        Weights weights = gpt.weights();
        Var x = weights.get("wte.weight").rows(ids, 1, tokens); // [1,T,D]
        if (!gpt.config().rotary()) {
            x = x.plus(weights.get("wpe.weight").slice(0, 0, tokens));
        }
        stream.add(new Scene.Place("no layer", guess(x), new double[0], new double[0]));
        for (int i = 0; i < gpt.config().layers(); i++) {
            Weights block = weights.in("h." + i);
            Var after = new GptBlock(gpt.config(), block).apply(x, Dropout.NONE);
            AttentionSteps steps = maps.steps("h." + i + ".attn");
            Var joined = AttentionHeads.join(Var.constant(steps.weights().matmul(steps.v())));
            Var attention = Layers.linear(block, "c_proj", joined); // [1,T,D]
            Tensor mlp = after.value().minus(x.value()).minus(attention.value());
            layers.add(Scene.Layer.of("layer " + i, 0, 0, i + 1, steps));
            stream.add(new Scene.Place("layer " + i, guess(after), lengths(attention.value()), lengths(mlp)));
            x = after;
        }
    }

    private double[][][] guess(Var x) {
        Weights weights = gpt.weights();
        Var table = weights.get(gpt.config().tied() ? "wte.weight" : "lm_head.weight");
        Tensor shares = Layers.norm(weights, "ln_f", x, gpt.config().eps()).linear(table).value().softmax(); // [1,T,V]
        return IntStream.range(0, tokens).mapToObj(t -> best(shares.select(0, 0).select(0, t)))
                .toArray(double[][][]::new);
    }

    private static double[][] best(Tensor shares) {
        return IntStream.range(0, shares.size()).boxed().sorted(Comparator.comparingDouble(i -> -shares.at(i)))
                .limit(GUESSES).map(i -> new double[] {i, rounded(shares.at(i))}).toArray(double[][]::new);
    }

    private double[] lengths(Tensor vectors) {
        Tensor squares = vectors.select(0, 0).square().sum(1); // [T]
        return IntStream.range(0, tokens).mapToDouble(t -> rounded(Math.sqrt(squares.at(t)))).toArray();
    }

    private static double rounded(double x) {
        return Math.round(x * THOUSAND) / THOUSAND;
    }
}
