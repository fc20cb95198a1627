package spotlight.ch06;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.nn.PositionalEncoding;
import spotlight.tensor.Tensor;

@Exercise("6.3 Moving by k seats is a rotation")
@Tag("ch06")
class ShiftByRotationTest {
    @Test
    @Points(value = 1, hint = "Turning by nothing is the identity: cos 0 on the diagonal, sin 0 beside it.")
    void movingByNothingIsTheIdentity() {
        Verify.that("matrix(0, 6)", ShiftByRotation.matrix(0, 6)).equalTo(Tensor.identity(6));
    }

    @Test
    @Points(value = 2, hint = "Write the two lines of the formula as the two rows of a 2 x 2 block.")
    void onePairIsOneRotation() {
        Tensor expected = Tensor.matrix(new double[] {Math.cos(1), Math.sin(1)},
                new double[] {-Math.sin(1), Math.cos(1)});
        Verify.that("matrix(1, 2)", ShiftByRotation.matrix(1, 2))
                .suspect(() -> expected.transpose(),
                        "the block turns the wrong way: the minus sign belongs to the second row")
                .suspect(
                        () -> Tensor.matrix(new double[] {Math.cos(1), Math.sin(1)},
                                new double[] {Math.sin(1), Math.cos(1)}),
                        "the minus sign is missing: this block is no rotation")
                .suspect(
                        () -> Tensor.matrix(new double[] {Math.sin(1), Math.cos(1)},
                                new double[] {Math.cos(1), -Math.sin(1)}),
                        "sine and cosine have changed places in the block")
                .equalTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1,4", "3,8", "-2,8", "10,64", "-1,128"})
    @Points(value = 3, hint = "Pair i has its own speed w = 1 / 10000^(2i/D) and is turned by k w.")
    void oneMatrixMovesEverySeat(int k, int dModel) {
        Tensor table = PositionalEncoding.sinusoidal(60, dModel);
        Tensor here = table.slice(0, 20, 40);
        Tensor there = table.slice(0, 20 + k, 40 + k);
        Tensor moved = here.matmulNT(ShiftByRotation.matrix(k, dModel)); // row p becomes M PE(p)
        Verify.that("M PE(p) for p = 20…39, k = " + k + ", D = " + dModel, moved)
                .suspect(() -> table.slice(0, 20 - k, 40 - k),
                        "the matrix moves by -k: it is the transpose of the one asked for")
                .suspect(() -> here.matmulNT(sameBlock(k, dModel)),
                        "every pair is turned by k: pair i turns by k / 10000^(2i/D)")
                .equalTo(there, 1e-4);
    }

    private static Tensor sameBlock(int k, int dModel) {
        float[] m = new float[dModel * dModel];
        for (int i = 0; i < dModel; i += 2) {
            m[i * dModel + i] = m[(i + 1) * dModel + i + 1] = (float) Math.cos(k);
            m[i * dModel + i + 1] = (float) Math.sin(k);
            m[(i + 1) * dModel + i] = (float) -Math.sin(k);
        }
        return Tensor.of(m, dModel, dModel);
    }
}
