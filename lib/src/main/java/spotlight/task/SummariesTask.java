package spotlight.task;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spotlight.baseline.Rouge;
import spotlight.data.reports.Report;
import spotlight.data.reports.Report.Hurdle;
import spotlight.data.reports.Reports;
import spotlight.grad.Var;
import spotlight.model.Decoding;
import spotlight.model.Dropout;
import spotlight.model.LayerConfig;
import spotlight.model.Padding;
import spotlight.model.Transformer;
import spotlight.model.TransformerConfig;
import spotlight.model.Translator;
import spotlight.random.TorchRandom;
import spotlight.text.Tokenizer;
import spotlight.text.Words;
import spotlight.train.AdamW;
import spotlight.train.Schedule;
import spotlight.train.Shards;

/**
 * An encoder-decoder reads a report and writes its headline, word by word. Names and numbers have to be copied, and some
 * are corrected further down. The baseline is what newspapers long relied on: the first sentence.
 */
public final class SummariesTask implements Task {
    private static final double GOAL = 90;
    private static final int CONTEXT = 128;
    private static final int LONGEST = 16; // words of a headline
    private static final int SAMPLES = 6;

    private record Size(int layers, int dModel, int train, int heldOut, int steps, int batch, double lr) {
        static Size of(Run run) {
            return run.quick()
                    ? new Size(1, 64, 2_000, 100, 200, 32, 2e-3)
                    : new Size(2, 96, 16_000, 1_000, 3_000, 32, 1.5e-3);
        }
    }

    @Override
    public String name() {
        return "summaries";
    }

    @Override
    public String title() {
        return "reports become headlines: names are copied, mistakes corrected";
    }

    @Override
    public int seconds() {
        return 80;
    }

    @Override
    public Result run(Run run) {
        Size size = Size.of(run);
        List<Report> train = Reports.train(run.data()).subList(0, size.train);
        List<Report> heldOut = Reports.heldOut(run.data()).subList(0, size.heldOut);
        Words words = Words.of(train.stream().map(report -> report.text() + "\n" + report.headline())
                .collect(Collectors.joining("\n")), Tokenizer.PAD, Tokenizer.BEGIN, Tokenizer.END, Tokenizer.UNKNOWN);
        Transformer transformer = Transformer.init(config(size.layers, size.dModel, words),
                new TorchRandom(run.seed()));
        train(run, size, transformer, words, train);
        List<int[]> sources = heldOut.stream().map(report -> words.encode(report.text())).toList();
        List<String> written = Decoding.greedy(transformer, sources, LONGEST).stream().map(words::decode).toList();
        Result result = scores(Result.of(transformer.weights().count()), heldOut, written);
        return advice(samples(result, heldOut, written)).model("transformer", transformer.weights(),
                about(size, words));
    }

    private static TransformerConfig config(int layers, int dModel, Words words) {
        LayerConfig layer = LayerConfig.of(dModel, 4, 4 * dModel).withPreNorm();
        return TransformerConfig.of(words.vocab(), words.vocab(), layers, layer).with(Translator.Marks.of(CONTEXT))
                .with(TransformerConfig.Sharing.ALL);
    }

    private static void train(Run run, Size size, Transformer transformer, Words words, List<Report> reports) {
        int[][] sources = reports.stream().map(report -> words.encode(report.text())).toArray(int[][]::new);
        int[][] targets = reports.stream().map(report -> marked(words, report.headline())).toArray(int[][]::new);
        Shuffled order = new Shuffled(run, reports.size());
        Schedule schedule = Schedule.warmupCosine(size.lr, 0, size.steps / 20, size.steps);
        List<Var> params = transformer.weights().params();
        AdamW optimizer = new AdamW(params, size.lr);
        optimizer.betas(0.9, 0.98);
        run.train("transformer", transformer.weights(), optimizer, schedule, 1, size.steps, step -> {
            int[] batch = order.batch(step, size.batch);
            int[] predictions = IntStream.of(batch).map(i -> targets[i].length - 1).toArray();
            return Shards.backward(params, predictions, size.batch / 4, (from, to) -> transformer.loss(
                    filled(sources, batch, from, to), filled(targets, batch, from, to), to - from, 0, Dropout.NONE));
        });
    }

    private static int[] marked(Words words, String headline) {
        int[] ids = words.encode(headline);
        int[] marked = new int[ids.length + 2];
        marked[0] = words.id(Tokenizer.BEGIN);
        System.arraycopy(ids, 0, marked, 1, ids.length);
        marked[ids.length + 1] = words.id(Tokenizer.END);
        return marked;
    }

    private static int[] filled(int[][] sequences, int[] batch, int from, int to) {
        return Padding.fill(0, Arrays.stream(batch, from, to).mapToObj(i -> sequences[i]).toList());
    }

    private static Result scores(Result result, List<Report> heldOut, List<String> written) {
        List<String> first = heldOut.stream().map(SummariesTask::firstSentence).toList();
        Result more = result
                .score(new Score("headlines that match exactly", exact(heldOut, written, r -> true), "%", GOAL, true,
                        Map.of("first sentence", exact(heldOut, first, r -> true))))
                .score(Score.measured("ROUGE-1", mean(heldOut, written, Rouge::one), "%").beside("first sentence",
                        mean(heldOut, first, Rouge::one)))
                .score(Score.measured("ROUGE-L", mean(heldOut, written, Rouge::longest), "%").beside("first sentence",
                        mean(heldOut, first, Rouge::longest)))
                .score(Score.measured("exact match, all in the first sentence",
                        exact(heldOut, written, r -> r.hurdles().isEmpty()), "%"));
        for (Hurdle hurdle : Hurdle.values()) {
            more = more.score(Score.measured("exact match, " + hurdle.word(),
                    exact(heldOut, written, r -> r.hurdles().contains(hurdle)), "%"));
        }
        return more;
    }

    /** Up to the first full stop, without it. */
    private static String firstSentence(Report report) {
        return report.text().split("\\.\"? |,\" ")[0];
    }

    private static double exact(List<Report> reports, List<String> headlines, Predicate<Report> which) {
        int[] those = IntStream.range(0, reports.size()).filter(i -> which.test(reports.get(i))).toArray();
        return 100.0 * IntStream.of(those).filter(i -> reports.get(i).headline().equals(headlines.get(i))).count()
                / those.length;
    }

    private static double mean(List<Report> reports, List<String> headlines,
            ToDoubleBiFunction<List<String>, List<String>> rouge) {
        return 100 * IntStream.range(0, reports.size()).mapToDouble(i -> rouge.applyAsDouble(
                Words.split(headlines.get(i)), Words.split(reports.get(i).headline()))).average().orElseThrow();
    }

    private static Result samples(Result result, List<Report> heldOut, List<String> written) {
        int[] wrong = IntStream.range(0, heldOut.size())
                .filter(i -> !heldOut.get(i).headline().equals(written.get(i))).limit(SAMPLES).toArray();
        Result more = result;
        for (int i : IntStream.concat(IntStream.range(0, SAMPLES), IntStream.of(wrong)).distinct().toArray()) {
            String right = heldOut.get(i).headline();
            more = more.sample(heldOut.get(i).text() + " -> " + written.get(i)
                    + (right.equals(written.get(i)) ? "" : " (wrong: " + right + ")"));
        }
        return more;
    }

    private static Result advice(Result result) {
        return result
                .ifYouSee("headlines in good English with wrong names and numbers", "that training went on long enough:"
                        + " the form of a headline is learned first, copying from the report last")
                .ifYouSee("a good training loss and headlines that repeat themselves",
                        "that the target is shifted by one and the decoder's mask hides what follows")
                .ifYouSee("only corrected reports being wrong", "that the report is not cut off at its end");
    }

    private static Map<String, String> about(Size size, Words words) {
        return Map.of("words", IntStream.range(0, words.vocab()).mapToObj(words::token)
                .collect(Collectors.joining(" ")), "layers", "" + size.layers, "dModel", "" + size.dModel);
    }

    /** The tokenizer of a trained model. */
    public static Words words(Model model) {
        List<String> all = List.of(model.about("words").split(" "));
        return Words.of(all.subList(4, all.size()), Tokenizer.PAD, Tokenizer.BEGIN, Tokenizer.END, Tokenizer.UNKNOWN);
    }

    /** The encoder-decoder of a trained model. */
    public static Transformer transformer(Model model) {
        return new Transformer(config(Integer.parseInt(model.about("layers")), Integer.parseInt(model.about("dModel")),
                words(model)), model.weights());
    }
}
