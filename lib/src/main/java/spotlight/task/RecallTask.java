package spotlight.task;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spotlight.grad.Var;
import spotlight.model.Cell;
import spotlight.model.Gpt;
import spotlight.model.RecurrentClassifier;
import spotlight.random.TorchRandom;
import spotlight.tensor.Buffers;
import spotlight.tensor.Tensor;
import spotlight.train.AdamW;
import spotlight.train.Schedule;
import spotlight.train.Shards;

/**
 * What a model still knows of something it has read 5 to 200 tokens ago: a Transformer, an RNN, a GRU and an LSTM with
 * the same number of parameters learn from the same sequences in the same number of steps, and are measured on the same
 * others. What has to be remembered, see {@link RecallSequences}.
 *
 * <p>The Transformer has a single layer: from the question straight to what was put down, near or far. In the other
 * models everything has to fit into the state and to stay there from token to token.
 */
public final class RecallTask implements Task {
    private static final String ATTENTION = "attention";
    private static final int BATCH = 32;
    private static final int PIECE = 16; // sequences that go through a model together
    private static final int FORGET = 100;
    private static final double CLIP = 1; // the length of the gradient: without it an RNN cannot learn at all
    private static final double GOAL = 99;
    private static final int HEADS = 2;
    private static final int MODEL = 32; // dModel
    private static final int[] DISTANCES = {5, 10, 20, 30, 50, 75, 100, 150, 200};

    /** The highest learning rates: of those that were tried, the best for each. */
    private static final Map<String, Double> RATES = rates();

    private final int steps;
    private final int measured; // sequences for each distance
    private final int[] distances;

    /** The task as it is recorded: 5 to 200 tokens. */
    public RecallTask() {
        this(1500, 1000, DISTANCES);
    }

    private RecallTask(int steps, int measured, int... distances) {
        this.steps = steps;
        this.measured = measured;
        this.distances = distances;
    }

    /** The same with less to do, for a chapter that trains while one waits: up to 100 tokens, fewer steps. */
    public static RecallTask shorter() {
        return new RecallTask(1000, 500, 5, 10, 20, 30, 50, 75, 100);
    }

    private int longest() {
        return RecallSequences.longest(distances[distances.length - 1]);
    }

    private static Gpt.Config attention(int dModel, int longest) {
        return new Gpt.Config(RecallSequences.VOCAB, longest, 1, HEADS, dModel).withRotary().untied();
    }

    private Gpt.Config attention() {
        return attention(MODEL, longest());
    }

    /** No more parameters than the Transformer, and as few less as possible. */
    private RecurrentClassifier.Config recurrent(Cell cell) {
        return new RecurrentClassifier.Config(cell, RecallSequences.VOCAB, MODEL, 1, RecallSequences.THINGS, -1)
                .within(attention().parameters());
    }

    private static Map<String, Double> rates() {
        Map<String, Double> rates = new LinkedHashMap<>();
        rates.put(ATTENTION, 1e-2); // the first that was tried
        rates.put(Cell.RNN.name(), 3e-3); // 1e-3 is worse, 6e-3 learns nothing
        rates.put(Cell.GRU.name(), 1e-2); // 2.5e-3 and 5e-3 are worse
        rates.put(Cell.LSTM.name(), 1e-2); // 2.5e-3 and 5e-3 are worse
        return rates;
    }

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public String title() {
        return "naming what was read " + distances[0] + " to " + distances[distances.length - 1]
                + " tokens ago, with and without attention";
    }

    @Override
    public int seconds() {
        return 90;
    }

    @Override
    public Result run(Run run) {
        Map<String, RecallReader> readers = new LinkedHashMap<>();
        for (String kind : RATES.keySet()) {
            readers.put(kind, reader(kind, new TorchRandom(run.seed())));
            train(run, kind, readers.get(kind), run.quick() ? 20 : steps);
        }
        Result result = Result.of(attention().parameters());
        result = advice(samples(scores(result, readers, run.quick() ? 16 : measured), readers));
        for (Map.Entry<String, RecallReader> each : readers.entrySet()) {
            result = result.model(each.getKey(), each.getValue().weights(), Map.of("dModel", "" + MODEL));
        }
        return result;
    }

    private RecallReader reader(String kind, TorchRandom random) {
        return kind.equals(ATTENTION)
                ? RecallReader.of(Gpt.init(attention(), random))
                : RecallReader.of(RecurrentClassifier.init(recurrent(Cell.valueOf(kind)), random));
    }

    /** The Transformer of a trained model, to look at its attention. */
    public static Gpt gpt(Model model) {
        int longest = RecallSequences.longest(DISTANCES[DISTANCES.length - 1]); // reads shorter ones as well
        return new Gpt(attention(Integer.parseInt(model.about("dModel")), longest), model.weights());
    }

    private void train(Run run, String kind, RecallReader reader, int count) {
        double lr = RATES.get(kind);
        AdamW optimizer = new AdamW(reader.weights().params(), lr);
        Schedule schedule = Schedule.warmupCosine(lr, lr / 100, count / 20, count);
        run.train(kind, reader.weights(), optimizer, schedule, CLIP, count, step -> {
            RecallSequences batch = RecallSequences.toLearn(run.random("sequences", step), BATCH, longest());
            return Shards.backward(reader.weights().params(), batch.questions(), PIECE,
                    (from, to) -> {
                        if (step % FORGET == 0) {
                            Buffers.clear(); // arrays for as many questions as there were may not be needed again
                        }
                        return reader.loss(batch.ids(from, to), batch.answers(from, to), to - from);
                    });
        });
    }

    private Result scores(Result start, Map<String, RecallReader> readers, int sequences) {
        Result result = start;
        Map<String, double[]> accuracy = new LinkedHashMap<>();
        readers.forEach((kind, reader) -> accuracy.put(kind, Arrays.stream(distances)
                .mapToDouble(distance -> accuracy(reader, distance, sequences)).toArray()));
        for (int i = distances.length - 1; i >= 0; i--) { // the farthest is the most important
            String what = "right after " + distances[i] + " tokens";
            double attention = accuracy.get(ATTENTION)[i];
            Score score = i == distances.length - 1
                    ? Score.atLeast(what, attention, "%", GOAL)
                    : Score.measured(what, attention, "%");
            for (Cell cell : Cell.values()) {
                score = score.beside(cell.name(), accuracy.get(cell.name())[i]);
            }
            result = result.score(score.beside("guessed", 100.0 / RecallSequences.THINGS));
        }
        for (Map.Entry<String, double[]> each : accuracy.entrySet()) {
            result = result.curve(each.getKey(), Arrays.stream(distances).asDoubleStream().toArray(), each.getValue());
        }
        return result;
    }

    /** In percent. */
    private double accuracy(RecallReader reader, int distance, int sequences) {
        RecallSequences all = RecallSequences.toMeasure(distance, sequences, longest());
        return 100 * Shards.mean(sequences, PIECE, (from, to) -> {
            int[] said = reader.last(all.ids(from, to), to - from);
            int[] right = all.last(from, to);
            float count = 0;
            for (int i = 0; i < said.length; i++) {
                count += said[i] == right[i] ? 1 : 0;
            }
            return Var.constant(Tensor.scalar(count / said.length));
        });
    }

    private Result samples(Result result, Map<String, RecallReader> readers) {
        RecallSequences sequence = RecallSequences.toMeasure(longest() / 2, 1, longest());
        StringBuilder line = new StringBuilder(sequence.text(0)).append(" right is ").append(sequence.last(0, 1)[0]);
        readers.forEach((kind, reader) -> line.append(", ").append(kind).append(" says ")
                .append(reader.last(sequence.ids(0, 1), 1)[0]));
        return result.sample(line.toString());
    }

    private static Result advice(Result result) {
        return result
                .ifYouSee("all models at 6 %", "whether the loss counts the questions only, and whether each question "
                        + "comes after what it asks for")
                .ifYouSee("curves without attention that are low, but flat", "how much has to be remembered: a state "
                        + "that is too small for 4 things forgets some of them at once, not with time");
    }
}
