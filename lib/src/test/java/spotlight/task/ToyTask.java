package spotlight.task;

import java.util.Map;
import java.util.SplittableRandom;
import spotlight.grad.Activation;
import spotlight.grad.Var;
import spotlight.model.Weights;
import spotlight.random.TorchRandom;
import spotlight.tensor.Tensor;
import spotlight.train.AdamW;
import spotlight.train.Schedule;
import spotlight.train.Shards;
import spotlight.train.Trainer;

/**
 * A task for tests: which of two numbers is the larger, learned in two stages, the second going on with the first's
 * model.
 *
 * @param steps  of each stage
 * @param before what happens at the beginning of each step
 */
record ToyTask(int steps, Before before) implements Task {
    private static final int BATCH = 64;

    interface Before {
        void step(String stage, int step);
    }

    ToyTask() {
        this(60, (stage, step) -> {
        });
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public String title() {
        return "the larger of two numbers";
    }

    @Override
    public int seconds() {
        return 1;
    }

    @Override
    public Result run(Run run) {
        TorchRandom random = new TorchRandom(run.seed());
        Weights weights = new Weights();
        weights.parameter("hidden.weight", random.randn(16, 2));
        weights.parameter("hidden.bias", Tensor.zeros(16));
        weights.parameter("out.weight", random.randn(2, 16));
        weights.constant("out.bias", Tensor.zeros(2));
        for (String stage : new String[] {"first", "second"}) {
            train(run, stage, weights);
        }
        double accuracy = 100 * accuracy(weights, run.random("held out", 0));
        return Result.of(weights.count()).score(Score.atLeast("accuracy", accuracy, "%", 95).beside("coin", 50))
                .sample("1 < 2").ifYouSee("50 %", "the labels").model("net", weights, Map.of("hidden", "16"));
    }

    private void train(Run run, String stage, Weights weights) {
        Trainer.Gradients gradients = step -> {
            before.step(stage, step);
            Tensor x = batch(run.random(stage, step));
            int[] targets = targets(x);
            return Shards.backward(weights.params(), BATCH, 16, (from, to) -> logits(weights, x, from, to)
                    .crossEntropy(java.util.Arrays.copyOfRange(targets, from, to)));
        };
        run.train(stage, weights, new AdamW(weights.params(), 0.02), Schedule.cosine(0.02, 0.001, steps), 1, steps,
                gradients);
    }

    private static Var logits(Weights weights, Tensor x, int from, int to) {
        return Var.constant(x).slice(0, from, to)
                .linear(weights.get("hidden.weight"), weights.get("hidden.bias"), Activation.GELU)
                .linear(weights.get("out.weight"), weights.get("out.bias"));
    }

    private static double accuracy(Weights weights, SplittableRandom random) {
        Tensor x = batch(random);
        int[] targets = targets(x);
        float[] logits = logits(weights, x, 0, BATCH).value().data();
        int right = 0;
        for (int i = 0; i < BATCH; i++) {
            right += (logits[2 * i + 1] > logits[2 * i] ? 1 : 0) == targets[i] ? 1 : 0;
        }
        return right / (double) BATCH;
    }

    private static Tensor batch(SplittableRandom random) {
        return Tensor.zeros(BATCH, 2).map(zero -> (float) random.nextDouble());
    }

    private static int[] targets(Tensor x) {
        int[] targets = new int[BATCH];
        for (int i = 0; i < BATCH; i++) {
            targets[i] = x.data()[2 * i + 1] > x.data()[2 * i] ? 1 : 0;
        }
        return targets;
    }
}
