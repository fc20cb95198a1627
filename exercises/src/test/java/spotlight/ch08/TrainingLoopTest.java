package spotlight.ch08;

import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import spotlight.check.NotAttempted;
import spotlight.grad.Var;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;
import spotlight.tensor.Tensor;
import spotlight.train.Clip;
import spotlight.train.SGD;
import spotlight.train.Schedule;

@Exercise("8.6 Find the bugs: a training loop")
@Tag("ch08")
class TrainingLoopTest {
    private static final String RIGHT = "clear loss backward clip rate step";
    private static final double LIMIT = 2;
    private static final Schedule SCHEDULE = step -> 0.1 / (1 + step);

    /** Two parameters in a valley: the loss is 3 (a - 1)^2 + |b - (2, -1)|^2. */
    private static final class Valley {
        final Var a = Var.parameter(Tensor.vector(0));
        final Var b = Var.parameter(Tensor.vector(0, 0));
        final SGD optimizer = new SGD(List.of(a, b), 0.5);
        private float factor = 1;

        /** With gradients that somebody has left. */
        static Valley used() {
            Valley valley = new Valley();
            valley.loss().backward();
            return valley;
        }

        Var loss() {
            return a.minus(1).square().sum().times(3)
                    .plus(b.minus(Var.constant(Tensor.vector(2, -1))).square().sum()).times(factor);
        }

        Tensor numbers() {
            return Tensor.concat(0, a.value(), b.value());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    @Points(value = 3, hint = "Go through step 0 by hand: which gradients, how long, which rate, when is it taken?")
    void stepsAreTakenInOrder(int steps) {
        Valley valley = Valley.used();
        TrainingLoop.train(valley.optimizer, valley::loss, SCHEDULE, LIMIT, steps);
        Verify.that("the parameters after " + steps + " steps", valley.numbers())
                .suspect(after("loss backward step clip rate", steps),
                        "as found: no bug is mended yet; begin with the gradients of the step before")
                .suspect(after("loss backward clip rate step", steps),
                        "the gradients of earlier steps are still there: "
                                + "they add up until they are cleared")
                .suspect(after("loss backward clip rate step clear", steps), "cleared after the step: what another "
                        + "computation has left before step 0 still counts")
                .suspect(after("clear loss backward rate step clip", steps),
                        "clipped after the step: it is too late then")
                .suspect(after("clear loss backward rate step", steps), "the gradients are not clipped")
                .suspect(after("clear loss backward clip step rate", steps),
                        "each step has the rate of the step before: "
                                + "set it before the step")
                .suspect(after("clear loss backward clip step", steps), "the schedule is not used")
                .suspect(after("step clear loss backward clip rate", steps), "the step is taken before its gradients "
                        + "are there: the last ones are never used")
                .suspect(after("loss backward clear clip rate step", steps),
                        "the gradients are cleared before the step "
                                + "has used them")
                .equalTo(after(RIGHT, steps).get());
    }

    @Test
    @Points(value = 1, hint = "The loss is computed once a step, from the parameters as they are before it.")
    void lossesAreThoseBefore() {
        Valley valley = new Valley();
        float[] losses = TrainingLoop.train(valley.optimizer, valley::loss, Schedule.constant(0.05), 100, 4);
        float[] right = losses("clear loss backward step", new Valley(), 5);
        Verify.that("the losses of 4 steps", losses)
                .suspect(() -> Tensor.vector(right).slice(0, 1, 5), "these are the losses after each step")
                .equalTo(Tensor.vector(right).slice(0, 0, 4));
    }

    @ParameterizedTest
    @CsvSource({"0,NaN", "3,NaN", "2,Infinity"})
    @Points(value = 1, hint = "Look at the loss before backward: if it is not finite, throw.")
    void stopsAtALossThatIsNoNumber(int bad, float factor) {
        Valley valley = new Valley();
        int[] step = {0};
        Tensor[] before = {valley.numbers()};
        Supplier<Var> breaks = () -> {
            before[0] = valley.numbers();
            valley.factor = step[0]++ == bad ? factor : 1;
            return valley.loss();
        };
        String problem = problem(() -> TrainingLoop.train(valley.optimizer, breaks, SCHEDULE, LIMIT, 6));
        Verify.fact(!problem.isEmpty(),
                "a loss of " + factor + " at step " + bad + " goes unnoticed: the parameters are "
                        + valley.numbers() + " now");
        Verify.fact(problem.contains("step " + bad), "the message must say at which step it was, \"step " + bad
                + "\": \"" + problem + "\"");
        Verify.fact(valley.numbers().close(before[0], 0), "the bad step was taken before the exception: the parameters "
                + "are " + valley.numbers() + " now");
    }

    @ParameterizedTest
    @CsvSource({"1,3,4", "2,3,4", "0.5,-30,0.1", "1,0.9,0.9"})
    @Points(value = 2, hint = "One length for all parameters together, one factor for all of them.")
    void oneFactorForAll(double limit, float first, float second) {
        Var a = Var.parameter(Tensor.vector(0));
        Var b = Var.parameter(Tensor.vector(0, 0));
        gradients(a, b, first, second);
        double length = TrainingLoop.clip(List.of(a, b), limit);
        Tensor before = Tensor.vector(first, second, 0);
        float whole = (float) Math.hypot(first, second);
        Verify.that("gradients (" + first + ") and (" + second + ", 0), clipped to " + limit, grads(a, b))
                .suspect(() -> before.map(g -> (float) Math.max(-limit, Math.min(limit, g))),
                        "each is clipped by itself: the direction has changed; one factor for all of them")
                .suspect(() -> before.times((float) (limit / (whole * whole))), "divided by the square of the length: "
                        + "the root is missing")
                .suspect(() -> before, "nothing was shortened: change the array that param.grad().data() gives")
                .equalTo(before.times((float) limit / whole));
        Verify.that("the length that clip returns", length)
                .suspect(() -> limit, "this is the length after: the one before is asked for")
                .suspect(() -> whole * whole, "this is the square of the length")
                .equalTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"5,3,4", "10,3,4", "1,0.3,0.4"})
    @Points(value = 1, hint = "Clipping shortens; what is short enough stays as it is.")
    void shortGradientsStay(double limit, float first, float second) {
        Var a = Var.parameter(Tensor.vector(0));
        Var b = Var.parameter(Tensor.vector(0, 0));
        gradients(a, b, first, second);
        double length = TrainingLoop.clip(List.of(a, b), limit);
        float whole = (float) Math.hypot(first, second);
        Tensor before = Tensor.vector(first, second, 0);
        Verify.that("gradients " + whole + " long, clipped to " + limit, grads(a, b))
                .suspect(() -> before.times((float) limit / whole),
                        "they were shorter than the limit and have grown: clipping only shortens")
                .equalTo(before);
        Verify.that("the length that clip returns", length).equalTo(whole);
    }

    private static String problem(Runnable training) {
        try {
            training.run();
            return "";
        } catch (NotAttempted untouched) {
            throw untouched;
        } catch (IllegalStateException thrown) {
            return String.valueOf(thrown.getMessage());
        }
    }

    private static void gradients(Var a, Var b, float first, float second) {
        a.times(first).sum().plus(b.times(Var.constant(Tensor.vector(second, 0))).sum()).backward();
    }

    private static Tensor grads(Var a, Var b) {
        return Tensor.concat(0, a.grad(), b.grad());
    }

    private static Supplier<Tensor> after(String order, int steps) {
        return () -> {
            Valley valley = Valley.used();
            losses(order, valley, steps);
            return valley.numbers();
        };
    }

    /** The loop with its parts in some order, to see what a wrong one gives. */
    private static float[] losses(String order, Valley valley, int steps) {
        float[] losses = new float[steps];
        boolean scheduled = order.contains("rate");
        if (!scheduled) {
            valley.optimizer.lr(order.contains("clip") ? 0.5 : 0.05);
        }
        for (int step = 0; step < steps; step++) {
            Var loss = valley.loss();
            for (String part : order.split(" ")) {
                switch (part) {
                    case "clear" -> valley.optimizer.clearGrad();
                    case "loss" -> loss = valley.loss();
                    case "backward" -> loss.backward();
                    case "clip" -> Clip.globalNorm(valley.optimizer.params(), LIMIT);
                    case "rate" -> valley.optimizer.lr(SCHEDULE.lr(step));
                    default -> valley.optimizer.step();
                }
            }
            losses[step] = loss.item();
        }
        return losses;
    }
}
