package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.tensor.Tensor;

class HeadScoresTest {
    private static final double ROUNDING = 1e-7; // 1/3 as float32
    private static final int[] IDS = {5, 6, 7, 5, 6}; // 5 6 come twice

    /** A head that looks from each t at one token; -1 is nowhere. */
    private static float[] looking(int... at) {
        float[] map = new float[at.length * at.length];
        for (int t = 0; t < at.length; t++) {
            if (at[t] >= 0) {
                map[t * at.length + at[t]] = 1;
            }
        }
        return map;
    }

    private static Tensor heads(float[]... heads) {
        return Tensor.matrix(heads).reshape(1, heads.length, 5, 5);
    }

    @Test
    void aHeadOfEachKindScoresOne() {
        Tensor map = heads(looking(-1, 0, 1, 2, 3), looking(0, 1, 2, 0, 1), looking(0, 1, 2, 1, 2));
        HeadScores scores = HeadScores.of(map, IDS, -1);
        assertArrayEquals(new double[] {1, 0, 0}, scores.previousToken());
        assertArrayEquals(new double[] {0, 1, 0}, scores.sameToken());
        assertArrayEquals(new double[] {0, 0, 1}, scores.induction());
    }

    @Test
    void sharesAddUp() {
        float[] map = new float[25];
        map[3 * 5] = 0.25f; // 5 at 3 looks at the first 5 and at what followed it
        map[3 * 5 + 1] = 0.5f;
        HeadScores scores = HeadScores.of(heads(map), IDS, -1);
        assertEquals(0.25 / 2, scores.sameToken()[0]); // two tokens have been there before
        assertEquals(0.5 / 2, scores.induction()[0]);
        assertEquals(0, scores.previousToken()[0]);
    }

    @Test
    void chanceIsTheShareOfUniformAttention() {
        HeadScores chance = HeadScores.uniform(IDS, 1, -1);
        assertEquals((1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0) / 4, chance.previousToken()[0], ROUNDING);
        assertEquals((1 / 4.0 + 1 / 5.0) / 2, chance.sameToken()[0], ROUNDING);
        assertEquals((1 / 4.0 + 1 / 5.0) / 2, chance.induction()[0], ROUNDING);
    }

    @Test
    void paddingDoesNotCount() {
        HeadScores scores = HeadScores.of(heads(looking(-1, 0, 0, 2, 3)), new int[] {5, 6, 0, 0, 0}, 0);
        assertEquals(1, scores.previousToken()[0]);
        assertEquals(Double.NaN, scores.sameToken()[0]);
        assertEquals(Double.NaN, scores.induction()[0]);
    }

    @Test
    void errorsNameTheMap() {
        Expect.error("head scores: map [1,2,5,5] is not [B,H,T,T] of 4 ids",
                () -> HeadScores.of(Tensor.zeros(1, 2, 5, 5), new int[4], -1));
        Expect.error("head scores: map [1,2,4,5] is not [B,H,T,T] of 4 ids",
                () -> HeadScores.of(Tensor.zeros(1, 2, 4, 5), new int[4], -1));
    }
}
