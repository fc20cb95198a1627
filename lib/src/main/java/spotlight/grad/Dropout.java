package spotlight.grad;

import spotlight.random.TorchRandom;
import spotlight.tensor.Buffers;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/** "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", section 4, the kept values being scaled up. */
final class Dropout {
    private Dropout() {
    }

    static Var dropout(Var x, double p, TorchRandom random) {
        Shapes.require(p >= 0 && p <= 1, () -> "dropout: p " + p + " is not a probability from 0 to 1");
        if (p == 0) {
            return x;
        }
        int n = x.value().size();
        boolean[] keep = random.keep(p, n);
        float[] factors = Buffers.take(n);
        for (int i = 0; i < n; i++) {
            factors[i] = keep[i] ? (float) (1 / (1 - p)) : 0;
        }
        Tensor mask = Tensor.wrap(factors, x.shape());
        return Var.of(x.value().times(mask), dy -> { // y = x mask
            x.accumulate(() -> Arithmetic.times(dy, mask)); // dx = dy mask
            Buffers.release(factors);
        }, x);
    }
}
