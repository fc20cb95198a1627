package spotlight.grad;

import spotlight.tensor.Tensor;

/** The way back from a shape to which an operand was stretched. */
final class Stretched {
    private Stretched() {
    }

    /** Sums dy over the dimensions along which operand was repeated. */
    static Tensor back(Tensor dy, Var operand) {
        int[] shape = operand.shape();
        Tensor sum = dy;
        while (sum.rank() > shape.length) {
            sum = sum.sum(0);
        }
        for (int d = 0; d < shape.length; d++) {
            if (shape[d] == 1 && sum.size(d) != 1) {
                sum = sum.sum(d).unsqueeze(d);
            }
        }
        return sum;
    }
}
