package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AdamStepTest {
    private static final AdamStep ADAM = AdamStep.adam(1, 0.1, 0.9, 0.99, 1e-8, 0.5);
    private static final AdamStep ADAM_W = AdamStep.adamW(1, 0.1, 0.9, 0.99, 1e-8, 0.5);

    /** The first step is the learning rate, whatever the size of the gradient: {@code m / sqrt(v)} is its sign. */
    @Test
    void theFirstStepIsTheLearningRate() {
        float[] w = {1, 2, 3};
        new ScalarKernels().adam(3, w, new float[] {1e-3f, -7, 0}, new float[3], new float[3], 0,
                AdamStep.adam(1, 0.1, 0.9, 0.99, 1e-8, 0));
        assertArrayEquals(new float[] {0.9f, 2.1f, 3}, w, 1e-5f); // eps is 1e-5 of the smallest gradient
    }

    @Test
    void weightDecayIsPartOfTheGradientInAdamAndApartInAdamW() {
        float[] w = {4};
        new ScalarKernels().adam(1, w, new float[] {-1}, new float[1], new float[1], 0, ADAM);
        assertEquals(4 - 0.1f, w[0], 1e-6); // the gradient became -1 + 0.5 * 4 = 1
        w[0] = 4;
        new ScalarKernels().adam(1, w, new float[] {-1}, new float[1], new float[1], 0, ADAM_W);
        assertEquals(4 * 0.95f + 0.1f, w[0], 1e-6);
    }

    @Test
    void gradientsAreScaledFirst() {
        float[] m = new float[3];
        float[] v = new float[3];
        new ScalarKernels().adam(1, new float[1], new float[] {8}, m, v, 1, ADAM_W.withGradScale(0.25f));
        assertArrayEquals(new float[] {0, 0.2f, 0}, m, 1e-7f);
        assertArrayEquals(new float[] {0, 0.04f, 0}, v, 1e-7f);
    }

    @Test
    void eachRateIsRoundedOnce() {
        AdamStep step = AdamStep.adam(1, 1e-3, 0.9, 0.999, 1e-8, 0);
        assertEquals(0.001f, step.vRate());
        assertEquals(0.1f, step.mRate());
        assertEquals(0.01f, step.size(), 1e-8); // 1e-3 / (1 - 0.9)
    }
}
