package spotlight.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.tensor.Tensor;

/** The streams are compared with PyTorch in {@link spotlight.golden}; here is what every stream must keep. */
class TorchRandomTest {
    @Test
    void theNumbersThatEveryPythonTutorialPrints() {
        Expect.close(Tensor.vector(0.2961f, 0.5166f, 0.2517f), new TorchRandom(123).rand(3), 5e-5);
        Expect.close(Tensor.vector(0.3367f, 0.1288f, 0.2345f), new TorchRandom(42).randn(3), 5e-5);
    }

    @Test
    void fifteenAndSixteenNumbersShareNone() {
        assertFalse(new TorchRandom(1).randn(16).slice(0, 0, 15).close(new TorchRandom(1).randn(15), 1e-3));
        Expect.equal(new TorchRandom(1).randn(4, 8).reshape(-1), new TorchRandom(1).randn(32));
    }

    @Test
    void theLastBlockIsDrawnAgain() {
        Tensor whole = new TorchRandom(1).randn(16);
        Tensor more = new TorchRandom(1).randn(17);
        assertEquals(whole.at(0), more.at(0)); // the only one that the second block leaves alone
        assertFalse(whole.slice(0, 1, 16).close(more.slice(0, 1, 16), 1e-3));
    }

    @Test
    void theSecondNormalNumberWaitsForTheNextSmallCall() {
        TorchRandom random = new TorchRandom(5);
        Tensor pair = new TorchRandom(5).randn(2);
        assertEquals(pair.at(0), random.randn(1).item());
        random.rand(3);
        random.randn(20);
        assertEquals(pair.at(1), random.randn(1).item());
    }

    @Test
    void normalNumbersHaveMeanAndDeviationAsked() {
        Tensor x = new TorchRandom(1).normal(3, 2, 100, 100);
        assertEquals(3, x.mean(), 0.1); // five standard deviations; the seed is fixed
        assertEquals(4, x.minus(3).square().mean(), 0.3);
    }

    @Test
    void integersStayInTheirRange() {
        int[] values = new TorchRandom(1).randint(-3, 4, 1000);
        assertEquals(-3, Arrays.stream(values).min().getAsInt());
        assertEquals(3, Arrays.stream(values).max().getAsInt());
        new TorchRandom(1).randint(Integer.MIN_VALUE, Integer.MAX_VALUE, 10);
        int[] order = new TorchRandom(1).randperm(50);
        Arrays.sort(order);
        assertArrayEquals(IntStream.range(0, 50).toArray(), order);
    }

    @Test
    void drawsFollowTheirProbabilities() {
        TorchRandom random = new TorchRandom(1);
        double[] p = {1, 0, 4}; // need not sum to 1
        int[] single = new int[3];
        for (int i = 0; i < 10000; i++) {
            single[random.multinomial(p)]++;
        }
        int[] many = new int[3];
        Arrays.stream(random.multinomial(p, 10000)).forEach(i -> many[i]++);
        assertEquals(2000, single[0], 200); // five standard deviations
        assertEquals(2000, many[0], 200);
        assertEquals(0, single[1] + many[1]);
        assertEquals(0.3, random.bernoulli(Tensor.full(0.3f, 10000)).mean(), 0.03);
    }

    @Test
    void dropoutWithoutProbabilityDrawsNothing() {
        TorchRandom random = new TorchRandom(1);
        boolean[] all = {true, true, true};
        assertArrayEquals(all, random.keep(0, 3));
        Expect.equal(new TorchRandom(1).rand(3), random.rand(3));
    }

    @Test
    void errorsNameTheNumbers() {
        Expect.error("randint: no integer from 3 to below 3", () -> new TorchRandom(1).randint(3, 3, 1));
        Expect.error("shape [-1] has a negative dimension", () -> new TorchRandom(1).randn(-1));
    }
}
