package spotlight.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;

class NeighboursTest {
    private static final int MASK = 99;
    private static final Neighbours NEIGHBOURS = Neighbours
            .train(List.of(new int[] {5, 7, 6, 0}, new int[] {5, 7, 6, 0},
                    new int[] {5, 8, 6, 0}, new int[] {5, 8, 9, 0}, new int[] {5, 8, 9, 0}), 1);

    @Test
    void bothNeighboursDecide() {
        assertEquals(7, NEIGHBOURS.guess(new int[] {5, MASK, 6, 0}, 1));
        assertEquals(8, NEIGHBOURS.guess(new int[] {5, MASK, 9, 0}, 1));
        assertEquals(5, NEIGHBOURS.guess(new int[] {MASK, 7, 6, 0}, 0), "nothing on the left is a neighbour too");
    }

    @Test
    void ifTheyAreNewTogetherTheLeftOneDecidesThenTheRightOne() {
        assertEquals(8, NEIGHBOURS.guess(new int[] {5, MASK, MASK, 0}, 1), "behind 5");
        assertEquals(7, NEIGHBOURS.guess(new int[] {9, MASK, 6, 0}, 1), "before 6; nothing but 0 was behind 9");
        assertEquals(5, NEIGHBOURS.guess(new int[] {MASK, MASK, MASK, 0}, 1), "the most frequent");
    }

    @Test
    void punctuationIsNeverGuessed() {
        assertEquals(5, NEIGHBOURS.mostFrequent(), "0 and 5 are equally frequent");
        assertEquals(5, NEIGHBOURS.guess(new int[] {9, MASK}, 1), "behind 9 was only 0");
    }

    @Test
    void withoutWordsThereIsNothingToGuess() {
        Expect.error("neighbours: there is no word in 1 texts", () -> Neighbours.train(List.of(new int[] {0}), 1));
    }
}
