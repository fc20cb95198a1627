package spotlight.task;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import spotlight.grad.Var;
import spotlight.model.Generator;
import spotlight.model.Gpt;
import spotlight.model.Sampler;
import spotlight.text.Characters;
import spotlight.text.Tokenizer;

/**
 * A GPT that answers, character by character, always with what it thinks most likely.
 *
 * <pre>{@code
 * Answers sum = Answers.of(Trained.load("addition").model("gpt"));
 * sum.of("347+582="); // 9290, the last digit first
 * }</pre>
 */
public final class Answers {
    /** Ends each answer. */
    static final String END = Tokenizer.END;

    private final Gpt gpt;
    private final Characters characters;
    private final int end;

    Answers(Gpt gpt, Characters characters) {
        this.gpt = gpt;
        this.characters = characters;
        end = characters.id(END);
    }

    /** What the training of copy, sort or addition has kept. */
    public static Answers of(Model model) {
        List<String> signs = model.about("signs").codePoints().mapToObj(Character::toString).toList();
        Characters characters = Characters.of(signs, END);
        return new Answers(new Gpt(new Gpt.Config(characters.vocab(), number(model, "context"), number(model, "layers"),
                number(model, "heads"), number(model, "dModel")), model.weights()), characters);
    }

    private static int number(Model model, String what) {
        return Integer.parseInt(model.about(what));
    }

    /** What {@link #of(Model)} needs besides the weights. */
    Map<String, String> about() {
        StringBuilder signs = new StringBuilder();
        for (int id = 1; id < characters.vocab(); id++) {
            signs.append(characters.token(id));
        }
        Gpt.Config c = gpt.config();
        return Map.of("signs", signs.toString(), "context", "" + c.context(), "layers", "" + c.layers(), "heads",
                "" + c.heads(), "dModel", "" + c.dModel());
    }

    /** The model. */
    public Gpt gpt() {
        return gpt;
    }

    /** Its vocabulary. */
    public Characters characters() {
        return characters;
    }

    /**
     * The answer.
     *
     * @throws IllegalArgumentException if a character of the question is unknown, or it does not fit the context
     */
    public String of(String question) {
        int room = gpt.config().context() + 1 - question.length();
        return of(List.of(question), Math.max(1, room)).get(0);
    }

    /** The answers to many questions at once, each of so many characters at most. */
    public List<String> of(List<String> questions, int most) {
        int[][] prompts = questions.stream().map(characters::encode).toArray(int[][]::new);
        int[][] written = new Generator(gpt).stop(end).generate(prompts, most, Sampler.greedy());
        return Arrays.stream(written).map(characters::decode).toList();
    }

    /** Questions with their answers, to be learned together. */
    Batch batch(List<String> questions, List<String> answers) {
        int[][] texts = new int[questions.size()][];
        int[] predictions = new int[texts.length];
        for (int i = 0; i < texts.length; i++) {
            int[] text = characters.encode(questions.get(i) + answers.get(i));
            texts[i] = Arrays.copyOf(text, text.length + 1);
            texts[i][text.length] = end;
            predictions[i] = texts[i].length - questions.get(i).length();
        }
        return new Batch(texts, predictions);
    }

    /**
     * Texts of which only the end is learned.
     *
     * @param texts       all tokens of each
     * @param predictions how many of the last ones are to be predicted
     */
    record Batch(int[][] texts, int[] predictions) {

        /** The mean loss over the predictions in the texts {@code from..to-1}. */
        Var loss(Gpt gpt, int from, int to) {
            int width = 0;
            for (int i = from; i < to; i++) {
                width = Math.max(width, texts[i].length - 1);
            }
            int[] ids = new int[(to - from) * width];
            int[] targets = new int[ids.length];
            Arrays.fill(targets, Gpt.IGNORE);
            for (int i = from; i < to; i++) {
                int row = (i - from) * width;
                int length = texts[i].length;
                System.arraycopy(texts[i], 0, ids, row, length - 1);
                int first = length - predictions[i];
                System.arraycopy(texts[i], first, targets, row + first - 1, predictions[i]);
            }
            return gpt.loss(ids, targets, to - from);
        }
    }
}
