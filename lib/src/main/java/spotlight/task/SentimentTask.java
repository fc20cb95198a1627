package spotlight.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spotlight.baseline.BagOfWords;
import spotlight.data.sentiment.Phenomenon;
import spotlight.data.sentiment.Review;
import spotlight.data.sentiment.Reviews;
import spotlight.grad.Var;
import spotlight.model.Cell;
import spotlight.model.Dropout;
import spotlight.model.Padding;
import spotlight.model.RecurrentClassifier;
import spotlight.model.SentimentTransformer;
import spotlight.model.Weights;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;
import spotlight.text.Tokenizer;
import spotlight.text.Words;
import spotlight.train.AdamW;
import spotlight.train.Schedule;
import spotlight.train.Shards;

/**
 * The tutorial's classifier learns whether a review is good, where words alone do not tell: held-out reviews negate and
 * contrast opinions in compositions that were never seen. Beside it, on the same reviews, logistic regression on the
 * counts of words, and two recurrent networks that have as many numbers to learn.
 */
public final class SentimentTask implements Task {
    private static final double GOAL = 97;
    private static final double MOST_OF_WORDS = 80; // what a bag of words must stay below for the task to be one
    private static final Set<Phenomenon> SIMPLE = Set.of(Phenomenon.PLAIN, Phenomenon.INTENSIFIED);
    private static final String TRANSFORMER = "transformer";
    private static final String BAG = "bag of words";
    private static final int CONTEXT = 64;
    private static final int EMBEDDING = 32; // of the recurrent networks
    private static final int CLASSES = 2;

    /** A model with its name: what it learns, its loss, and its scores of both classes. */
    private record Learner(String name, Weights weights, Loss loss, Scores scores) {
        interface Loss {
            Var of(int[] ids, int[] labels);
        }

        interface Scores {
            Var of(int[] ids, int batch);
        }
    }

    private record Size(int layers, int dModel, int train, int heldOut, int steps, int batch, double lr) {
        static Size of(Run run) {
            return run.quick()
                    ? new Size(1, 32, 3_500, 700, 120, 32, 3e-3)
                    : new Size(2, 64, 14_000, 2_100, 3_000, 64, 1e-3);
        }
    }

    /** Reviews as ids, and their labels: 1 good, 0 bad. */
    private record Texts(List<int[]> ids, int[] labels) {
        static Texts of(Words words, List<Review> reviews) {
            return new Texts(reviews.stream().map(review -> words.encode(normal(review.text()))).toList(),
                    reviews.stream().mapToInt(review -> review.positive() ? 1 : 0).toArray());
        }

        boolean good(int i) {
            return labels[i] == 1;
        }

        int[] filled(int[] which) {
            return Padding.fill(0, IntStream.of(which).mapToObj(ids::get).toList());
        }

        int[] labels(int[] which) {
            return IntStream.of(which).map(i -> labels[i]).toArray();
        }
    }

    @Override
    public String name() {
        return "sentiment";
    }

    @Override
    public String title() {
        return "good or bad? reviews that negate and contrast in unseen compositions";
    }

    @Override
    public int seconds() {
        return 90;
    }

    @Override
    public Result run(Run run) {
        Size size = Size.of(run);
        List<Review> train = Reviews.train(run.data()).subList(0, size.train);
        List<Review> heldOut = Reviews.heldOut(run.data()).subList(0, size.heldOut);
        Words words = Words.of(train.stream().map(review -> normal(review.text())).collect(Collectors.joining("\n")),
                Tokenizer.PAD, Tokenizer.UNKNOWN);
        Texts learned = Texts.of(words, run.quick() ? simple(train) : train);
        Texts tested = Texts.of(words, heldOut);
        List<Learner> learners = learners(run, size, words);
        ReviewScores scores = new ReviewScores(heldOut);
        for (Learner learner : learners) {
            train(run, size, learner, learned);
            scores.add(learner.name, right(learner, tested));
        }
        BagOfWords bag = bag(words, learned);
        scores.add(BAG, right(bag, tested));
        Result result = scores(Result.of(learners.get(0).weights.count()), scores)
                .score(Score.measured("bag of words, accuracy on what it learned from", share(right(bag, learned)),
                        "%"))
                .score(Score.measured("bag of words, strength of its regularisation", bag.strength(), ""));
        for (String sample : scores.samples()) {
            result = result.sample(sample);
        }
        return advice(result).model(TRANSFORMER, learners.get(0).weights, about(size, words));
    }

    /** Those that a small training can learn. */
    private static List<Review> simple(List<Review> reviews) {
        return reviews.stream().filter(review -> SIMPLE.contains(review.phenomenon())).toList();
    }

    /** The tokenizer knows small letters only. */
    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static List<Learner> learners(Run run, Size size, Words words) {
        SentimentTransformer transformer = SentimentTransformer.init(config(size.layers, size.dModel, words),
                new TorchRandom(run.seed()));
        List<Learner> all = new ArrayList<>();
        all.add(new Learner(TRANSFORMER, transformer.weights(),
                (ids, labels) -> transformer.loss(ids, labels, Dropout.NONE), transformer::logits));
        for (Cell cell : List.of(Cell.RNN, Cell.GRU)) {
            RecurrentClassifier recurrent = RecurrentClassifier.init(
                    new RecurrentClassifier.Config(cell, words.vocab(), EMBEDDING, 1, CLASSES, 0)
                            .within(transformer.weights().count()),
                    new TorchRandom(run.seed()));
            all.add(new Learner(cell.name(), recurrent.weights(),
                    (ids, labels) -> recurrent.loss(ids, labels, Dropout.NONE), recurrent::logits));
        }
        return all;
    }

    private static SentimentTransformer.Config config(int layers, int dModel, Words words) {
        return SentimentTransformer.Config.of(words.vocab(), CONTEXT, layers, dModel, 4, CLASSES);
    }

    private static void train(Run run, Size size, Learner learner, Texts texts) {
        Shuffled order = new Shuffled(run, texts.labels.length);
        Schedule schedule = Schedule.warmupCosine(size.lr, 0, size.steps / 20, size.steps);
        List<Var> params = learner.weights.params();
        run.train(learner.name, learner.weights, new AdamW(params, size.lr), schedule, 1, size.steps, step -> {
            int[] batch = order.batch(step, size.batch);
            return Shards.backward(params, size.batch, size.batch / 2, (from, to) -> {
                int[] piece = IntStream.range(from, to).map(i -> batch[i]).toArray();
                return learner.loss.of(texts.filled(piece), texts.labels(piece));
            });
        });
    }

    /** Which of all reviews a model gets right. */
    private static boolean[] right(Learner learner, Texts texts) {
        boolean[] right = new boolean[texts.labels.length];
        for (int from = 0; from < right.length; from += 100) {
            int[] piece = IntStream.range(from, Math.min(right.length, from + 100)).toArray();
            try (Var.Scope off = Var.noGrad()) {
                Tensor scores = learner.scores.of(texts.filled(piece), piece.length).value();
                int[] classes = scores.argmax();
                for (int i = 0; i < piece.length; i++) {
                    right[piece[i]] = classes[i] == texts.labels[piece[i]];
                }
            }
        }
        return right;
    }

    private static boolean[] right(BagOfWords bag, Texts texts) {
        boolean[] right = new boolean[texts.labels.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = bag.belongs(texts.ids.get(i)) == texts.good(i);
        }
        return right;
    }

    private static double share(boolean[] right) {
        return 100.0 * IntStream.range(0, right.length).filter(i -> right[i]).count() / right.length;
    }

    private static BagOfWords bag(Words words, Texts texts) {
        boolean[] good = new boolean[texts.labels.length];
        for (int i = 0; i < good.length; i++) {
            good[i] = texts.good(i);
        }
        return BagOfWords.train(words.vocab(), texts.ids, good);
    }

    private static Result scores(Result result, ReviewScores scores) {
        Result more = result.score(scores.accuracy("accuracy on held-out reviews", GOAL, phenomenon -> true))
                .score(Score.atMost("bag of words, held-out negation and contrast",
                        scores.percent(BAG, phenomenon -> !SIMPLE.contains(phenomenon)), "%", MOST_OF_WORDS));
        for (Phenomenon phenomenon : Phenomenon.values()) {
            more = more.score(scores.accuracy("accuracy, " + phenomenon.word(), Double.NaN, p -> p == phenomenon));
        }
        return more;
    }

    private static Result advice(Result result) {
        return result.ifYouSee("about 50 % on contrast and concession",
                "that the model knows positions: without them \"A, but B\" and \"B, but A\" are the same")
                .ifYouSee("a good training loss and a bad score", "that attention runs across the words of a review and"
                        + " not across the reviews of a batch, and that padding is hidden")
                .ifYouSee("a training loss that stays above 0.3",
                        "the learning rate: three times as high it is too much"
                                + " for norms that come after the sum")
                .ifYouSee("a bag of words above 80 % on negation",
                        "whether some word stands in good reviews more often than in bad ones");
    }

    private static Map<String, String> about(Size size, Words words) {
        return Map.of("words", IntStream.range(0, words.vocab()).mapToObj(words::token)
                .collect(Collectors.joining(" ")), "layers", "" + size.layers, "dModel", "" + size.dModel);
    }

    /** The tokenizer of a trained model; it is given small letters. */
    public static Words words(Model model) {
        List<String> all = List.of(model.about("words").split(" "));
        return Words.of(all.subList(2, all.size()), Tokenizer.PAD, Tokenizer.UNKNOWN);
    }

    /** The classifier of a trained model; class 1 is good. */
    public static SentimentTransformer transformer(Model model) {
        return new SentimentTransformer(config(Integer.parseInt(model.about("layers")),
                Integer.parseInt(model.about("dModel")), words(model)), model.weights());
    }
}
