package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spotlight.Expect;

class MaskingTest {
    private static final int MASK = 4;
    private static final int FIRST = 5;
    private static final int VOCAB = 105;
    private static final Masking DYNAMIC = Masking.dynamic(VOCAB, MASK, FIRST, 1);
    private static final Masking FIXED = Masking.fixed(VOCAB, MASK, FIRST, 1);

    /** Sequences of 100 words. */
    private static int[] words(int sequences) {
        return IntStream.range(0, 100 * sequences).map(i -> FIRST + i * 7 % 100).toArray();
    }

    private static int[] numbers(int n) {
        return IntStream.range(0, n).toArray();
    }

    @Test
    void asksForFifteenPercentOfTheWords() {
        Masking.Masked masked = DYNAMIC.apply(words(3), numbers(3), 0);
        for (int b = 0; b < 3; b++) {
            int[] labels = Arrays.copyOfRange(masked.labels(), 100 * b, 100 * b + 100);
            assertEquals(15, Arrays.stream(labels).filter(label -> label != -100).count());
        }
        int[] few = DYNAMIC.apply(new int[] {1, 7, 8, 2}, numbers(1), 0).labels();
        assertEquals(1, Arrays.stream(few).filter(label -> label != -100).count(), "at least one");
        int[] half = DYNAMIC.withShare(0.5).apply(words(1), numbers(1), 0).labels();
        assertEquals(50, Arrays.stream(half).filter(label -> label != -100).count());
    }

    @Test
    void eightyPercentAreHiddenTenReplacedTenStay() {
        int sequences = 2000;
        int[] ids = words(sequences);
        Masking.Masked masked = DYNAMIC.apply(ids, numbers(sequences), 3);
        int hidden = 0;
        int stayed = 0;
        int asked = 0;
        for (int i = 0; i < ids.length; i++) {
            if (masked.labels()[i] == -100) {
                assertEquals(ids[i], masked.ids()[i], "what is not asked for stays");
            } else {
                assertEquals(ids[i], masked.labels()[i], "the label is the word that was there");
                asked++;
                hidden += masked.ids()[i] == MASK ? 1 : 0;
                stayed += masked.ids()[i] == ids[i] ? 1 : 0;
            }
        }
        assertEquals(0.8, (double) hidden / asked, 0.005, "of 30,000; a standard deviation is 0.0023");
        assertEquals(0.1 + 0.1 / 100, (double) stayed / asked, 0.005, "one in 100 other words is the same");
    }

    @Test
    void specialTokensAreLeftAlone() {
        int[] ids = {0, 1, 2, 3, MASK, 50};
        for (int step = 0; step < 50; step++) {
            Masking.Masked masked = DYNAMIC.withShare(1).apply(ids, numbers(1), step);
            assertArrayEquals(new int[] {0, 1, 2, 3, MASK}, Arrays.copyOf(masked.ids(), 5));
            assertArrayEquals(new int[] {-100, -100, -100, -100, -100, 50}, masked.labels());
            assertTrue(masked.ids()[5] >= MASK && masked.ids()[5] < VOCAB);
        }
        int[] none = DYNAMIC.apply(new int[] {1, 2, 0}, numbers(1), 0).labels();
        assertArrayEquals(new int[] {-100, -100, -100}, none, "where there is no word");
    }

    @Test
    void everyPlaceIsAskedForEquallyOften() {
        int[] counts = new int[100];
        for (int step = 0; step < 2000; step++) {
            int[] labels = DYNAMIC.apply(words(1), numbers(1), step).labels();
            for (int i = 0; i < 100; i++) {
                counts[i] += labels[i] == -100 ? 0 : 1;
            }
        }
        double chiSquare = Arrays.stream(counts).mapToDouble(n -> (n - 300.0) * (n - 300) / (300 * 0.85)).sum();
        assertTrue(chiSquare < 124.3, "about 100 degrees of freedom, 95 % stay below 124.3; this one: " + chiSquare);
    }

    @Test
    void dynamicMasksChangeWithTheStepStaticOnesDoNot() {
        int[] ids = words(1);
        assertFalse(Arrays.equals(DYNAMIC.apply(ids, numbers(1), 0).ids(), DYNAMIC.apply(ids, numbers(1), 1).ids()));
        assertArrayEquals(FIXED.apply(ids, numbers(1), 0).ids(), FIXED.apply(ids, numbers(1), 1).ids());
        assertFalse(Arrays.equals(FIXED.apply(ids, new int[] {0}, 0).ids(), FIXED.apply(ids, new int[] {1}, 0).ids()));
    }

    @Test
    void seedStepAndSequenceDecide() {
        int[] ids = words(2);
        Masking.Masked first = DYNAMIC.apply(ids, new int[] {7, 9}, 5);
        assertArrayEquals(first.ids(), DYNAMIC.apply(ids, new int[] {7, 9}, 5).ids());
        int[] second = Arrays.copyOfRange(ids, 100, 200);
        assertArrayEquals(Arrays.copyOfRange(first.ids(), 100, 200),
                DYNAMIC.apply(second, new int[] {9}, 5).ids(), "in whichever batch a sequence comes");
        Masking other = Masking.dynamic(VOCAB, MASK, FIRST, 2);
        assertFalse(Arrays.equals(first.ids(), other.apply(ids, new int[] {7, 9}, 5).ids()));
        assertArrayEquals(words(2), ids, "the words given are not modified");
    }

    @Test
    void badInputIsNamed() {
        Expect.error("masking: mask 105 and first word 5 must be in a vocabulary of 105",
                () -> Masking.fixed(105, 105, 5, 0));
        Expect.error("masking: mask 4 and first word -1 must be in a vocabulary of 105",
                () -> Masking.fixed(105, 4, -1, 0));
        Expect.error("masking: share 0.0 is not above 0 and at most 1", () -> DYNAMIC.withShare(0));
        Expect.error("masking: share NaN is not above 0 and at most 1", () -> DYNAMIC.withShare(Double.NaN));
        Expect.error("masking: 5 ids are not 2 sequences of one length",
                () -> DYNAMIC.apply(new int[5], numbers(2), 0));
        Expect.error("masking: id 105 at [0,0] is outside the vocabulary of 105",
                () -> DYNAMIC.apply(new int[] {105}, numbers(1), 0));
    }
}
