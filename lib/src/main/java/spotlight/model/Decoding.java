package spotlight.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

/** Ways to write a sequence with a {@link Translator}, each token being chosen from the model's scores. */
public final class Decoding {
    private static final int BATCH = 32; // sequences that are written side by side

    private Decoding() {
    }

    /**
     * Always the token with the highest score. Sequences are written side by side and by all workers; the result for
     * one does not depend on the others.
     *
     * @param sources ids of each source, without padding
     * @param most    tokens at most
     * @return the tokens written for each source, without bos and eos
     * @throws IllegalArgumentException if a source is empty, too long, or has an id outside the vocabulary
     */
    public static List<int[]> greedy(Translator model, List<int[]> sources, int most) {
        int[][] outputs = new int[sources.size()][];
        int[] order = IntStream.range(0, outputs.length).boxed()
                .sorted(Comparator.comparingInt(i -> sources.get(i).length)).mapToInt(i -> i).toArray();
        Workers.run((order.length + BATCH - 1) / BATCH, chunk -> {
            int[] which = Arrays.copyOfRange(order, chunk * BATCH, Math.min(order.length, (chunk + 1) * BATCH));
            try (Var.Scope off = Var.noGrad()) {
                write(model, sources, which, most, outputs);
            }
        });
        return List.of(outputs);
    }

    private static void write(Translator model, List<int[]> sources, int[] which, int most, int[][] outputs) {
        Translator.Marks marks = model.marks();
        List<int[]> chosen = Arrays.stream(which).mapToObj(sources::get).toList();
        Translator.Writer writer = model.read(Padding.fill(marks.pad(), chosen), which.length);
        int longest = Math.min(most, marks.context());
        int[][] written = new int[which.length][longest];
        int[] open = IntStream.range(0, which.length).toArray(); // those without eos, by their places in which
        int[] last = new int[which.length];
        Arrays.fill(last, marks.bos());
        for (int t = 0; t < longest && open.length > 0; t++) {
            int[] next = writer.next(last).argmax();
            int length = t;
            for (int row = 0; row < open.length; row++) {
                written[open[row]][t] = next[row];
                if (next[row] == marks.eos()) {
                    outputs[which[open[row]]] = Arrays.copyOf(written[open[row]], length);
                }
            }
            int[] going = IntStream.range(0, open.length).filter(row -> next[row] != marks.eos()).toArray();
            if (going.length < open.length && going.length > 0) {
                writer.keep(going);
            }
            open = pick(open, going);
            last = pick(next, going);
        }
        for (int row : open) {
            outputs[which[row]] = written[row];
        }
    }

    private static int[] pick(int[] values, int[] indices) {
        return Arrays.stream(indices).map(i -> values[i]).toArray();
    }

    /**
     * A sequence that is begun, or done.
     *
     * @param ids   its tokens, without bos and eos
     * @param score the logarithm of its probability; of a finished one divided by the length penalty
     * @param row   its row in the writer
     */
    private record Hypothesis(int[] ids, double score, int row) {
        Hypothesis plus(int id, double logProbability, int fromRow) {
            int[] longer = Arrays.copyOf(ids, ids.length + 1);
            longer[ids.length] = id;
            return new Hypothesis(longer, score + logProbability, fromRow);
        }
    }

    /** {@link #beam(Translator, int[], int, double, int)} for each source. */
    public static List<int[]> beam(Translator model, List<int[]> sources, int width, double alpha, int most) {
        int[][] outputs = new int[sources.size()][];
        Workers.run(outputs.length, i -> outputs[i] = beam(model, sources.get(i), width, alpha, most));
        return List.of(outputs);
    }

    /**
     * Follows the best few beginnings at once, so that a token that looks good at first can turn out wrong. Finished
     * sequences are compared by {@code ln p / ((5 + length) / 6)^alpha}, because longer ones are always less probable;
     * "Google's Neural Machine Translation System", section 7. With a width of 1 it is {@link #greedy}.
     *
     * @param source ids, without padding
     * @param width  how many beginnings are kept, in "Attention Is All You Need" 4
     * @param alpha  0 compares probabilities as they are; there 0.6
     * @param most   tokens at most
     * @return the tokens of the best sequence, without bos and eos
     * @throws IllegalArgumentException if the width is not positive, or the source does not fit the model
     */
    public static int[] beam(Translator model, int[] source, int width, double alpha, int most) {
        if (width < 1) {
            throw new IllegalArgumentException("beam: width " + width + " must be at least 1");
        }
        try (Var.Scope off = Var.noGrad()) {
            Translator.Writer writer = model.read(source, 1);
            List<Hypothesis> open = List.of(new Hypothesis(new int[0], 0, 0));
            List<Hypothesis> done = new ArrayList<>();
            int longest = Math.min(most, model.marks().context());
            for (int t = 0; t < longest && !open.isEmpty(); t++) {
                Tensor scores = writer.next(open.stream().mapToInt(h -> lastOf(h, model.marks().bos())).toArray());
                open = step(open, scores.logSoftmax(), width - done.size(), model.marks().eos(), alpha, done);
                if (!open.isEmpty()) {
                    writer.keep(open.stream().mapToInt(Hypothesis::row).toArray());
                }
            }
            open.forEach(h -> done.add(new Hypothesis(h.ids, h.score / penalty(h.ids.length, alpha), 0)));
            return done.stream().max(Comparator.comparingDouble(Hypothesis::score)).orElseThrow().ids;
        }
    }

    /** The best continuations; those that are finished leave the beam, which becomes narrower. */
    private static List<Hypothesis> step(List<Hypothesis> open, Tensor logProbabilities, int width, int eos,
            double alpha, List<Hypothesis> done) {
        int vocab = logProbabilities.size(1);
        List<Hypothesis> candidates = new ArrayList<>();
        for (int row = 0; row < open.size(); row++) {
            for (int id : best(logProbabilities.data(), row * vocab, vocab, width)) {
                candidates.add(open.get(row).plus(id, logProbabilities.at(row, id), row));
            }
        }
        candidates.sort(Comparator.comparingDouble(h -> -h.score));
        List<Hypothesis> going = new ArrayList<>();
        for (Hypothesis h : candidates.subList(0, Math.min(width, candidates.size()))) {
            int length = h.ids.length - 1;
            if (h.ids[length] == eos) {
                done.add(new Hypothesis(Arrays.copyOf(h.ids, length), h.score / penalty(length + 1, alpha), 0));
            } else {
                going.add(h);
            }
        }
        return going;
    }

    /** The indices of the n largest of these numbers, the first of equals first. */
    private static int[] best(float[] x, int from, int length, int n) {
        int[] best = new int[Math.min(n, length)];
        int found = 0;
        for (int i = 0; i < length; i++) {
            int place = found; // after all that are as large
            while (place > 0 && x[from + i] > x[from + best[place - 1]]) {
                place--;
            }
            if (place < best.length) {
                found = Math.min(found + 1, best.length);
                System.arraycopy(best, place, best, place + 1, found - place - 1);
                best[place] = i;
            }
        }
        return best;
    }

    private static double penalty(int length, double alpha) {
        return Math.pow((5 + length) / 6.0, alpha);
    }

    private static int lastOf(Hypothesis h, int bos) {
        return h.ids.length == 0 ? bos : h.ids[h.ids.length - 1];
    }
}
