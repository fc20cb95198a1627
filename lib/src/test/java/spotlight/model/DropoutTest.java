package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;

class DropoutTest {
    private final Var x = Var.constant(Tensor.ones(1000));

    @Test
    void keptNumbersGrowAndOthersAreZero() {
        Tensor y = new Dropout(0.5, new TorchRandom(0)).apply(x).value();
        int zeros = 0;
        for (float number : y.data()) {
            zeros += number == 0 ? 1 : 0;
            assertEquals(number, number == 0 ? 0 : 2);
        }
        assertEquals(500, zeros, 60); // 4 standard deviations of 16
    }

    @Test
    void coinsOfAPieceAreFairToo() {
        for (double p : new double[] {0.1, 0.5, 0.9}) {
            Tensor y = Dropout.of(p, 0, 1, 2).apply(Var.constant(Tensor.ones(9999))).value();
            long zeros = 0;
            for (float number : y.data()) {
                zeros += number == 0 ? 1 : 0;
                assertEquals(number, number == 0 ? 0 : (float) (1 / (1 - p)));
            }
            assertEquals(9999 * p, zeros, 4 * Math.sqrt(9999 * p * (1 - p))); // 4 standard deviations
        }
    }

    @Test
    void gradientsPassWhereNumbersDo() {
        Var w = Var.parameter(Tensor.ones(7));
        Var y = Dropout.of(0.5, 0, 1, 2).apply(w);
        y.sum().backward();
        Expect.equal(y.value(), w.grad());
    }

    @Test
    void noneChangesNothing() {
        assertSame(x, Dropout.NONE.apply(x));
        assertSame(Dropout.NONE, Dropout.of(0, 1, 2, 3));
    }

    @Test
    void eachPieceOfEachStepHasItsOwnCoins() {
        Tensor y = Dropout.of(0.1, 0, 5, 8).apply(x).value();
        Expect.equal(y, Dropout.of(0.1, 0, 5, 8).apply(x).value());
        assertEquals(1 / 0.9f, y.maxAbsDiff(Dropout.of(0.1, 0, 5, 9).apply(x).value()));
        assertEquals(1 / 0.9f, y.maxAbsDiff(Dropout.of(0.1, 0, 6, 8).apply(x).value()));
        assertEquals(1 / 0.9f, y.maxAbsDiff(Dropout.of(0.1, 1, 5, 8).apply(x).value()));
    }

    @Test
    void errorsNameTheProbability() {
        Expect.error("dropout: p 1.0 is not from 0 to below 1", () -> new Dropout(1, new TorchRandom(0)));
        Expect.error("dropout: p -0.1 is not from 0 to below 1", () -> new Dropout(-0.1, new TorchRandom(0)));
    }
}
