package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The functions of one vector, against the same in double. */
class VectorMathTest {
    @BeforeEach
    void vectorsAreThere() {
        assumeTrue(Kernels.best().lanes() > 1, "no vectors here");
    }

    private static void close(UnaryOperator<FloatVector> f, DoubleUnaryOperator exact, double from, double to,
            double relative) {
        for (int i = 0; i <= 10_000; i++) {
            float x = (float) (from + (to - from) * i / 10_000);
            double expected = exact.applyAsDouble(x);
            float y = f.apply(VectorMath.broadcast(x)).lane(VectorMath.LANES - 1);
            assertEquals(expected, y, relative * Math.abs(expected) + 2e-38, "at " + x);
        }
    }

    @Test
    void expOverItsRange() {
        close(VectorMath::exp, Math::exp, -90, 88.72, 2e-7);
        close(VectorMath::expOfNegative, Math::exp, -90, 0, 1.5e-6);
        close(VectorMath::expOfNegative, Math::exp, -10, 0, 4e-7);
        close(x -> VectorMath.exp2(x, 2), x -> Math.pow(2, 2 * x), -62, 63, 2e-7);
    }

    @Test
    void expOfOneNumberIsThatOfAVector() {
        for (float x = -100; x < 100; x += 0.01f) {
            assertEquals(VectorMath.exp(VectorMath.broadcast(x)).lane(0), VectorMath.exp(x));
        }
        for (float x : new float[] {0, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertEquals((float) Math.exp(x), VectorMath.exp(x));
        }
    }

    @Test
    void logOfSums() {
        for (double x = 1e-30; x < 1e30; x *= 1.01) {
            assertEquals(Math.log((float) x), VectorMath.log((float) x), 6e-8 * (0.1 + Math.abs(Math.log(x))));
        }
        assertEquals(0, VectorMath.log(1));
        assertEquals(Float.NaN, VectorMath.log(Float.NaN));
    }

    @Test
    void tailOfTheNormalDistribution() {
        DoubleUnaryOperator exact = z -> Erf.erfc(z * Math.sqrt(0.5)) / 2;
        close(z -> VectorMath.bell(z).mul(VectorMath.tail(z)), exact, 0, 6, 4e-6);
        close(z -> VectorMath.bell(z).mul(VectorMath.tail(z)), exact, 0, 1, 8e-7);
        close(VectorMath::bell, z -> Math.exp(-z * z / 2), 0, 13, 8e-6); // z^2 is rounded
        close(VectorMath::sigmoidTail, a -> 1 / (1 + Math.exp(a)), 0, 80, 2e-6);
    }

    @Test
    void distanceIsLimited() {
        float[] x = {-3, -0f, 2, -20, 1e30f, Float.NEGATIVE_INFINITY};
        float[] expected = {3, 0, 2, 13, 13, 13};
        for (int i = 0; i < x.length; i++) {
            assertEquals(expected[i], VectorMath.distance(VectorMath.broadcast(x[i]), 13).lane(0));
            assertEquals(expected[i], VectorMath.distanceOrNaN(VectorMath.broadcast(x[i]), 13).lane(0));
        }
        FloatVector nan = VectorMath.broadcast(-Float.NaN);
        assertEquals(13, VectorMath.distance(nan, 13).lane(0));
        assertEquals(Float.NaN, VectorMath.distanceOrNaN(nan, 13).lane(0));
        assertEquals(Float.NaN, VectorMath.relu(nan).lane(0));
    }
}
