package spotlight.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spotlight.baseline.WordForWord;
import spotlight.data.Parallel;
import spotlight.data.translation.TranslationCorpus;
import spotlight.model.Cell;
import spotlight.model.Dropout;
import spotlight.model.LayerConfig;
import spotlight.model.RecurrentTranslator;
import spotlight.model.Transformer;
import spotlight.model.TransformerConfig;
import spotlight.model.Translator;
import spotlight.model.Weights;
import spotlight.random.TorchRandom;
import spotlight.train.AdamW;
import spotlight.train.Bleu;
import spotlight.train.Schedule;
import spotlight.train.Shards;

/**
 * A Transformer learns to translate from English to Chinese, where time and place come before the verb and clauses
 * before the noun. Beside it: a dictionary, and an LSTM that has to keep the whole sentence in one vector. Each sentence
 * has exactly one translation, so that 100 % is possible.
 */
public final class TranslationTask implements Task {
    private static final String TRANSFORMER = "transformer";
    private static final String LSTM = "LSTM without attention";
    private static final String WORD_FOR_WORD = "word for word";
    private static final int HEADS = 4;
    private static final int BATCH = 64;
    private static final int PIECE = BATCH / 2;

    private record Size(int layers, int dModel, double lr, int steps, int lstmSteps, int heldOut, int unseen) {
        static Size of(Run run) {
            return run.quick()
                    ? new Size(1, 64, 6e-3, 250, 10, 100, 20)
                    : new Size(2, 128, 2e-3, 1200, 600, 1_500, 500);
        }
    }

    /** Pairs to measure on, and what each translator makes of them. */
    private record Exam(String what, List<Parallel> pairs, Map<String, List<String>> translations) {
        Exam(String what, List<Parallel> pairs) {
            this(what, pairs, new LinkedHashMap<>());
        }

        List<String> sources() {
            return pairs.stream().map(Parallel::source).toList();
        }

        double bleu(String who) {
            return Bleu.ofCharacters(translations.get(who), pairs.stream().map(Parallel::target).toList()).score();
        }

        /** In percent. */
        double exact(String who) {
            List<String> texts = translations.get(who);
            double right = 0;
            for (int i = 0; i < pairs.size(); i++) {
                right += texts.get(i).equals(pairs.get(i).target()) ? 1 : 0;
            }
            return 100 * right / pairs.size();
        }

        Score beside(Score score, boolean bleu) {
            return score.beside(WORD_FOR_WORD, bleu ? bleu(WORD_FOR_WORD) : exact(WORD_FOR_WORD)).beside(LSTM,
                    bleu ? bleu(LSTM) : exact(LSTM));
        }
    }

    @Override
    public String name() {
        return "translation";
    }

    @Override
    public String title() {
        return "a Transformer translates English into Chinese, in another order";
    }

    @Override
    public int seconds() {
        return 180;
    }

    @Override
    public Result run(Run run) {
        Size size = Size.of(run);
        List<Parallel> train = TranslationCorpus.read(run.data(), TranslationCorpus.TRAIN);
        Languages languages = Languages.of(train);
        PairBatches pairs = new PairBatches(train.stream().map(pair -> languages.read(pair.source())).toList(),
                train.stream().map(pair -> languages.write(pair.target())).toList(), 0, BATCH);
        Transformer transformer = Transformer.init(config(languages, size.layers, size.dModel),
                new TorchRandom(run.seed()));
        train(run, TRANSFORMER, transformer, transformer.weights(), pairs, size.lr, size.steps);
        RecurrentTranslator lstm = RecurrentTranslator.init(new RecurrentTranslator.Config(Cell.LSTM,
                languages.english().vocab(), languages.chinese().vocab(), transformer.marks(), size.dModel, 1)
                .within(transformer.weights().count()), new TorchRandom(run.seed()));
        train(run, "lstm", lstm, lstm.weights(), pairs, 3e-3, size.lstmSteps);
        List<Exam> exams = List.of(exam(run, "held-out sentences", TranslationCorpus.HELD_OUT, size.heldOut),
                exam(run, "combinations never seen", TranslationCorpus.COMBINATIONS, size.unseen),
                exam(run, "clauses inside clauses, never seen", TranslationCorpus.DEEPER, size.unseen));
        WordForWord dictionary = new WordForWord(TranslationCorpus.dictionary());
        for (Exam exam : exams) {
            exam.translations.put(TRANSFORMER, languages.greedy(transformer, exam.sources()));
            exam.translations.put(LSTM, languages.greedy(lstm, exam.sources()));
            exam.translations.put(WORD_FOR_WORD, exam.sources().stream().map(dictionary::translate).toList());
        }
        Result result = scores(Result.of(transformer.weights().count()), exams);
        result = beam(result, languages, transformer, exams.get(0));
        result = samples(result, languages, transformer, exams.get(0));
        return advice(result).model(TRANSFORMER, transformer.weights(), about(languages, size));
    }

    private static TransformerConfig config(Languages languages, int layers, int dModel) {
        return TransformerConfig.of(languages.english().vocab(), languages.chinese().vocab(), layers,
                LayerConfig.of(dModel, HEADS, 4 * dModel).withPreNorm());
    }

    private static void train(Run run, String stage, Translator model, Weights weights, PairBatches pairs, double lr,
            int steps) {
        AdamW optimizer = new AdamW(weights.params(), lr);
        optimizer.betas(0.9, 0.98); // as in the paper
        PairBatches.Reader reader = pairs.reader(run);
        run.train(stage, weights, optimizer, Schedule.warmupCosine(lr, lr / 100, steps / 10, steps), 1, steps,
                step -> {
                    int[] batch = reader.of(step);
                    return Shards.backward(weights.params(), pairs.predictions(batch), PIECE,
                            (from, to) -> model.loss(pairs.sources(batch, from, to), pairs.targets(batch, from, to),
                                    to - from, 0, Dropout.NONE));
                });
    }

    private static Exam exam(Run run, String what, String file, int most) {
        List<Parallel> pairs = TranslationCorpus.read(run.data(), file);
        return new Exam(what, pairs.subList(0, Math.min(most, pairs.size())));
    }

    private static Result scores(Result result, List<Exam> exams) {
        Exam heldOut = exams.get(0);
        Result more = result
                .score(heldOut.beside(Score.atLeast("BLEU on held-out sentences, by characters",
                        heldOut.bleu(TRANSFORMER), "", 95), true))
                .score(heldOut.beside(
                        Score.atLeast("exact match on held-out sentences", heldOut.exact(TRANSFORMER), "%", 90),
                        false));
        for (Exam exam : exams.subList(1, exams.size())) {
            more = more
                    .score(exam.beside(Score.measured("exact match, " + exam.what, exam.exact(TRANSFORMER), "%"),
                            false))
                    .score(exam.beside(Score.measured("BLEU, " + exam.what, exam.bleu(TRANSFORMER), ""), true));
        }
        return more;
    }

    private static Result beam(Result result, Languages languages, Transformer transformer, Exam heldOut) {
        Exam beam = new Exam(heldOut.what, heldOut.pairs,
                Map.of(TRANSFORMER, languages.beam(transformer, heldOut.sources())));
        return result
                .score(Score.measured("exact match with a beam of 4", beam.exact(TRANSFORMER), "%").beside("greedy",
                        heldOut.exact(TRANSFORMER)))
                .score(Score.measured("BLEU with a beam of 4", beam.bleu(TRANSFORMER), "").beside("greedy",
                        heldOut.bleu(TRANSFORMER)));
    }

    private static Result samples(Result result, Languages languages, Transformer transformer, Exam exam) {
        Result more = result;
        for (int i = 0; i < 8; i++) {
            String source = exam.pairs.get(i).source();
            String written = exam.translations.get(TRANSFORMER).get(i);
            more = more.sample(source + " -> " + written
                    + (written.equals(exam.pairs.get(i).target())
                            ? ""
                            : " (should be " + exam.pairs.get(i).target() + ")")
                    + " | it looked at: " + languages.alignment(transformer, source, written)
                    + " | LSTM: " + exam.translations.get(LSTM).get(i)
                    + " | word for word: " + exam.translations.get(WORD_FOR_WORD).get(i));
        }
        return more;
    }

    private static Result advice(Result result) {
        return result
                .ifYouSee("a loss near 0 and translations that are nonsense",
                        "the decoder's mask: a token must not see itself as the one to be written")
                .ifYouSee("fluent sentences about something else",
                        "the cross-attention: it should read the encoder's last layer, padding hidden")
                .ifYouSee("good words in English order", "that positions are added on both sides");
    }

    private static Map<String, String> about(Languages languages, Size size) {
        Map<String, String> about = new LinkedHashMap<>(languages.about());
        about.put("layers", "" + size.layers);
        about.put("dModel", "" + size.dModel);
        return about;
    }

    /** The Transformer of a trained model; {@link Languages#of(Model)} has its words. */
    public static Transformer transformer(Model model) {
        return new Transformer(config(Languages.of(model), Integer.parseInt(model.about("layers")),
                Integer.parseInt(model.about("dModel"))), model.weights());
    }
}
