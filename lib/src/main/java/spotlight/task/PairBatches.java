package spotlight.task;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import spotlight.model.Padding;

/**
 * Pairs of a source and a target for an encoder-decoder. Pairs of similar length come together, so that little is
 * filled up; which those are is another choice in every round.
 *
 * @param sources ids of each source, without padding
 * @param targets ids of each target, with bos and eos
 * @param pad     the id that fills up
 * @param size    how many pairs a batch has
 */
public record PairBatches(List<int[]> sources, List<int[]> targets, int pad, int size) {
    private static final int SORTED = 20; // batches that are sorted by length together: enough to find similar ones

    /** @throws IllegalArgumentException if there are fewer pairs than a batch has, or not a target for each source */
    public PairBatches {
        if (sources.size() != targets.size() || size < 1 || sources.size() < size) {
            throw new IllegalArgumentException("pairs: " + sources.size() + " sources, " + targets.size()
                    + " targets in batches of " + size);
        }
    }

    /** A whole round: every pair once, but for the few that fill no batch. */
    private int[][] round(Run run, long round) {
        SplittableRandom random = run.random("pairs", round);
        int[] order = IntStream.range(0, sources.size()).toArray();
        shuffle(order, random);
        int[][] batches = new int[order.length / size][];
        for (int from = 0; from < batches.length; from += SORTED) {
            int to = Math.min(batches.length, from + SORTED);
            int[] alike = Arrays.stream(order, from * size, to * size).boxed()
                    .sorted(Comparator.comparingInt(this::length)).mapToInt(pair -> pair).toArray();
            for (int b = from; b < to; b++) {
                batches[b] = Arrays.copyOfRange(alike, (b - from) * size, (b - from + 1) * size);
                shuffle(batches[b], random); // so that pieces of a batch are equally long
            }
        }
        int[] turns = IntStream.range(0, batches.length).toArray();
        shuffle(turns, random);
        return Arrays.stream(turns).mapToObj(turn -> batches[turn]).toArray(int[][]::new);
    }

    private int length(int pair) {
        return targets.get(pair).length + sources.get(pair).length;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int last = order[i];
            order[i] = order[other];
            order[other] = last;
        }
    }

    /** Batches by step; a round is kept as long as its steps last. */
    public Reader reader(Run run) {
        return new Reader(run);
    }

    /** Remembers the present round. */
    public final class Reader {
        private final Run run;
        private final int perRound = sources.size() / size;
        private long kept = -1;
        private int[][] batches = {};

        private Reader(Run run) {
            this.run = run;
        }

        /** The pairs of this step: a function of the run's seed and the step alone. */
        public int[] of(int step) {
            if (kept != step / perRound) {
                kept = step / perRound;
                batches = round(run, kept);
            }
            return batches[step % perRound];
        }
    }

    /** The sources of the pairs {@code from..to-1} of a batch, filled up. */
    public int[] sources(int[] batch, int from, int to) {
        return Padding.fill(pad, Arrays.stream(batch, from, to).mapToObj(sources::get).toList());
    }

    /** Their targets. */
    public int[] targets(int[] batch, int from, int to) {
        return Padding.fill(pad, Arrays.stream(batch, from, to).mapToObj(targets::get).toList());
    }

    /** How many tokens of each target are predicted. */
    public int[] predictions(int[] batch) {
        return Arrays.stream(batch).map(pair -> targets.get(pair).length - 1).toArray();
    }
}
