package spotlight.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import spotlight.baseline.Neighbours;
import spotlight.data.stories.Grammar;
import spotlight.data.stories.Stories;
import spotlight.data.stories.StoryText;
import spotlight.grad.Var;
import spotlight.model.Bert;
import spotlight.model.Masking;
import spotlight.random.TorchRandom;
import spotlight.tensor.Buffers;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;
import spotlight.text.Tokenizer;
import spotlight.text.Words;
import spotlight.train.AdamW;
import spotlight.train.Schedule;
import spotlight.train.Shards;

/**
 * A BERT learns to guess hidden words of stories. The grammar that wrote them knows how likely each word is, given all
 * visible ones, so the best possible accuracy is known exactly.
 */
public final class MaskedWordsTask implements Task {
    private static final double GOAL = 0.9; // of the best possible accuracy
    private static final int CONTEXT = 64; // words in a story
    private static final int BATCH = 32;
    private static final int PIECE = 8;
    private static final int IGNORE = -100;

    private record Size(int layers, int dModel, int steps, int train, int heldOut) {
        static Size of(Run run) {
            return run.quick() ? new Size(1, 32, 60, 500, 50) : new Size(4, 128, 3000, 16_000, 1_000);
        }
    }

    @Override
    public String name() {
        return "masked-words";
    }

    @Override
    public String title() {
        return "a BERT guesses hidden words of stories, as well as anybody could";
    }

    @Override
    public int seconds() {
        return 190;
    }

    @Override
    public Result run(Run run) {
        Size size = Size.of(run);
        List<String> train = Stories.train(run.data()).subList(0, size.train);
        List<String> heldOut = Stories.heldOut(run.data()).subList(0, size.heldOut);
        Words words = vocabulary(train);
        Bert bert = Bert.init(config(words, size), new TorchRandom(run.seed()));
        List<int[]> texts = train.stream().map(words::encode).toList();
        train(run, bert, texts, words, size);
        List<HiddenWords> questions = HiddenWords.of(words, heldOut.stream().map(words::encode).toList(),
                firstWord(words));
        Result result = Result.of(bert.weights().count());
        result = scores(result, bert, questions, Neighbours.train(texts, firstWord(words)));
        return advice(result).model("bert", bert.weights(), about(words, size));
    }

    /** Padding and mask, then punctuation, which is never hidden, then the words of the alphabet. */
    private static Words vocabulary(List<String> stories) {
        Set<String> marks = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        for (String story : stories) {
            StoryText.words(story).forEach(word -> (StoryText.isMark(word) ? marks : others).add(word));
        }
        List<String> all = new ArrayList<>(marks);
        all.addAll(others);
        return words(all);
    }

    private static Words words(List<String> words) {
        return Words.of(words, Tokenizer.PAD, HiddenWords.MASK);
    }

    private static int firstWord(Words words) {
        return IntStream.range(words.id(HiddenWords.MASK) + 1, words.vocab())
                .filter(id -> !StoryText.isMark(words.token(id))).findFirst().orElseThrow();
    }

    private static Bert.Config config(Words words, Size size) {
        return new Bert.Config(words.vocab(), CONTEXT, size.layers, 4, size.dModel, 4 * size.dModel)
                .withPadding(words.id(Tokenizer.PAD));
    }

    private static void train(Run run, Bert bert, List<int[]> stories, Words words, Size size) {
        TextBatches texts = new TextBatches(stories);
        Masking masking = Masking.dynamic(words.vocab(), words.id(HiddenWords.MASK), firstWord(words), run.seed());
        Schedule schedule = Schedule.warmupCosine(1e-3, 1e-5, size.steps / 10, size.steps);
        AdamW optimizer = new AdamW(bert.params(), 1e-3);
        run.train("bert", bert.weights(), optimizer, schedule, 1, size.steps, step -> {
            int[] batch = texts.of(run, step, BATCH);
            Masking.Masked masked = masking.apply(texts.whole(batch, words.id(Tokenizer.PAD)), batch, step);
            int width = masked.ids().length / BATCH;
            int[] asked = IntStream.range(0, BATCH).map(b -> asked(masked.labels(), b * width, (b + 1) * width))
                    .toArray();
            return Shards.backward(bert.params(), asked, PIECE,
                    (from, to) -> bert.loss(Arrays.copyOfRange(masked.ids(), from * width, to * width),
                            Arrays.copyOfRange(masked.labels(), from * width, to * width), to - from));
        });
    }

    private static int asked(int[] labels, int from, int to) {
        return (int) IntStream.range(from, to).filter(i -> labels[i] != IGNORE).count();
    }

    private static Result scores(Result result, Bert bert, List<HiddenWords> questions, Neighbours neighbours) {
        int[][] guesses = guesses(bert, questions);
        Grammar grammar = Stories.grammar();
        double all = questions.stream().mapToInt(question -> question.places().length).sum();
        HiddenWords.Best[] bests = new HiddenWords.Best[questions.size()];
        Workers.run(bests.length, q -> bests[q] = questions.get(q).best(grammar));
        double best = 100 * Arrays.stream(bests).mapToDouble(HiddenWords.Best::expected).sum() / all;
        double itsGuesses = 100 * Arrays.stream(bests).mapToDouble(HiddenWords.Best::right).sum() / all;
        double accuracy = 0;
        double frequent = 0;
        double beside = 0;
        for (int q = 0; q < questions.size(); q++) {
            HiddenWords question = questions.get(q);
            accuracy += 100 * question.right(guesses[q]) / all;
            beside += 100 * question.right(Arrays.stream(question.places())
                    .map(place -> neighbours.guess(question.ids(), place)).toArray()) / all;
            frequent += 100 * question.right(Arrays.stream(question.places()).map(place -> neighbours.mostFrequent())
                    .toArray()) / all;
        }
        Result scored = result
                .score(Score.atLeast("hidden words guessed", accuracy, "%", GOAL * best)
                        .beside("best possible, exactly", best).beside("its guesses here", itsGuesses)
                        .beside("two neighbours", beside).beside("most frequent word", frequent))
                .score(Score.measured("of the best possible", 100 * accuracy / best, "%"));
        for (int q = 0; q < 4; q++) {
            scored = scored.sample(questions.get(q).show(guesses[q], StoryText::text));
        }
        return scored;
    }

    /** For each question the likeliest word at each place. */
    private static int[][] guesses(Bert bert, List<HiddenWords> questions) {
        int[][] guesses = new int[questions.size()][];
        Workers.run(guesses.length, q -> {
            HiddenWords question = questions.get(q);
            try (Buffers.Scope buffers = Buffers.recycle(); Var.Scope off = Var.noGrad()) {
                Tensor scores = bert.logitsAt(question.places(), question.ids(), 1).value(); // [places,V]
                guesses[q] = IntStream.range(0, question.places().length).map(i -> best(scores, i)).toArray();
            }
        });
        return guesses;
    }

    private static int best(Tensor scores, int row) {
        int vocab = scores.size(1);
        int best = 0;
        for (int word = 1; word < vocab; word++) {
            best = scores.data()[row * vocab + word] > scores.data()[row * vocab + best] ? word : best;
        }
        return best;
    }

    private static Result advice(Result result) {
        return result
                .ifYouSee("no more than the two neighbours reach",
                        "that attention is not causal: words on both sides count")
                .ifYouSee("a loss that stays where it was for hundreds of steps",
                        "the warm-up: a post-norm model needs small steps at first")
                .ifYouSee("more than the best possible",
                        "that hidden words are hidden: does the input still have them?");
    }

    private static Map<String, String> about(Words words, Size size) {
        List<String> all = IntStream.range(2, words.vocab()).mapToObj(words::token).toList();
        return Map.of("words", String.join(" ", all), "layers", "" + size.layers, "dModel", "" + size.dModel);
    }

    /** The tokenizer of a trained model. */
    public static Words words(Model model) {
        return words(List.of(model.about("words").split(" ")));
    }

    /** The BERT of a trained model. */
    public static Bert bert(Model model) {
        Size size = new Size(Integer.parseInt(model.about("layers")), Integer.parseInt(model.about("dModel")), 0, 0, 0);
        return new Bert(config(words(model), size), model.weights());
    }
}
