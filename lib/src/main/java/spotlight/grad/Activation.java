package spotlight.grad;

import spotlight.tensor.Kernels;

/** The functions between two layers, element by element. */
public enum Activation {
    /** x itself. */
    NONE,
    /** {@link Var#relu}. */
    RELU,
    /** {@link Var#gelu}. */
    GELU,
    /** {@link Var#geluTanh}. */
    GELU_TANH,
    /** {@link Var#silu}. */
    SILU,
    /** {@link Var#tanh}. */
    TANH,
    /** {@link Var#sigmoid}. */
    SIGMOID;

    /** The function of each element. */
    public Var apply(Var x) {
        return switch (this) {
            case NONE -> x;
            case RELU -> x.relu();
            case GELU -> x.gelu();
            case GELU_TANH -> x.geluTanh();
            case SILU -> x.silu();
            case TANH -> x.tanh();
            case SIGMOID -> x.sigmoid();
        };
    }

    /** Whether {@link #backward} works from y alone, so that y may overwrite x. */
    boolean needsOnlyY() {
        return this == RELU || this == TANH || this == SIGMOID;
    }

    /** {@code y = f(x)}; where backward needs more than y, it is left in x: the slope of GELU, for SiLU x itself. */
    void forward(Kernels kernels, float[] x, float[] y) {
        switch (this) {
            case NONE -> System.arraycopy(x, 0, y, 0, x.length);
            case RELU -> kernels.relu(x, y);
            case GELU -> kernels.geluWithSlope(x.length, x, y, x);
            case GELU_TANH -> kernels.geluTanhWithSlope(x.length, x, y, x);
            case SILU -> kernels.silu(x, y);
            case TANH -> kernels.tanh(x, y);
            case SIGMOID -> kernels.sigmoid(x, y);
        }
    }

    /** The gradient for x from that for y, which dx may overwrite; x and y as forward left them. */
    void backward(Kernels kernels, float[] x, float[] y, float[] dy, float[] dx) {
        int n = dy.length;
        switch (this) {
            case NONE -> System.arraycopy(dy, 0, dx, 0, n);
            case RELU -> kernels.reluBackward(n, y, dy, dx);
            case GELU, GELU_TANH -> kernels.multiply(n, dy, 0, 1, x, 0, 1, dx, 0);
            case SILU -> kernels.siluBackward(n, x, dy, dx);
            case TANH -> kernels.tanhBackward(n, y, dy, dx);
            case SIGMOID -> kernels.sigmoidBackward(n, y, dy, dx);
        }
    }
}
