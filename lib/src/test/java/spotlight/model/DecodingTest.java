package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

class DecodingTest {
    private static final TransformerConfig CONFIG = TransformerConfig.of(11, 13, 2, LayerConfig.of(8, 2, 12))
            .with(Translator.Marks.of(8));
    private final Transformer model = Transformer.init(CONFIG, new TorchRandom(5));

    /** A language in which the last token says all about the next: after it comes each id with this probability. */
    private record Chain(float[][] after) implements Translator {
        /**
         * Says 3 or 4 first, with 0.6 and 0.4. After 3 all is open: 5, 6 and the end, a third each; after 4 comes 7 for
         * sure, and then the end. So greedy begins with 3, but 4 7 is the most probable sequence, 0.4 against 0.2.
         */
        static Chain garden() {
            float[] end = {0, 0, 1, 0, 0, 0, 0, 0};
            return new Chain(new float[][] {end, {0, 0, 0, 0.6f, 0.4f, 0, 0, 0}, end,
                    {0, 0, 1 / 3f, 0, 0, 1 / 3f, 1 / 3f, 0}, {0, 0, 0, 0, 0, 0, 0, 1}, end, end, end});
        }

        Chain with(int id, float... probabilities) {
            float[][] other = after.clone();
            other[id] = probabilities;
            return new Chain(other);
        }

        @Override
        public Marks marks() {
            return Marks.of(9);
        }

        @Override
        public Var loss(int[] src, int[] tgt, int batch, double smoothing, Dropout dropout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Writer read(int[] src, int batch) {
            return new Writer() {
                @Override
                public Tensor next(int[] ids) {
                    return Tensor.matrix(Arrays.stream(ids).mapToObj(id -> after[id]).toArray(float[][]::new)).log();
                }

                @Override
                public void keep(int[] sequences) {
                    // it only remembers the last token
                }
            };
        }
    }

    /** Without a cache: the whole beginning is computed again for each token. */
    private int[] plainGreedy(int[] source, int most) {
        int[] written = {1};
        while (written.length <= most) {
            int[] next = model.logits(source, written, 1).value().argmax();
            int id = next[next.length - 1];
            if (id == 2) {
                break;
            }
            written = Arrays.copyOf(written, written.length + 1);
            written[written.length - 1] = id;
        }
        return Arrays.copyOfRange(written, 1, written.length);
    }

    private static List<int[]> sources() {
        TorchRandom random = new TorchRandom(1);
        List<int[]> sources = new ArrayList<>();
        IntStream.range(0, 70).forEach(i -> sources.add(random.randint(3, 11, 1 + i % 8)));
        return sources;
    }

    @Test
    void greedyWithACacheWritesWhatTheWholeModelWould() {
        model.weights().get("generator.bias").value().data()[2] = 1.2f; // so that some end early
        List<int[]> outputs = Decoding.greedy(model, sources(), 7);
        int early = 0;
        for (int i = 0; i < outputs.size(); i++) {
            assertArrayEquals(plainGreedy(sources().get(i), 7), outputs.get(i), "source " + i);
            early += outputs.get(i).length < 7 ? 1 : 0;
        }
        assertTrue(early > 5 && early < 65, early + " ended early");
    }

    @Test
    void cachedScoresAreThoseOfTheWholeModel() {
        int[] src = {3, 4, 5, 6, 7, 0};
        int[][] columns = {{1, 1}, {8, 9}, {10, 11}};
        Translator.Writer writer = model.read(src, 2);
        Tensor whole = model.logits(src, new int[] {1, 8, 10, 1, 9, 11}, 2).value();
        for (int t = 0; t < columns.length; t++) {
            Expect.close(whole.select(1, t), writer.next(columns[t]), 1e-5); // float32 sums in another order
        }
    }

    @Test
    void keptSequencesGoOnAsBefore() {
        int[] src = {3, 4, 5, 6, 7, 0};
        Translator.Writer both = model.read(src, 2);
        both.next(new int[] {1, 1});
        both.keep(new int[] {1, 1, 0});
        Tensor next = both.next(new int[] {8, 9, 8});
        Tensor whole = model.logits(new int[] {6, 7}, new int[] {1, 9}, 1).value().select(1, 1);
        Expect.close(whole, next.slice(0, 1, 2), 1e-5);
    }

    @Test
    void theNumberOfWorkersChangesNothing() {
        List<int[]> together = Decoding.greedy(model, sources(), 8);
        try (Workers.Scope scope = Workers.use(1)) {
            List<int[]> alone = Decoding.greedy(model, sources(), 8);
            IntStream.range(0, 70).forEach(i -> assertArrayEquals(alone.get(i), together.get(i)));
        }
    }

    @Test
    void aBeamFindsWhatGreedyMisses() {
        int[] source = {3};
        assertArrayEquals(new int[] {3}, Decoding.greedy(Chain.garden(), List.of(source), 5).get(0));
        assertArrayEquals(new int[] {3}, Decoding.beam(Chain.garden(), source, 1, 0, 5));
        assertArrayEquals(new int[] {4, 7}, Decoding.beam(Chain.garden(), source, 2, 0, 5));
    }

    @Test
    void thePenaltyPrefersLongerSequences() {
        Chain chain = Chain.garden().with(3, 0, 0, 0.34f, 0, 0, 0.33f, 0.33f, 0) // 3 with 0.204
                .with(4, 0, 0, 0, 0, 0, 0, 0.5f, 0.5f); // 4 6 and 4 7 with 0.2 each
        assertArrayEquals(new int[] {3}, Decoding.beam(chain, new int[] {3}, 6, 0, 5));
        assertArrayEquals(new int[] {4, 6}, Decoding.beam(chain, new int[] {3}, 6, 0.6, 5));
    }

    @Test
    void aBeamOfOneIsGreedy() {
        List<int[]> greedy = Decoding.greedy(model, sources(), 8);
        List<int[]> beam = Decoding.beam(model, sources(), 1, 0.6, 8);
        IntStream.range(0, 70).forEach(i -> assertArrayEquals(greedy.get(i), beam.get(i)));
    }

    @Test
    void nothingIsWrittenForNoSources() {
        assertEquals(0, Decoding.greedy(model, List.of(), 8).size());
        assertArrayEquals(new int[0], Decoding.greedy(model, List.of(new int[] {3}), 0).get(0));
        assertArrayEquals(new int[0], Decoding.beam(model, new int[] {3}, 2, 0.6, 0));
    }

    @Test
    void errorsNameTheSource() {
        Expect.error("beam: width 0 must be at least 1", () -> Decoding.beam(model, new int[] {3}, 0, 0.6, 8));
        Expect.error("transformer: id 11 at [0,0] is outside the vocabulary of 11",
                () -> Decoding.beam(model, new int[] {11}, 2, 0.6, 8));
        Expect.error("transformer: sequence 0 is nothing but padding",
                () -> Decoding.greedy(model, List.of(new int[0], new int[] {3}), 8));
        Expect.error("transformer: 9 tokens are more than the context of 8",
                () -> Decoding.greedy(model, List.of(new int[9]), 8));
        Expect.error("transformer: id 13 at [0,0] is outside the vocabulary of 13",
                () -> model.read(new int[] {3}, 1).next(new int[] {13}));
    }
}
