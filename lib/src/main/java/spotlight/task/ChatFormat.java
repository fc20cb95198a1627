package spotlight.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spotlight.data.chat.Exchange;
import spotlight.model.Gpt;
import spotlight.text.Tokenizer;
import spotlight.text.Words;

/**
 * How a model reads a dialogue: as one text, in which marks say who speaks.
 *
 * <pre>{@code
 * <user> What is 2 plus 3? <assistant> 2 plus 3 is 5. </s> <user> And then? <assistant> ...
 * }</pre>
 *
 * Marks are tokens of their own, which no user can type.
 */
public final class ChatFormat {
    /** Stands before what the user says. */
    public static final String USER = "<user>";
    /** Stands before what the assistant says; {@link Tokenizer#END} stands behind it. */
    public static final String ASSISTANT = "<assistant>";

    private static final String[] MARKS = {Tokenizer.PAD, USER, ASSISTANT, Tokenizer.END};

    private final Words words;
    private final Map<String, String> spelling = new HashMap<>(); // by what the user may type

    /**
     * A dialogue to learn from.
     *
     * @param ids     what the model reads: all tokens but the last
     * @param targets what comes next after each; {@link Gpt#IGNORE} where it is the user who speaks
     */
    public record Example(int[] ids, int[] targets) {

        /** How many tokens are learned. */
        public int counted() {
            return (int) Arrays.stream(targets).filter(target -> target != Gpt.IGNORE).count();
        }
    }

    private ChatFormat(Words words) {
        this.words = words;
        for (int id = MARKS.length; id < words.vocab(); id++) {
            String word = words.token(id);
            spelling.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
        }
        for (int id = MARKS.length; id < words.vocab(); id++) {
            spelling.put(words.token(id), words.token(id)); // exactly as it was learned, before all else
        }
    }

    /** With all words of these dialogues. */
    public static ChatFormat of(List<List<Exchange>> dialogues) {
        return new ChatFormat(Words.of(dialogues.stream().flatMap(List::stream)
                .map(exchange -> exchange.question() + "\n" + exchange.answer()).collect(Collectors.joining("\n")),
                MARKS));
    }

    /** With these words in this order: {@link #vocabulary} of another. */
    public static ChatFormat of(String vocabulary) {
        return new ChatFormat(Words.of(List.of(vocabulary.split(" ")), MARKS));
    }

    /** All words but the marks, with spaces between them. */
    public String vocabulary() {
        return IntStream.range(MARKS.length, words.vocab()).mapToObj(words::token).collect(Collectors.joining(" "));
    }

    /** How many tokens there are, the marks included. */
    public int vocab() {
        return words.vocab();
    }

    /** Ends each answer. */
    public int end() {
        return words.id(Tokenizer.END);
    }

    /** The text of these ids, without marks. */
    public String decode(int[] ids) {
        return words.decode(ids);
    }

    /** These ids as they are, marks included, for people to look at. */
    public String show(int[] ids) {
        return Arrays.stream(ids).mapToObj(words::token).collect(Collectors.joining(" "));
    }

    /**
     * What the user says, between the marks of user and assistant. A word may begin with a capital letter or not.
     *
     * @throws IllegalArgumentException if nothing is said, or a word was never learned
     */
    public int[] question(String text) {
        List<String> said = Words.split(text);
        if (said.isEmpty()) {
            throw new IllegalArgumentException("chat: the question is empty");
        }
        int[] ids = new int[said.size() + 2];
        ids[0] = words.id(USER);
        for (int i = 0; i < said.size(); i++) {
            ids[i + 1] = words.id(learned(said.get(i)));
        }
        ids[ids.length - 1] = words.id(ASSISTANT);
        return ids;
    }

    private String learned(String word) {
        String known = spelling.getOrDefault(word, spelling.get(word.toLowerCase(Locale.ROOT)));
        if (known == null) {
            String near = spelling.values().stream().sorted()
                    .min((a, b) -> Tasks.distance(word, a) - Tasks.distance(word, b)).orElse("");
            boolean alike = 3 * Tasks.distance(word, near) <= word.length();
            throw new IllegalArgumentException("chat: \"" + word + "\" is not one of the "
                    + (words.vocab() - MARKS.length) + " words that the model has learned"
                    + (alike ? "; did you mean \"" + near + "\"?" : ""));
        }
        return known;
    }

    /**
     * What the assistant says, and the mark of its end.
     *
     * @throws IllegalArgumentException if a word was never learned
     */
    public int[] answer(String text) {
        int[] ids = words.encode(text);
        int[] ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = end();
        return ended;
    }

    /** Question and answer. */
    public int[] exchange(Exchange exchange) {
        return joined(List.of(question(exchange.question()), answer(exchange.answer())));
    }

    /** What the model reads before it answers: the dialogue so far, then the question. */
    public int[] prompt(List<Exchange> before, String question) {
        List<int[]> parts = new ArrayList<>(before.stream().map(this::exchange).toList());
        parts.add(question(question));
        return joined(parts);
    }

    /**
     * The same with as much of the dialogue as fits: the oldest exchanges are left out, whole ones.
     *
     * @param most how many tokens it may have
     * @throws IllegalArgumentException if the question alone is longer
     */
    public int[] prompt(List<Exchange> before, String question, int most) {
        int[] last = question(question);
        if (last.length > most) {
            throw new IllegalArgumentException("chat: the question has " + (last.length - 2)
                    + " words, at most " + (most - 2) + " leave room for an answer");
        }
        int from = before.size();
        int length = last.length;
        while (from > 0 && length + exchange(before.get(from - 1)).length <= most) {
            from--;
            length += exchange(before.get(from)).length;
        }
        return prompt(before.subList(from, before.size()), question);
    }

    /** A dialogue of which the answers are learned, with the marks of their ends. */
    public Example example(List<Exchange> dialogue) {
        int[] ids = joined(dialogue.stream().map(this::exchange).toList());
        int[] targets = new int[ids.length];
        Arrays.fill(targets, Gpt.IGNORE);
        int at = 0;
        for (Exchange exchange : dialogue) {
            int answer = at + question(exchange.question()).length;
            at += exchange(exchange).length;
            System.arraycopy(ids, answer, targets, answer - 1, at - answer);
        }
        return new Example(Arrays.copyOf(ids, ids.length - 1), Arrays.copyOf(targets, ids.length - 1));
    }

    private static int[] joined(List<int[]> parts) {
        return parts.stream().flatMapToInt(Arrays::stream).toArray();
    }
}
