package spotlight.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

/** What holds for every optimizer. */
class OptimizerTest {
    private static final List<Function<List<Var>, Optimizer>> ALL = List.of( //
            params -> new SGD(params, 0.1), //
            params -> new SGD(params, 0.1).momentum(0.9), //
            params -> new Adam(params, 0.1).weightDecay(0.1), //
            params -> new AdamW(params, 0.1), //
            params -> new AdamW(params, 0.1).amsgrad());

    private static List<Var> params() {
        List<Var> params = new ArrayList<>();
        for (int size : Expect.AWKWARD) {
            params.add(Var.parameter(Expect.random(size, size)));
        }
        return params;
    }

    /** The loss is the sum of {@code w^4}, of which nothing but w = 0 is a minimum. */
    private static void train(Optimizer optimizer, int steps) {
        for (int step = 0; step < steps; step++) {
            optimizer.clearGrad();
            for (Var w : optimizer.params()) {
                w.times(w).times(w).times(w).sum().backward();
            }
            optimizer.step();
        }
    }

    private static List<float[]> numbers(List<Var> params) {
        return params.stream().map(w -> w.value().data().clone()).toList();
    }

    private static void same(List<float[]> expected, List<float[]> actual) {
        for (int p = 0; p < expected.size(); p++) {
            assertArrayEquals(expected.get(p), actual.get(p));
        }
    }

    @Test
    void everyOptimizerGoesDownhill() {
        for (Function<List<Var>, Optimizer> make : ALL) {
            List<Var> params = List.of(Var.parameter(Tensor.vector(1, -1, 0.5f)));
            train(make.apply(params).lr(0.02), 300);
            float furthest = params.get(0).value().map(Math::abs).max();
            assertEquals(0, furthest, 0.21, "after 300 steps"); // SGD without momentum is the slowest: 1/sqrt(8 lr n)
        }
    }

    @Test
    void aSavedStateGoesOnWithTheSameNumbers() {
        for (Function<List<Var>, Optimizer> make : ALL) {
            List<Var> straight = params();
            train(make.apply(straight), 7);

            List<Var> resumed = params();
            Optimizer first = make.apply(resumed);
            train(first, 3);
            Optimizer.State saved = first.state();
            train(make.apply(params()), 1); // another one has its own state
            Optimizer second = make.apply(resumed);
            second.restore(saved);
            train(second, 4);
            same(numbers(straight), numbers(resumed));
            assertEquals(3, saved.steps());
        }
    }

    @Test
    void threadsShareTheWorkWithoutAnyEffectOnTheResult() {
        for (Function<List<Var>, Optimizer> make : ALL) {
            List<Var> alone = params();
            List<Var> together = params();
            try (Workers.Scope scope = Workers.use(1)) {
                train(make.apply(alone), 3);
            }
            try (Workers.Scope scope = Workers.use(3)) {
                train(make.apply(together), 3);
            }
            same(numbers(alone), numbers(together));
        }
    }

    @Test
    void onlyTheParametersThatWereNamedDecay() {
        for (Function<List<Var>, Optimizer> make : ALL) {
            Var matrix = Var.parameter(Tensor.ones(2, 2));
            Var bias = Var.parameter(Tensor.ones(2));
            make.apply(List.of(matrix, bias)).weightDecay(0.5).decayOnly(w -> w.shape().length > 1).step();
            assertArrayEquals(new float[] {1, 1}, bias.value().data());
            assertEquals(0.95, matrix.value().at(1, 1), 0.0501); // by 0.05, or Adam by the learning rate
            assertTrue(matrix.value().at(1, 1) < 1);
        }
    }

    @Test
    void theLearningRateMayChangeAtEachStep() {
        Var w = Var.parameter(Tensor.vector(0));
        Optimizer sgd = new SGD(List.of(w), 1);
        assertEquals(1, sgd.lr());
        Schedule schedule = step -> step * 10;
        for (int step = 0; step < 3; step++) {
            sgd.clearGrad();
            w.sum().backward();
            sgd.lr(schedule.lr(step)).step();
        }
        assertEquals(-(0 + 10 + 20), w.value().item());
    }

    @Test
    void badParametersAreNamed() {
        Var w = Var.parameter(Tensor.ones(2, 3));
        Expect.error("AdamW: no parameters", () -> new AdamW(List.of(), 0.1));
        Expect.error("Adam: parameter 2 [2,3] was given twice",
                () -> new Adam(List.of(w, Var.parameter(Tensor.ones(1)), w), 0.1));
        Expect.error("SGD: parameter 1 [4] is a constant",
                () -> new SGD(List.of(w, Var.constant(Tensor.ones(4))), 0.1));
        SGD sgd = new SGD(List.of(w), 0.1);
        assertEquals(2147483639, sgd.flatSize(2147483630, 9));
        Expect.error("SGD: 2147483640 numbers to learn, an array holds 2^31-9", () -> sgd.flatSize(2147483630, 10));
    }

    @Test
    void badSettingsAreNamed() {
        List<Var> w = List.of(Var.parameter(Tensor.ones(2)));
        Expect.error("AdamW: learning rate 0.0 is not positive", () -> new AdamW(w, 0));
        Expect.error("SGD: learning rate NaN is not positive", () -> new SGD(w, Double.NaN));
        Expect.error("SGD: learning rate -0.1 is negative or no number", () -> new SGD(w, 1).lr(-0.1));
        Expect.error("SGD: learning rate Infinity is negative or no number",
                () -> new SGD(w, 1).lr(Double.POSITIVE_INFINITY));
        Expect.error("AdamW: weight decay -1.0 is negative or no number", () -> new AdamW(w, 1).weightDecay(-1));
    }

    @Test
    void aStateOfAnotherKindOrSizeIsRefused() {
        List<Var> two = List.of(Var.parameter(Tensor.ones(2)));
        Optimizer.State state = new AdamW(two, 1).state();
        Expect.error("SGD: state of [m, v] restored, expected []", () -> new SGD(two, 1).restore(state));
        List<Var> three = List.of(Var.parameter(Tensor.ones(3)));
        Expect.error("Adam: state m has 2 numbers, the parameters have 3",
                () -> new Adam(three, 1)
                        .restore(new Optimizer.State(1, Map.of("m", Tensor.ones(2), "v", Tensor.ones(3)))));
    }
}
