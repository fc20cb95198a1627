package spotlight.grad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.CrossEntropy.Reduction;
import spotlight.tensor.Tensor;

class CrossEntropyTest {
    private static final double ROUNDING = 1e-6; // a handful of float32 roundings of numbers around 1

    @Test
    void equalLogitsCostTheLogarithmOfTheClasses() {
        Var logits = Var.parameter(Tensor.zeros(2, 4));
        Var loss = logits.crossEntropy(new int[] {1, 3});
        loss.backward();
        assertEquals(Math.log(4), loss.item(), ROUNDING);
        assertArrayEquals(new float[] {0.125f, -0.375f, 0.125f, 0.125f, 0.125f, 0.125f, 0.125f, -0.375f},
                logits.grad().data(), 1e-6f);
    }

    @Test
    void equalsTheLogarithmOfSoftmaxAtTheTarget() {
        int[] targets = {4, 0, 2};
        Var fused = Var.parameter(Expect.random(1, 3, 17));
        Var readable = Var.parameter(Expect.random(1, 3, 17));
        Tensor picked = Tensor.zeros(3, 17);
        for (int row = 0; row < 3; row++) {
            picked.data()[row * 17 + targets[row]] = -1;
        }
        Var a = fused.crossEntropy(targets);
        Var b = readable.logSoftmax().times(Var.constant(picked)).sum().dividedBy(3);
        a.backward();
        b.backward();
        assertEquals(b.item(), a.item(), ROUNDING);
        Expect.close(readable.grad(), fused.grad(), ROUNDING);
    }

    @Test
    void reductionsAgree() {
        Var logits = Var.parameter(Expect.random(2, 2, 3, 5));
        int[] targets = {0, 1, -100, 3, 4, 0};
        Var each = logits.crossEntropy(targets, CrossEntropy.MEAN.with(Reduction.NONE));
        assertArrayEquals(new int[] {2, 3}, each.shape());
        assertEquals(0, each.value().at(0, 2));
        float sum = logits.crossEntropy(targets, CrossEntropy.MEAN.with(Reduction.SUM)).item();
        assertEquals(each.value().sum(), sum, ROUNDING);
        assertEquals(sum / 5, logits.crossEntropy(targets).item(), ROUNDING);
        targets[2] = 3;
        assertEquals(logits.crossEntropy(targets, CrossEntropy.MEAN.withIgnore(3)).item(),
                logits.crossEntropy(targets, 3).item());
    }

    @Test
    void whereNoRowCountsTheLossIsNotANumberAndTheGradientZero() {
        Var logits = Var.parameter(Expect.random(3, 2, 5));
        Var loss = logits.crossEntropy(new int[] {-100, -100});
        loss.backward();
        assertTrue(Float.isNaN(loss.item()));
        assertArrayEquals(new float[10], logits.grad().data());
    }

    @Test
    void smoothingMixesInTheMeanOfAllClasses() {
        Var logits = Var.constant(Expect.random(4, 1, 5));
        double target = logits.crossEntropy(new int[] {2}).item();
        double all = 0;
        for (int c = 0; c < 5; c++) {
            all += logits.crossEntropy(new int[] {c}).item() / 5.0;
        }
        Var smoothed = logits.crossEntropy(new int[] {2}, CrossEntropy.MEAN.withSmoothing(0.1));
        assertEquals(0.9 * target + 0.1 * all, smoothed.item(), ROUNDING);
    }

    @Test
    void errorsNameLogitsAndTarget() {
        Var logits = Var.parameter(Tensor.zeros(2, 4));
        Expect.error("crossEntropy: logits [2,4] have no class 4, the target of row 1",
                () -> logits.crossEntropy(new int[] {0, 4}));
        Expect.error("crossEntropy: logits [2,4] have no class -1, the target of row 0",
                () -> logits.crossEntropy(new int[] {-1, 0}));
        Expect.error("crossEntropy: logits [2,4] are 2 rows, but there are 3 targets",
                () -> logits.crossEntropy(new int[3]));
        Expect.error("crossEntropy: logits [] have no classes",
                () -> Var.parameter(Tensor.scalar(1)).crossEntropy(new int[1]));
        Expect.error("crossEntropy: smoothing 1.5 is not from 0 to 1", () -> CrossEntropy.MEAN.withSmoothing(1.5));
    }
}
