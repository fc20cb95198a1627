package spotlight.ch12;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Exercise 12.1, hide the words. BERT learns from texts in which some words are hidden, and in three ways: of those that
 * are asked for, 80 % become the mask, 10 % another word, 10 % stay as they are. What was there before is the label;
 * everywhere else the label is -100, which the loss leaves out.
 *
 * <p>Tokens smaller than {@code firstWord} are special ([CLS], [SEP], padding, punctuation): never hidden. An example
 * with firstWord 5 and mask 4:
 *
 * <pre>{@code
 *   ids        2  17   9   6  30   3        [CLS] the fox ran off [SEP]
 *   places         1,  2,      4            chosen here for the example
 *   dice           0.31  0.85  0.97         one for each place
 *   strangers      11    12    13           one for each place
 *
 *   labels  -100  17   9 -100 30 -100
 *   hidden     2   4  12   6  30   3        0.31 < 0.8: the mask; 0.85 < 0.9: the stranger; 0.97: stays
 * }</pre>
 */
public final class MaskTokens {
    /** The label of a token that is not asked for. */
    public static final int IGNORE = -100;

    private MaskTokens() {
    }

    /**
     * Which words are asked for: {@code share} of the words, rounded to the nearest number, but one at least where there
     * is a word. All words are equally likely, and none is chosen twice.
     *
     * @param ids       of a text [T]; not modified
     * @param firstWord smaller ids are special
     * @param share     of the words, not of all tokens; 0.15 with BERT
     * @param random    where the choice comes from
     * @return places in the text, in any order
     */
    public static int[] places(int[] ids, int firstWord, double share, SplittableRandom random) {
        int[] words = IntStream.range(0, ids.length).filter(i -> ids[i] >= firstWord).toArray();
        int count = (int) Math.min(words.length, Math.max(1, Math.round(share * words.length)));
        for (int i = 0; i < count; i++) { // shuffles as far as needed
            int j = i + random.nextInt(words.length - i);
            int word = words[j];
            words[j] = words[i];
            words[i] = word;
        }
        return Arrays.copyOf(words, count);
    }

    /**
     * What the model is to say.
     *
     * @param ids    of the text before anything was hidden [T]; not modified
     * @param places which of them are asked for
     * @return the id at these places, {@link #IGNORE} at all others [T]
     */
    public static int[] labels(int[] ids, int[] places) {
        int[] labels = new int[ids.length];
        Arrays.fill(labels, IGNORE);
        for (int place : places) {
            labels[place] = ids[place];
        }
        return labels;
    }

    /**
     * What the model reads. For place number i: the mask if {@code dice[i] < 0.8}, else the stranger if
     * {@code dice[i] < 0.9}, else what was there.
     *
     * @param ids       of the text [T]; not modified
     * @param places    which of them are asked for
     * @param dice      one number for each place, from 0 to 1
     * @param strangers one other word for each place
     * @param mask      the id of [MASK]
     * @return a new array [T]
     */
    public static int[] hide(int[] ids, int[] places, double[] dice, int[] strangers, int mask) {
        int[] hidden = ids.clone();
        for (int i = 0; i < places.length; i++) {
            if (dice[i] < 0.8) {
                hidden[places[i]] = mask;
            } else if (dice[i] < 0.9) {
                hidden[places[i]] = strangers[i];
            }
        }
        return hidden;
    }
}
