package spotlight.ch08;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.train.Schedule;

@Exercise("8.5 Warm-up and cosine")
@Tag("ch08")
class WarmupCosineTest {
    @ParameterizedTest
    @CsvSource({"3,11", "10,60", "1,9", "0,8"})
    @Points(value = 2, hint = "step + 1 over warmup + 1, as doubles: 0 < rate < max before step warmup.")
    void theWarmUpIsAStraightLine(int warmup, int total) {
        for (int step = 0; step <= warmup; step++) {
            int at = step;
            double right = Schedule.warmupCosine(1, 0.2, warmup, total).lr(step);
            Verify.that("the rate of step " + step + " with warmup " + warmup, WarmupCosine.lr(step, 1, 0.2, warmup,
                    total))
                    .suspectIf(lr -> at == 0 && warmup > 0 && lr == 0, "the first step does nothing: count from 1, "
                            + "(step + 1) / (warmup + 1), as numbers with a fraction")
                    .suspect(() -> (double) (at + 1) / warmup, "the full rate comes one step too early: step warmup is "
                            + "the first that has it")
                    .suspect(() -> 0.2 + 0.8 * right, "the line begins at min: it begins near 0, min is for the end")
                    .suspectIf(lr -> at == warmup && lr < right,
                            "the cosine has begun before the warm-up was over: its "
                                    + "progress is 0 at step warmup")
                    .suspectIf(lr -> at == warmup && lr > right, "above max: the cosine falls by max - min, not by max")
                    .equalTo(right);
        }
    }

    @ParameterizedTest
    @CsvSource({"3,11", "10,60", "0,8"})
    @Points(value = 2, hint = "progress = (step - warmup) / (total - warmup), as a double.")
    void thenHalfACosine(int warmup, int total) {
        for (int step = warmup; step < total; step++) {
            double progress = (double) (step - warmup) / (total - warmup);
            Verify.that("the rate of step " + step + ", warmup " + warmup + ", total " + total,
                    WarmupCosine.lr(step, 1, 0.2, warmup, total))
                    .suspect(() -> 1 - 0.8 * progress,
                            "this is a straight line: (1 + cos(pi progress)) / 2 is asked for")
                    .suspect(() -> 0.2 + 0.8 * (1 + Math.cos(2 * Math.PI * progress)) / 2,
                            "a whole cosine: it is back at max in the end; half of it, pi times the progress")
                    .suspect(() -> (1 + Math.cos(Math.PI * progress)) / 2,
                            "it falls to 0: the end is min")
                    .suspect(() -> 1, "it stays at max: is progress a division of whole numbers?")
                    .equalTo(Schedule.warmupCosine(1, 0.2, warmup, total).lr(step));
        }
    }

    @Test
    @Points(value = 1, hint = "From step total on, the rate is min.")
    void andThenMin() {
        for (int step = 11; step < 30; step++) {
            Verify.that("the rate of step " + step + " after total 11", WarmupCosine.lr(step, 1, 0.2, 3, 11))
                    .suspectIf(lr -> lr > 0.2, "it rises again: beyond total the cosine goes on, the rate must not")
                    .suspect(() -> 0, "0: the rate stays at min")
                    .equalTo(0.2);
        }
        Verify.that("the rate of step 60 with max 0.0006", WarmupCosine.lr(60, 6e-4, 6e-5, 10, 60) / 6e-4).equalTo(0.1);
    }
}
