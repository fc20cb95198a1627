package spotlight.grad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.tensor.Buffers;
import spotlight.tensor.Tensor;

class RotaryTest {
    @Test
    void turnsPairsByTheirAngle() {
        Var x = Var.constant(Tensor.matrix(new float[][] {{1, 0, 0, 1}, {1, 0, 0, 1}, {1, 0, 0, 1}}));
        Tensor y = new Rotary(3, 4).apply(x).value();
        for (int t = 0; t < 3; t++) { // the first pair by 1 each token, the second by 10000^(-2/4) = 0.01
            double[] expected = {Math.cos(t), Math.sin(t), -Math.sin(0.01 * t), Math.cos(0.01 * t)};
            Expect.close(Tensor.of(expected, 4), y.select(0, t), 1e-7);
        }
    }

    @Test
    void aScoreDependsOnTheDistanceOnly() {
        Rotary rotary = new Rotary(1000, 16);
        float[] q = Expect.random(1, 16).data();
        float[] k = Expect.random(2, 16).data();
        for (int distance = 0; distance < 5; distance++) {
            float first = score(rotary, q, distance, k, 0);
            for (int position : new int[] {1, 10, 500, 990}) {
                assertEquals(first, score(rotary, q, position + distance, k, position), 1e-5);
            }
        }
    }

    private static float score(Rotary rotary, float[] q, int queryPosition, float[] k, int keyPosition) {
        float[] turnedQ = q.clone();
        float[] turnedK = k.clone();
        rotary.turn(turnedQ, 0, 16, queryPosition);
        rotary.turn(turnedK, 0, 16, keyPosition);
        return Tensor.vector(turnedQ).dot(Tensor.vector(turnedK));
    }

    @Test
    void turnsEachHeadAndOnlyTheColumnsAskedFor() {
        Rotary rotary = new Rotary(5, 4);
        Var x = Var.constant(Expect.random(3, 2, 5, 12));
        Var y = rotary.apply(x, 8);
        Expect.equal(rotary.apply(x.slice(2, 0, 4)).value(), y.slice(2, 0, 4).value());
        Expect.equal(rotary.apply(x.slice(2, 4, 8)).value(), y.slice(2, 4, 8).value());
        Expect.equal(x.slice(2, 8, 12).value(), y.slice(2, 8, 12).value());
    }

    @Test
    void gradientsAreRight() {
        Var x = Var.parameter(Expect.random(4, 2, 3, 12));
        Rotary rotary = new Rotary(7, 4);
        GradCheck.check(() -> rotary.apply(x, 8), x);
        Tensor fresh = x.grad();
        for (int i = 0; i < 2; i++) {
            try (Buffers.Scope scope = Buffers.recyclePoisoned()) {
                GradCheck.check(() -> rotary.apply(x, 8), x);
            }
        }
        Expect.equal(fresh, x.grad());
        Buffers.clear();
    }

    @Test
    void badInputIsNamed() {
        Expect.error("rotary: headDim 3 is not made of pairs", () -> new Rotary(5, 3));
        Rotary rotary = new Rotary(5, 4);
        Var x = Var.constant(Tensor.zeros(6, 8));
        Expect.error("rotary: x [8] is not [..,T,W]", () -> rotary.apply(x.select(0, 0)));
        Expect.error("rotary: x [6,8], only 5 positions", () -> rotary.apply(x));
        Expect.error("rotary: x [5,8], 6 columns are not whole heads of 4",
                () -> rotary.apply(x.slice(0, 0, 5), 6));
        Expect.error("rotary: x [5,8], 12 columns are not whole heads of 4",
                () -> rotary.apply(x.slice(0, 0, 5), 12));
    }
}
