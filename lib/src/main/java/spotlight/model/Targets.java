package spotlight.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import spotlight.grad.Var;
import spotlight.tensor.Shapes;

/** Which token each one is to be answered by. Where it does not matter, no scores are computed. */
final class Targets {
    /** The target that does not count, as in PyTorch. */
    static final int IGNORE = -100;

    /** From what the tokens have become [n,D] to their scores [n,V]. */
    interface Head {
        Var score(Var x);
    }

    private Targets() {
    }

    static void check(String model, int[] ids, int[] targets, int vocab) {
        Shapes.require(targets.length == ids.length, () -> model + ": " + ids.length + " ids and " + targets.length
                + " targets, each id needs one");
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] != IGNORE && (targets[i] < 0 || targets[i] >= vocab)) {
                throw new IllegalArgumentException(model + ": target " + targets[i] + " at " + i
                        + " is outside the vocabulary of " + vocab + ", and not " + IGNORE + ", which does not count");
            }
        }
    }

    /** The mean loss in nats over the targets that count; NaN if none does. */
    static Var loss(Var x, int[] targets, Head head) {
        int[] counted = IntStream.range(0, targets.length).filter(i -> targets[i] != IGNORE).toArray();
        if (counted.length == 0 || counted.length == targets.length) {
            return head.score(x).crossEntropy(targets);
        }
        Var rows = x.reshape(targets.length, x.size(-1)).rows(counted); // [n,D]
        return head.score(rows).crossEntropy(Arrays.stream(counted).map(i -> targets[i]).toArray());
    }
}
