package spotlight.task;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import spotlight.baseline.NearestQuestion;
import spotlight.data.chat.Dialogues;
import spotlight.data.chat.Exchange;
import spotlight.model.Gpt;
import spotlight.random.TorchRandom;
import spotlight.train.AdamW;
import spotlight.train.Schedule;

/**
 * A GPT learns to answer, word by word, from dialogues in which only the answers count. It has to remember what the user
 * said, to answer in wordings that it has never seen with this fact, and to say when it cannot know. Nothing that is held out was ever
 * asked in training; {@link Chat} talks with what comes out.
 */
public final class ChatTask implements Task {
    private static final double GOAL = 95;
    private static final int CONTEXT = 160;
    private static final int HEADS = 4;
    private static final int SAMPLES = 10;

    private record Size(int layers, int dModel, int train, int heldOut, int steps, int batch, double lr) {
        static Size of(Run run) {
            return run.quick()
                    ? new Size(2, 64, 3_000, 60, 500, 16, 4e-3)
                    : new Size(2, 96, 10_000, 1_000, 1_500, 16, 3e-3);
        }
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public String title() {
        return "questions are answered: facts, order, opposites, what the user told";
    }

    @Override
    public int seconds() {
        return 60;
    }

    @Override
    public Result run(Run run) {
        Size size = Size.of(run);
        List<List<Exchange>> train = Dialogues.train(run.data()).subList(0, size.train);
        List<List<Exchange>> heldOut = Dialogues.heldOut(run.data()).subList(0, size.heldOut);
        ChatFormat format = ChatFormat.of(train);
        Gpt gpt = Gpt.init(config(format, size.layers, size.dModel), new TorchRandom(run.seed()));
        train(run, gpt, new ChatBatches(run, format, train), size);
        ChatAnswers answers = ChatAnswers.of(gpt, format, heldOut);
        Result result = scores(Result.of(gpt.weights().count()), answers, train);
        return advice(samples(result, answers)).model("gpt", gpt.weights(), about(gpt, format));
    }

    private static Gpt.Config config(ChatFormat format, int layers, int dModel) {
        return new Gpt.Config(format.vocab(), CONTEXT, layers, HEADS, dModel).withRotary();
    }

    private static void train(Run run, Gpt gpt, ChatBatches batches, Size size) {
        Schedule schedule = Schedule.warmupCosine(size.lr, size.lr / 100, size.steps / 20, size.steps);
        AdamW optimizer = new AdamW(gpt.params(), size.lr);
        optimizer.betas(0.9, 0.98);
        run.train("gpt", gpt.weights(), optimizer, schedule, 1, size.steps,
                step -> batches.backward(gpt, step, size.batch));
    }

    private static Result scores(Result result, ChatAnswers answers, List<List<Exchange>> train) {
        List<Exchange> learned = train.stream().flatMap(List::stream).toList();
        NearestQuestion nearest = NearestQuestion.train(learned.stream().map(Exchange::question).toList(),
                learned.stream().map(Exchange::answer).toList());
        ChatAnswers guessed = new ChatAnswers(answers.questions(),
                answers.questions().stream().map(each -> nearest.answer(each.question())).toList(), answers.prompts());
        String most = mostFrequent(learned);
        ChatAnswers same = new ChatAnswers(answers.questions(), answers.questions().stream().map(each -> most).toList(),
                answers.prompts());
        Result more = result.score(Score
                .atLeast("held-out questions answered correctly", answers.percent(each -> true), "%", GOAL)
                .beside("nearest training question", guessed.percent(each -> true))
                .beside("most frequent answer", same.percent(each -> true)));
        for (String topic : answers.questions().stream().map(Exchange::topic).distinct().sorted().toList()) {
            more = more
                    .score(Score.measured("right, " + topic, answers.percent(each -> each.topic().equals(topic)), "%")
                            .beside("nearest training question", guessed.percent(each -> each.topic().equals(topic))));
        }
        return more;
    }

    private static String mostFrequent(List<Exchange> learned) {
        Map<String, Integer> counts = new HashMap<>();
        learned.forEach(exchange -> counts.merge(exchange.answer(), 1, Integer::sum));
        return counts.keySet().stream().max(Comparator.<String>comparingInt(counts::get)
                .thenComparing(Comparator.naturalOrder())).orElseThrow();
    }

    private static Result samples(Result result, ChatAnswers answers) {
        int[] wrong = IntStream.range(0, answers.given().size()).filter(i -> !answers.right(i)).limit(SAMPLES)
                .toArray();
        Result more = result;
        for (int i : IntStream.concat(IntStream.range(0, SAMPLES), IntStream.of(wrong)).distinct().toArray()) {
            Exchange asked = answers.questions().get(i);
            more = more.sample(asked.question() + " -> " + answers.given().get(i)
                    + (answers.right(i) ? "" : " (wrong: " + asked.answer() + ")"));
        }
        return more;
    }

    private static Result advice(Result result) {
        return result
                .ifYouSee("right facts, and names that are forgotten", "that training goes on: facts are learned first,"
                        + " and finding what the user has told needs two layers that work together")
                .ifYouSee("answers that go on and on", "that the mark of an answer's end is learned too")
                .ifYouSee("a model that asks questions itself", "that the user's words are left out of the loss");
    }

    private static Map<String, String> about(Gpt gpt, ChatFormat format) {
        return Map.of("words", format.vocabulary(), "layers", "" + gpt.config().layers(), "dModel",
                "" + gpt.config().dModel());
    }

    /** How a trained model reads dialogues. */
    public static ChatFormat format(Model model) {
        return ChatFormat.of(model.about("words"));
    }

    /** The GPT of a trained model. */
    public static Gpt gpt(Model model) {
        return new Gpt(config(format(model), Integer.parseInt(model.about("layers")),
                Integer.parseInt(model.about("dModel"))), model.weights());
    }
}
