package spotlight.ch06;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.PositionalEncoding;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("6.5 Rotary positions")
@Tag("ch06")
class RotaryTest {
    @Test
    @Points(value = 1, hint = "At position 0 all angles are 0, so nothing turns.")
    void seatZeroStaysAsItIs() {
        Tensor x = random(1, 6);
        Verify.that("rotate(x, 0)", Rotary.rotate(x, 0))
                .suspect(() -> PositionalEncoding.rotary(x, 1), "row 0 is turned although it sits at position 0")
                .suspect(() -> x.plus(PositionalEncoding.sinusoidal(1, 6)),
                        "the sinusoidal encoding is added: rotary turns the vector and adds nothing")
                .equalTo(x);
    }

    @ParameterizedTest
    @CsvSource({"1,2,1", "5,4,0", "7,16,3", "12,64,100"})
    @Points(value = 3, hint = "Turn each pair (2i, 2i+1) by the angle of row t: firstPosition + t over 10000^(2i/K).")
    void pairsTurnByTheirAngle(int length, int headDim, int first) {
        Tensor x = random(length, headDim);
        Verify.that("rotate(x, " + first + ")", Rotary.rotate(x, first))
                .suspect(() -> backwards(x, first), "the pairs turn backwards: the minus sign belongs to y[2i]")
                .suspect(() -> rowByRow(x, first),
                        "every row is turned by firstPosition: row t sits at firstPosition + t")
                .suspect(() -> PositionalEncoding.rotary(x, 0), "firstPosition is ignored: row 0 sits there, not at 0")
                .suspect(() -> PositionalEncoding.rotary(x, first + 1), "the positions are one too high")
                .suspect(() -> half(x, first), "the pairs are (i, i + K/2): here neighbours 2i and 2i+1 form a pair")
                .equalTo(PositionalEncoding.rotary(x, first));
    }

    @Test
    @Points(value = 2, hint = "A rotation keeps lengths, and turning both sides by the same amount keeps the angle between.")
    void scoresDependOnDistanceOnly() {
        Tensor q = random(1, 8);
        Tensor k = random(2, 8).slice(0, 1, 2);
        float near = score(Rotary.rotate(q, 7), Rotary.rotate(k, 4));
        float far = score(Rotary.rotate(q, 107), Rotary.rotate(k, 104));
        Verify.that("score of positions 107 and 104 (that of 7 and 4 is the expected one)", far).equalTo(near, 1e-4);
        float expected = score(PositionalEncoding.rotary(q, 3), k);
        Verify.that("score at distance 3", near).equalTo(expected, 1e-4);
    }

    private static float score(Tensor q, Tensor k) {
        return q.matmulNT(k).item();
    }

    private static Tensor random(int length, int headDim) {
        return Tensor.of(new NumpyRandom(65).randn(length * headDim), length, headDim);
    }

    private static Tensor backwards(Tensor x, int first) {
        return turned(x, first, 1, -1);
    }

    private static Tensor rowByRow(Tensor x, int first) {
        return turned(x, first, 0, 1);
    }

    /** Neighbouring pairs turned by sign * (first + step * t) / 10000^(2i/K). */
    private static Tensor turned(Tensor x, int first, int step, int sign) {
        Tensor y = Tensor.of(x.data().clone(), x.shape());
        for (int t = 0; t < x.size(0); t++) {
            for (int i = 0; i < x.size(1); i += 2) {
                double angle = sign * (first + step * t) / Math.pow(10_000, (double) i / x.size(1));
                turn(y, t, i, i + 1, angle);
            }
        }
        return y;
    }

    private static Tensor half(Tensor x, int first) {
        Tensor y = Tensor.of(x.data().clone(), x.shape());
        int half = x.size(1) / 2;
        for (int t = 0; t < x.size(0); t++) {
            for (int i = 0; i < half; i++) {
                turn(y, t, i, i + half, (first + t) / Math.pow(10_000, 2.0 * i / x.size(1)));
            }
        }
        return y;
    }

    private static void turn(Tensor y, int row, int a, int b, double angle) {
        float u = y.at(row, a);
        float v = y.at(row, b);
        int start = row * y.size(1);
        y.data()[start + a] = (float) (u * Math.cos(angle) - v * Math.sin(angle));
        y.data()[start + b] = (float) (u * Math.sin(angle) + v * Math.cos(angle));
    }
}
