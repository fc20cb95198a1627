package spotlight.task;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spotlight.baseline.Gzip;
import spotlight.baseline.NGram;
import spotlight.data.stories.Grammar;
import spotlight.data.stories.Stories;
import spotlight.data.stories.StoryText;
import spotlight.model.Generator;
import spotlight.model.Gpt;
import spotlight.model.Sampler;
import spotlight.random.TorchRandom;
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
        return 180;
    }

    @Override
    public Result run(Run run) {
        Size size = Size.of(run);
        List<String> train = Stories.train(run.data()).subList(0, size.train);
        List<String> heldOut = Stories.heldOut(run.data()).subList(0, size.heldOut);
        Characters characters = Characters.of(END + String.join("", train));
        Gpt gpt = Gpt.init(config(characters, size), new TorchRandom(run.seed()));
        train(run, gpt, new TextBatches(encode(characters, train)), size);
        double loss = loss(gpt, new TextBatches(encode(characters, heldOut)));
        Result result = Result.of(gpt.weights().count());
        result = scores(result, loss, characters, train, heldOut);
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

    /** In nats per character. */
    private static double loss(Gpt gpt, TextBatches texts) {
        int[] all = texts.all();
        return Shards.mean(texts.predictions(all), PIECE,
                (from, to) -> gpt.loss(texts.inputs(all, from, to), texts.targets(all, from, to), to - from));
    }

    private static Result scores(Result result, double loss, Characters characters, List<String> train,
            List<String> heldOut) {
        Grammar grammar = Stories.grammar();
        double predicted = heldOut.stream().mapToInt(story -> story.length() + 1).sum();
        double best = -heldOut.stream().mapToDouble(s -> grammar.logProbability(StoryText.words(s))).sum() / predicted;
        List<int[]> texts = encode(characters, heldOut);
        NGram fiveGram = NGram.train(5, characters.vocab(), encode(characters, train));
        double five = fiveGram.nats(texts) / predicted;
        return result
                .score(Score.atMost("loss on held-out stories", loss, "nats per character", GOAL * best)
                        .beside("best possible, exactly", best).beside("5-gram", five)
                        .beside("bigram", fiveGram.shorter(2).nats(texts) / predicted)
                        .beside("unigram", fiveGram.shorter(1).nats(texts) / predicted)
                        .beside("uniform", Math.log(characters.vocab()))
                        .beside("gzip", Gzip.bits(String.join(END, heldOut) + END) * Math.log(2) / predicted))
                .score(Score.measured("above the best possible", percent(loss / best - 1), "%").beside("5-gram",
                        percent(five / best - 1)));
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
