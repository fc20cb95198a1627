package spotlight.task;

import java.util.SplittableRandom;

/**
 * Which examples each step of a training learns from: each is used once before any is used again, every time in another
 * order. They depend on the seed and the step alone.
 */
final class Shuffled {
    private final Run run;
    private final int examples;
    private int[] order = {};
    private long ordered = -1;

    Shuffled(Run run, int examples) {
        this.run = run;
        this.examples = examples;
    }

    /** The numbers of so many examples. */
    int[] batch(int step, int size) {
        int[] batch = new int[size];
        for (int i = 0; i < size; i++) {
            long number = (long) step * size + i;
            batch[i] = order(number / examples)[(int) (number % examples)];
        }
        return batch;
    }

    private int[] order(long round) {
        if (ordered != round) {
            SplittableRandom random = run.random("order", round);
            order = new int[examples];
            for (int i = 0; i < examples; i++) {
                int other = random.nextInt(i + 1);
                order[i] = order[other];
                order[other] = i;
            }
            ordered = round;
        }
        return order;
    }
}
