package spotlight.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;

class TrainerTest {
    private final Var w = Var.parameter(Tensor.vector(8));
    private final Optimizer sgd = new SGD(List.of(w), 0.25);
    private final List<String> lines = new ArrayList<>();
    private long nanos;

    /** The loss {@code w^2}. */
    private float square(int step) {
        Var loss = w.times(w).sum();
        loss.backward();
        return loss.item();
    }

    @Test
    void eachStepChangesTheParametersOnce() {
        assertArrayEquals(new float[] {64, 16, 4}, new Trainer(sgd).train(3, this::square)); // w halves
        assertEquals(1, w.value().item());
        assertEquals(0, new Trainer(sgd).train(0, this::square).length);
    }

    @Test
    void aTrainingGoesOnWhereItWas() {
        new Trainer(sgd).schedule(step -> step / 4.0).report(progress -> lines.add(progress.toString())).train(1, 3,
                step -> {
                    nanos += 1_000_000;
                    return square(step);
                });
        assertEquals(8 * (1 - 2 * 0.25f) * (1 - 2 * 0.5f), w.value().item()); // the rates of steps 1 and 2
        assertEquals("step 2 of 3, loss 64.0000", lines.get(0).substring(0, 25));
        assertEquals("step 3 of 3, loss 16.0000", lines.get(1).substring(0, 25));
        assertEquals(0, new Trainer(sgd).train(3, 3, this::square).length);
    }

    @Test
    void gradientsAreClippedAndTheRateFollowsItsSchedule() {
        new Trainer(sgd).clip(4).schedule(step -> step).train(3, this::square);
        assertEquals(8 - 0 * 4 - 1 * 4 - 2 * 4, w.value().item(), 1e-4); // 1e-6 in the norm, twice
    }

    @Test
    void progressComesFirstOnceASecondAndLast() {
        new Trainer(sgd, () -> nanos).report(progress -> lines.add(progress.toString())).train(8, step -> {
            nanos += 400_000_000;
            return square(step) * 0 + step;
        });
        assertEquals(List.of("step 1 of 8, loss 0.0000, 2.5 steps/s, 0:03 left", //
                "step 4 of 8, loss 2.0000, 2.5 steps/s, 0:02 left", //
                "step 7 of 8, loss 5.0000, 2.5 steps/s, 0:00 left", //
                "step 8 of 8, loss 7.0000, 2.5 steps/s, 0:00 left"), lines);
    }

    @Test
    void aLossThatIsNoNumberStopsBeforeItSpoilsTheParameters() {
        assertEquals("train: step 1: loss NaN, length of the gradient 8.0, learning rate 0.25; "
                + "a smaller rate, a warm-up or clipping may help", failure(Float.NaN));
        assertEquals(4, w.value().item());
        w.value().data()[0] = Float.POSITIVE_INFINITY;
        assertEquals("train: step 0: loss 0.0, length of the gradient Infinity, learning rate 0.25; "
                + "a smaller rate, a warm-up or clipping may help", failure(0));
    }

    private String failure(float loss) {
        return assertThrows(IllegalStateException.class, () -> new Trainer(sgd).train(3, step -> {
            square(step);
            return step == 0 ? 0 : loss;
        })).getMessage();
    }
}
