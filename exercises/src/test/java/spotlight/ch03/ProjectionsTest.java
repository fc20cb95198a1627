package spotlight.ch03;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.random.NumpyRandom;
import spotlight.tensor.Tensor;

@Exercise("3.1 Projections")
@Tag("ch03")
class ProjectionsTest {
    private static final String SAME_ROLE = "uses the matrix of another role: each of q, k and v has its own matrix";
    private static final String TRANSPOSED = "the matrix is read the wrong way round: w[d][j] leads from input d to "
            + "output j, one row per input";

    @Test
    @Points(value = 1, hint = "Result j is the sum over d of token[d] * w[d][j]; try it on the example of the javadoc.")
    void theExampleOfTheTask() {
        double[] token = {1, 2};
        double[][] w = {{3, 4}, {5, 6}};
        Verify.that("projectToken", Projections.projectToken(token, w))
                .suspect(() -> Tensor.vector(11, 17), TRANSPOSED)
                .suspect(() -> Tensor.vector(10, 12), "only the last number of the token counts: = where += belongs")
                .equalTo(Tensor.vector(13, 16));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Points(value = 1, hint = "The result has as many numbers as the matrix has columns, not as the token has numbers.")
    void oneTokenOfAnySize(long seed) {
        NumpyRandom random = new NumpyRandom(seed);
        int dModel = 2 + (int) seed;
        double[] token = random.randn(dModel);
        double[][] w = new double[dModel][];
        for (int d = 0; d < dModel; d++) {
            w[d] = random.randn(3);
        }
        Tensor expected = Tensor.of(token, 1, dModel).matmul(Tensor.matrix(w)).reshape(3);
        Verify.that("projectToken", Projections.projectToken(token, w)).equalTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    @Points(value = 2, hint = "Three products, one for each matrix: x.matmul(...).")
    void eachRoleUsesItsOwnMatrix(long seed) {
        Sample s = Sample.random(seed, 4, 4, 3, 4);
        Projections.Projected result = projected(s);
        verifyRole("q", result.q(), s.q(), s.x(), s.wQuery(), s.k(), s.v());
        verifyRole("k", result.k(), s.k(), s.x(), s.wKey(), s.q(), s.v());
        verifyRole("v", result.v(), s.v(), s.x(), s.wValue(), s.q(), s.k());
    }

    @Test
    @Points(value = 1, hint = "matmul works on a batch as it stands: no loop over the sequences is needed.")
    void aBatchKeepsItsShape() {
        Sample s = Sample.random(21, 2, 5, 2, 3, 4);
        Projections.Projected result = projected(s);
        Verify.that("q", result.q()).equalTo(s.q());
        Verify.that("k", result.k()).equalTo(s.k());
        Verify.that("v", result.v()).equalTo(s.v());
    }

    private static Projections.Projected projected(Sample s) {
        Projections.Projected result = Projections.project(s.x(), s.wQuery(), s.wKey(), s.wValue());
        Verify.fact(result != null, "project: your method returned null");
        return result;
    }

    private static void verifyRole(String role, Tensor actual, Tensor expected, Tensor x, Tensor w, Tensor other,
            Tensor another) {
        Verify.that(role, actual)
                .suspect(() -> other, SAME_ROLE)
                .suspect(() -> another, SAME_ROLE)
                .suspect(() -> x.matmulNT(w), TRANSPOSED)
                .suspect(() -> x, "equals x: the tokens have not been projected at all")
                .equalTo(expected);
    }
}
