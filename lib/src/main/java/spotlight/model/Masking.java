package spotlight.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import spotlight.tensor.Shapes;

/**
 * Hides words that a {@link Bert} is to guess: 15 % of them, of which 80 % become the mask, 10 % another word and 10 %
 * stay, so that the model cannot know which words it will be asked for; "BERT: Pre-training of Deep Bidirectional
 * Transformers for Language Understanding", section 3.1.
 *
 * <p>Which words depends on nothing but the seed, the number of the sequence and, if dynamic, the step.
 *
 * @param vocab     how many tokens there are
 * @param mask      the token that hides a word
 * @param firstWord tokens before this one are special: they are not hidden, and do not stand in for a word
 * @param share     how many of the words are asked for, at least one in each sequence
 * @param dynamic   whether other words are hidden each time, as in "RoBERTa: A Robustly Optimized BERT Pretraining
 *                  Approach", section 4.1; otherwise a sequence keeps its masks
 * @param seed      of all choices
 */
public record Masking(int vocab, int mask, int firstWord, double share, boolean dynamic, long seed) {
    private static final double SHARE = 0.15;

    /**
     * Sequences with hidden words.
     *
     * @param ids    what the model reads [B,T]
     * @param labels which word it was where it is asked for, elsewhere -100 [B,T]
     */
    public record Masked(int[] ids, int[] labels) {
    }

    /** @throws IllegalArgumentException if a token is outside the vocabulary, or the share not above 0 and at most 1 */
    public Masking {
        Shapes.require(mask >= 0 && mask < vocab && firstWord >= 0 && firstWord < vocab, () -> "masking: mask " + mask
                + " and first word " + firstWord + " must be in a vocabulary of " + vocab);
        Shapes.require(share > 0 && share <= 1, () -> "masking: share " + share + " is not above 0 and at most 1");
    }

    /** As BERT: a sequence keeps its masks. */
    public static Masking fixed(int vocab, int mask, int firstWord, long seed) {
        return new Masking(vocab, mask, firstWord, SHARE, false, seed);
    }

    /** As RoBERTa: other words are hidden each time. */
    public static Masking dynamic(int vocab, int mask, int firstWord, long seed) {
        return new Masking(vocab, mask, firstWord, SHARE, true, seed);
    }

    /** With another share of words that are asked for. */
    public Masking withShare(double newShare) {
        return new Masking(vocab, mask, firstWord, newShare, dynamic, seed);
    }

    /**
     * Hides words in a batch.
     *
     * @param ids       [B,T]; not modified
     * @param sequences the number of each of the B sequences in the data
     * @param step      of the training
     * @throws IllegalArgumentException if the ids are not that many sequences of one length, or outside the vocabulary
     */
    public Masked apply(int[] ids, int[] sequences, long step) {
        int tokens = Ids.check("masking", ids, sequences.length, vocab, Integer.MAX_VALUE);
        Masked masked = new Masked(ids.clone(), new int[ids.length]);
        Arrays.fill(masked.labels, Targets.IGNORE);
        for (int b = 0; b < sequences.length; b++) {
            long stream = mixed(mixed(seed, sequences[b]), dynamic ? step : -1);
            hide(masked, b * tokens, (b + 1) * tokens, new SplittableRandom(stream));
        }
        return masked;
    }

    /** Neighbouring numbers give streams that have nothing in common. */
    private static long mixed(long seed, long number) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + number).nextLong();
    }

    /** Hides words of one sequence. */
    private void hide(Masked masked, int from, int to, SplittableRandom random) {
        int[] words = IntStream.range(from, to).filter(i -> masked.ids[i] >= firstWord && masked.ids[i] != mask)
                .toArray();
        long hidden = words.length == 0 ? 0 : Math.max(1, Math.round(share * words.length));
        for (int i = 0; i < hidden; i++) {
            int j = i + random.nextInt(words.length - i); // shuffles as far as needed
            int place = words[j];
            words[j] = words[i];
            masked.labels[place] = masked.ids[place];
            int tenth = random.nextInt(10);
            if (tenth < 8) {
                masked.ids[place] = mask;
            } else if (tenth == 8) {
                masked.ids[place] = firstWord + random.nextInt(vocab - firstWord);
            }
        }
    }
}
