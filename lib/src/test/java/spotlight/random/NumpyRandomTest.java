package spotlight.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import spotlight.Expect;

/** The streams are compared with NumPy in {@link spotlight.golden}; here is what every stream must keep. */
class NumpyRandomTest {
    @Test
    void theNumbersThatEveryPythonTutorialPrints() {
        assertEquals(0.3745401188473625, new NumpyRandom(42).rand());
        assertEquals(0.4967141530112327, new NumpyRandom(42).randn());
        assertEquals(51, new NumpyRandom(42).randint(0, 100));
    }

    @Test
    void arraysContinueTheStream() {
        NumpyRandom one = new NumpyRandom(3);
        NumpyRandom two = new NumpyRandom(3);
        double[] all = two.randn(5);
        for (double value : all) {
            assertEquals(value, one.randn());
        }
        assertEquals(one.rand(), two.rand(1)[0]);
        assertEquals(one.uniform(2, 4), 2 + 2 * two.rand());
        assertEquals(one.normal(10, 2), 10 + 2 * two.randn());
    }

    @Test
    void integersStayInTheirRangeAndReachItsEnds() {
        int[] values = new NumpyRandom(1).randint(-3, 4, 1000);
        assertEquals(-3, Arrays.stream(values).min().getAsInt());
        assertEquals(3, Arrays.stream(values).max().getAsInt());
        assertEquals(5, new NumpyRandom(1).randint(5, 6));
        new NumpyRandom(1).randint(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Test
    void permutationsHoldEachNumberOnce() {
        int[] values = new NumpyRandom(1).permutation(50);
        Arrays.sort(values);
        for (int i = 0; i < 50; i++) {
            assertEquals(i, values[i]);
        }
        assertArrayEquals(new int[] {0}, new NumpyRandom(1).permutation(1));
        assertEquals(0, new NumpyRandom(1).permutation(0).length);
    }

    @Test
    void choiceFollowsItsProbabilities() {
        NumpyRandom random = new NumpyRandom(1);
        int[] counts = new int[3];
        for (int i = 0; i < 10000; i++) {
            counts[random.choice(new double[] {0.2, 0, 0.8})]++;
        }
        assertEquals(2000, counts[0], 200); // five standard deviations; the seed is fixed
        assertEquals(0, counts[1]);
    }

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        double[] values = new NumpyRandom(1).randn(10000);
        assertEquals(0, Arrays.stream(values).average().getAsDouble(), 0.05); // five standard deviations
        assertEquals(1, Arrays.stream(values).map(x -> x * x).average().getAsDouble(), 0.07);
        assertTrue(Arrays.stream(values).allMatch(Double::isFinite));
    }

    @Test
    void errorsNameTheNumbers() {
        Expect.error("numpyRandom: seed -1 is outside 0..4294967295", () -> new NumpyRandom(-1));
        Expect.error("numpyRandom: seed 4294967296 is outside 0..4294967295", () -> new NumpyRandom(1L << 32));
        Expect.error("randint: no integer from 3 to below 3", () -> new NumpyRandom(1).randint(3, 3));
        Expect.error("choice: 3 different numbers of 2 do not exist", () -> new NumpyRandom(1).choice(2, 3));
    }
}
