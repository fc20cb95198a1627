package spotlight.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class CholeskyTest {
    @Test
    void solvesThreeEquations() {
        double[][] a = {{4, 2, 0}, {2, 5, 1}, {0, 1, 3}};
        double[] x = {1, -2, 3};
        double[] b = {0, -5, 7}; // a x
        assertArrayEquals(x, Cholesky.solve(a, b), 1e-14);
    }
}
