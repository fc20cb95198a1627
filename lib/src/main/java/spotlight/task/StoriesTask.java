package spotlight.task;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import spotlight.baseline.Gzip;
import spotlight.baseline.NGram;
import spotlight.data.stories.Grammar;
import spotlight.data.stories.Stories;
import spotlight.data.stories.StoryText;
import spotlight.grad.Var;
import spotlight.model.Generator;
import spotlight.model.Gpt;
import spotlight.model.Sampler;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;
import spotlight.text.Characters;
import spotlight.train.AdamW;
import spotlight.train.Schedule;
import spotlight.train.Shards;

/**
 * A GPT learns to tell stories, character by character. The grammar that wrote them knows the probability of each, so
 * the best possible loss is known exactly: {@code -ln P(held-out stories) / characters}, the end of line being one.
 * Every story is predicted from its own beginning, as if there were no others.
 */
public final class StoriesTask implements Task {
    private static final double GOAL = 1.03; // times the best possible loss
    private static final String END = "\n"; // stands before and behind each story
    private static final double LR = 4e-3;
    private static final int PIECE = 4; // stories that go through the model together

    private record Size(int layers, int dModel, int steps, int train, int heldOut, int samples) {
        static Size of(Run run) {
            return run.quick() ? new Size(1, 32, 60, 500, 40, 8) : new Size(4, 128, 4000, 16_000, 1_000, 200);
        }
    }

    @Override
    public String name() {
        return "stories";
    }

    @Override
    public String title() {
        return "a character GPT tells stories whose entropy is known exactly";
    }

    @Override
    public int seconds() {
        return 260;
    }

    @Override
    public Result run(Run run) {
        Size size = Size.of(run);
        List<String> train = Stories.train(run.data()).subList(0, size.train);
        List<String> heldOut = Stories.heldOut(run.data()).subList(0, size.heldOut);
        Characters characters = Characters.of(END + String.join("", train));
        Gpt gpt = Gpt.init(config(characters, size), new TorchRandom(run.seed()));
        train(run, gpt, new TextBatches(encode(characters, train)), size);
        Result result = scores(Result.of(gpt.weights().count()), gpt, characters, train, heldOut);
        result = samples(result, run, size, gpt, characters, new HashSet<>(train));
        return advice(result).model("gpt", gpt.weights(), about(gpt, characters));
    }

    private static Gpt.Config config(Characters characters, Size size) {
        return new Gpt.Config(characters.vocab(), Stories.LONGEST + 1, size.layers, 4, size.dModel).withRotary();
    }

    private static List<int[]> encode(Characters characters, List<String> stories) {
        return stories.stream().map(story -> characters.encode(END + story + END)).toList();
    }

    private static void train(Run run, Gpt gpt, TextBatches texts, Size size) {
        Schedule schedule = Schedule.warmupCosine(LR, LR / 100, size.steps / 40, size.steps);
        AdamW optimizer = new AdamW(gpt.params(), LR);
        optimizer.betas(0.9, 0.99);
        run.train("gpt", gpt.weights(), optimizer, schedule, 1, size.steps, step -> {
            int[] batch = texts.of(run, step, 2 * PIECE);
            return Shards.backward(gpt.params(), texts.predictions(batch), PIECE, (from, to) -> gpt
                    .loss(texts.inputs(batch, from, to), texts.targets(batch, from, to), to - from));
        });
    }

    /** What each token of a text but its first costs the model: {@code -ln P(token | those before it)}, in nats. */
    public static double[] nats(Gpt gpt, int[] text) {
        int predicted = text.length - 1;
        try (Var.Scope off = Var.noGrad()) {
            Tensor logits = gpt.logits(Arrays.copyOf(text, predicted), 1).logSoftmax().value(); // [1,T,V]
            return IntStream.range(0, predicted)
                    .mapToDouble(t -> -logits.data()[t * gpt.config().vocab() + text[t + 1]]).toArray();
        }
    }

    private static CharacterCosts costs(Gpt gpt, List<int[]> texts) {
        double[][] stories = new double[texts.size()][];
        Workers.run(stories.length, i -> stories[i] = nats(gpt, texts.get(i)));
        return new CharacterCosts("gpt", List.of(stories));
    }

    private static CharacterCosts costs(String name, NGram counts, List<int[]> texts) {
        return new CharacterCosts(name,
                texts.stream().map(text -> IntStream.range(1, text.length)
                        .mapToDouble(at -> -Math.log(counts.probability(text, at))).toArray()).toList());
    }

    private static Result scores(Result result, Gpt gpt, Characters characters, List<String> train,
            List<String> heldOut) {
        Grammar grammar = Stories.grammar();
        List<int[]> texts = encode(characters, heldOut);
        NGram counts = NGram.train(5, characters.vocab(), encode(characters, train));
        CharacterCosts model = costs(gpt, texts);
        CharacterCosts best = new CharacterCosts("best possible", heldOut.stream().map(grammar::nats).toList());
        CharacterCosts five = costs("5-gram", counts, texts);
        double loss = model.mean();
        double zipped = Gzip.bits(String.join(END, heldOut) + END) * Math.log(2);
        Result more = result;
        for (CharacterCosts costs : List.of(model, best, five)) {
            more = more.curve(costs.curve().name(), costs.curve().x(), costs.curve().y());
        }
        return more
                .score(Score.atMost("loss on held-out stories", loss, "nats per character", GOAL * best.mean())
                        .beside("best possible, exactly", best.mean()).beside("5-gram", five.mean())
                        .beside("bigram", costs("", counts.shorter(2), texts).mean())
                        .beside("unigram", costs("", counts.shorter(1), texts).mean())
                        .beside("uniform", Math.log(characters.vocab()))
                        .beside("gzip", zipped / heldOut.stream().mapToInt(story -> story.length() + 1).sum()))
                .score(Score.measured("above the best possible", percent(loss / best.mean() - 1), "%").beside("5-gram",
                        percent(five.mean() / best.mean() - 1)));
    }

    private static double percent(double share) {
        return 100 * share;
    }

    private static Result samples(Result result, Run run, Size size, Gpt gpt, Characters characters,
            Set<String> train) {
        int end = characters.id(END);
        int[][] prompts = new int[size.samples][];
        Arrays.fill(prompts, new int[] {end});
        int[][] told = new Generator(gpt).stop(end).generate(prompts, gpt.config().context(),
                new Sampler(1, 0, 1, run.seed()));
        Grammar grammar = Stories.grammar();
        List<String> stories = Arrays.stream(told).map(characters::decode).toList();
        double right = stories.stream().filter(story -> isTold(grammar, story)).count();
        double known = stories.stream().filter(train::contains).count();
        Result more = result
                .score(Score.measured("sampled stories that the grammar tells", percent(right / size.samples), "%"))
                .score(Score.measured("sampled stories that were in the training", percent(known / size.samples), "%"));
        for (String story : stories.subList(0, Math.min(6, stories.size()))) {
            more = more.sample((isTold(grammar, story) ? "" : "(not told by the grammar) ") + story);
        }
        return more;
    }

    private static boolean isTold(Grammar grammar, String story) {
        List<String> words = StoryText.words(story);
        return grammar.tells(words) && StoryText.text(words).equals(story);
    }

    private static Result advice(Result result) {
        return result
                .ifYouSee("a loss near that of the 5-gram", "that attention reaches back to the first sentence: "
                        + "is a story in one row of the batch, and the context at least 256?")
                .ifYouSee("a training loss below the best possible",
                        "that the filling behind a story's end does not count, and that no position sees the next one")
                .ifYouSee("good stories with sums that are wrong", "how long it was trained: they are learned last");
    }

    private static Map<String, String> about(Gpt gpt, Characters characters) {
        StringBuilder all = new StringBuilder();
        for (int id = 0; id < characters.vocab(); id++) {
            all.append(characters.token(id));
        }
        return Map.of("characters", all.toString(), "layers", "" + gpt.config().layers(), "dModel",
                "" + gpt.config().dModel());
    }

    /** The tokenizer of a trained model. */
    public static Characters characters(Model model) {
        return Characters.of(model.about("characters").codePoints().mapToObj(Character::toString).toList());
    }

    /** The GPT of a trained model. */
    public static Gpt gpt(Model model) {
        Size size = new Size(Integer.parseInt(model.about("layers")), Integer.parseInt(model.about("dModel")), 0, 0, 0,
                0);
        return new Gpt(config(characters(model), size), model.weights());
    }
}
