package spotlight.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import spotlight.model.Gpt;
import spotlight.random.TorchRandom;
import spotlight.text.Characters;
import spotlight.train.AdamW;
import spotlight.train.Schedule;
import spotlight.train.Shards;

/**
 * A GPT learns an algorithm from examples alone, character by character: it reads a question such as {@code edcb>} and
 * writes the answer {@code bcde}. Both follow a rule, so there is an endless supply of training examples and exactly one
 * right answer, and the best possible score is 100 %. Only the answer is learned: nobody can predict a question.
 *
 * <p>The questions that are held out are the same for every seed, and no training sees one of them.
 */
public abstract sealed class RuleTask implements Task permits CopyTask, SortTask, AdditionTask {
    private static final int HELD_OUT = 2_000;
    private static final int ONE_IN = 10; // of the questions that could be held out
    private static final double GOAL = 99.5;
    private static final int SAMPLES = 4;
    private static final int PIECE = 32; // questions that go through the model together

    /**
     * How large the model is, and how long it is trained.
     *
     * @param layers of the model
     * @param dModel of the model
     * @param batch  questions in each step
     * @param steps  of training
     * @param lr     the highest learning rate
     */
    record Size(int layers, int dModel, int batch, int steps, double lr) {
    }

    /** Another question, its last sign included. */
    abstract String question(SplittableRandom random);

    /** What is right. */
    public abstract String answer(String question);

    /** All signs that questions and answers have. */
    abstract String signs();

    /** The most characters of a question. */
    abstract int longestQuestion();

    /** The most characters of an answer. */
    abstract int longestAnswer();

    abstract Size size(boolean quick);

    /** Whether no training may see this question; decided by the question alone. */
    public boolean isHeldOut(String question) {
        return new SplittableRandom(question.hashCode()).nextInt(ONE_IN) == 0;
    }

    /** The questions that are measured. */
    public List<String> heldOut() {
        SplittableRandom random = new SplittableRandom(name().hashCode());
        Set<String> questions = new LinkedHashSet<>();
        while (questions.size() < HELD_OUT) {
            String question = question(random);
            if (isHeldOut(question)) {
                questions.add(question);
            }
        }
        return List.copyOf(questions);
    }

    @Override
    public final Result run(Run run) {
        Size size = size(run.quick());
        Characters characters = Characters.of(signs(), Answers.END);
        Gpt gpt = Gpt.init(config(size, characters.vocab()), new TorchRandom(run.seed()));
        Answers answers = new Answers(gpt, characters);
        train(run, answers, size);
        List<String> questions = heldOut();
        List<String> given = answers.of(questions, longestAnswer() + 1);
        return advice(scores(Result.of(gpt.weights().count()), questions, given))
                .model("gpt", gpt.weights(), answers.about());
    }

    private Gpt.Config config(Size size, int vocab) {
        return new Gpt.Config(vocab, longestQuestion() + longestAnswer() + 1, size.layers, 4, size.dModel);
    }

    private void train(Run run, Answers answers, Size size) {
        Gpt gpt = answers.gpt();
        AdamW optimizer = new AdamW(gpt.params(), size.lr);
        optimizer.betas(0.9, 0.99);
        Schedule schedule = Schedule.warmupCosine(size.lr, size.lr / 100, size.steps / 20, size.steps);
        run.train("gpt", gpt.weights(), optimizer, schedule, 1, size.steps, step -> {
            List<String> questions = questions(run.random("questions", step), size.batch);
            Answers.Batch batch = answers.batch(questions, questions.stream().map(this::answer).toList());
            return Shards.backward(gpt.params(), batch.predictions(), PIECE, (from, to) -> batch.loss(gpt, from, to));
        });
    }

    /** Questions to learn from: random ones that are not held out. */
    List<String> questions(SplittableRandom random, int count) {
        List<String> questions = new ArrayList<>();
        while (questions.size() < count) {
            String question = question(random);
            if (!isHeldOut(question)) {
                questions.add(question);
            }
        }
        return questions;
    }

    private Result scores(Result result, List<String> questions, List<String> given) {
        int[] wrong = IntStream.range(0, questions.size())
                .filter(i -> !given.get(i).equals(answer(questions.get(i)))).toArray();
        double exact = 100.0 * (questions.size() - wrong.length) / questions.size();
        Result more = result.score(
                Score.atLeast("exact match on " + questions.size() + " held-out questions", exact, "%", GOAL));
        for (int i = 0; i < SAMPLES; i++) {
            more = more.sample(questions.get(i) + given.get(i));
        }
        for (int i : Arrays.copyOf(wrong, Math.min(SAMPLES, wrong.length))) {
            more = more.sample("wrong: " + questions.get(i) + given.get(i) + ", right is " + answer(questions.get(i)));
        }
        return more;
    }

    private static Result advice(Result result) {
        return result.ifYouSee("a loss that stays near ln(number of signs)",
                "whether the learning rate warms up, and whether the question's signs are left out of the loss")
                .ifYouSee("a small loss, but few exact matches",
                        "the end of the answer: it has to be learned too, or the model goes on writing");
    }
}
