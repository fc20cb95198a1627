package spotlight.ch12;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Exercise 12.5, other masks each time. BERT's data was masked ten times before the training, and each of these copies
 * was then read four times in 40 epochs. RoBERTa hides other words each time a text is read, and stores nothing.
 *
 * <p>"Other words each time" must not mean "other words in each run": a training has to be repeatable. So the choice may
 * depend on nothing but the seed, the number of the text and the epoch, and these three must be well mixed. Neighbours
 * are the trap: {@code seed + sequence + epoch} gives text 1 in epoch 0 the places of text 0 in epoch 1. One way out:
 * {@code new SplittableRandom(a).nextLong() ^ b} scatters a before b joins in.
 *
 * <p>And what is it good for? Predict, then measure in the notebook: the share of all words that has been asked for at
 * least once. With 15 % and 40 epochs:
 *
 * <pre>{@code
 *   one copy     0.15        the same words again and again
 *   ten copies   0.8031      1 - 0.85^10
 *   dynamic      0.9985      1 - 0.85^40
 * }</pre>
 */
public final class DynamicMasks {
    /**
     * Given, nothing to do: {@code share} of the numbers 0 .. words-1, rounded, one at least, in ascending order.
     *
     * @param random where the choice comes from: the same random numbers give the same choice
     */
    public static int[] choose(int words, double share, SplittableRandom random) {
        int[] all = IntStream.range(0, words).toArray();
        int count = (int) Math.max(1, Math.round(share * words));
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(words - i);
            int word = all[j];
            all[j] = all[i];
            all[i] = word;
        }
        return IntStream.of(all).limit(count).sorted().toArray();
    }

    private DynamicMasks() {
    }

    /**
     * RoBERTa's way: the words that are hidden when a text is read, by {@link #choose} with random numbers of its own for
     * each seed, text and epoch.
     *
     * @param words    how many words the text has
     * @param sequence the number of the text, 0 or more
     * @param epoch    how often it was read before, 0 or more
     * @return which of the words, ascending; the same arguments always give the same answer
     */
    public static int[] dynamic(int words, double share, long seed, int sequence, int epoch) {
        long ofText = new SplittableRandom(seed).nextLong() ^ sequence;
        long ofEpoch = new SplittableRandom(ofText).nextLong() ^ epoch;
        return choose(words, share, new SplittableRandom(ofEpoch));
    }

    /**
     * BERT's way: the data was masked {@code copies} times beforehand, copy c as {@link #dynamic} does it in epoch c; the
     * epochs read copy 0, 1, ..., copies-1, 0, 1 and so on.
     *
     * @param copies 1 or more
     */
    public static int[] fixed(int words, double share, long seed, int sequence, int epoch, int copies) {
        return dynamic(words, share, seed, sequence, epoch % copies);
    }

    /**
     * The expected share of words that were asked for at least once.
     *
     * @param share  of the words that is hidden each time
     * @param epochs how often each text was read
     * @param copies how many maskings of it there are; with as many as epochs it is RoBERTa's way
     */
    public static double coverage(double share, int epochs, int copies) {
        return 1 - Math.pow(1 - share, Math.min(epochs, copies));
    }
}
