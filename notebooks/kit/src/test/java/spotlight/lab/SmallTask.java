package spotlight.lab;

import java.util.Map;
import spotlight.grad.Var;
import spotlight.model.Weights;
import spotlight.task.Result;
import spotlight.task.Run;
import spotlight.task.Score;
import spotlight.task.Task;
import spotlight.tensor.Tensor;
import spotlight.train.SGD;
import spotlight.train.Schedule;

/**
 * A training that takes no time: halves a number, again and again.
 *
 * @param goal   the greatest number that is good enough at the end
 * @param millis how long each step pauses
 */
record SmallTask(String name, int steps, double goal, int millis) implements Task {

    @Override
    public String title() {
        return "halve a number";
    }

    @Override
    public int seconds() {
        return 90;
    }

    @Override
    public Result run(Run run) {
        Weights weights = new Weights();
        Var w = weights.parameter("w", Tensor.vector(64));
        run.train("halving", weights, new SGD(weights.params(), 0.25), Schedule.constant(0.25), 1e9, steps, step -> {
            pause();
            Var loss = w.square().sum();
            loss.backward();
            return steps > 1000 && step == 1001 ? Float.NaN : loss.item();
        });
        return Result.of(1).score(Score.atMost("what is left", w.value().data()[0], "", goal).beside("at first", 64))
                .sample("64 -> 32\n32 -> 16").model("number", weights, Map.of())
                .curve("left", new double[] {0, 1}, new double[] {64, w.value().data()[0]});
    }

    private void pause() {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
