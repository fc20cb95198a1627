package spotlight.text;

/**
 * Turns text into ids, the numbers that a model reads, and back.
 *
 * <p>Special tokens mark things that are no text, where it ends for instance; a model's code adds them by {@link #id}.
 * {@link Characters} and {@link Words} never make one of a text that happens to spell it, except for {@link #UNKNOWN}.
 */
public interface Tokenizer {
    /** Fills the end of short sequences in a batch. */
    String PAD = "<pad>";
    /** Stands for whatever is not in the vocabulary. */
    String UNKNOWN = "<unk>";
    /** Stands before a text. */
    String BEGIN = "<s>";
    /** Stands after a text. */
    String END = "</s>";

    /**
     * The ids of a text.
     *
     * @throws IllegalArgumentException if something in it is not in the vocabulary and there is no token for that
     */
    int[] encode(String text);

    /**
     * The text of these ids.
     *
     * @throws IllegalArgumentException if there is no such id
     */
    String decode(int[] ids);

    /** How many tokens there are; ids are 0 to {@code vocab() - 1}. */
    int vocab();

    /**
     * How one token is written.
     *
     * @throws IllegalArgumentException if there is no such id
     */
    String token(int id);

    /**
     * The id of a token, for instance of {@link #END}.
     *
     * @throws IllegalArgumentException if there is no such token
     */
    int id(String token);
}
