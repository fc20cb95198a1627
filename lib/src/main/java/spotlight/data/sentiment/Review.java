package spotlight.data.sentiment;

/**
 * A review.
 *
 * @param positive   whether the writer liked it: what the grammar means, without any noise
 * @param phenomenon what has to be understood to know that
 * @param text       one to four sentences
 */
public record Review(boolean positive, Phenomenon phenomenon, String text) {

    /** As it stands in the files: label, phenomenon and text, with tabs between them. */
    String line() {
        return label() + "\t" + phenomenon.word() + "\t" + text;
    }

    /** {@code good} or {@code bad}. */
    public String label() {
        return positive ? "good" : "bad";
    }
}
