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

    /** {@code y = f(x)}; y may be the array x. */
    void forward(Kernels kernels, float[] x, float[] y) {
        switch (this) {
            case NONE -> System.arraycopy(x, 0, y, 0, x.length);
            case RELU -> kernels.relu(x, y);
            case GELU -> kernels.gelu(x, y);
            case GELU_TANH -> kernels.geluTanh(x, y);
            case SILU -> kernels.silu(x, y);
            case TANH -> kernels.tanh(x, y);
            case SIGMOID -> kernels.sigmoid(x, y);
        }
    }

    /** The gradient for x from that for y, which dx may overwrite. */
    void backward(Kernels kernels, float[] x, float[] y, float[] dy, float[] dx) {
        int n = dy.length;
        switch (this) {
            case NONE -> System.arraycopy(dy, 0, dx, 0, n);
            case RELU -> kernels.reluBackward(n, y, dy, dx);
            case GELU -> kernels.geluBackward(n, x, dy, dx);
            case GELU_TANH -> kernels.geluTanhBackward(n, x, dy, dx);
            case SILU -> kernels.siluBackward(n, x, dy, dx);
            case TANH -> kernels.tanhBackward(n, y, dy, dx);
            case SIGMOID -> kernels.sigmoidBackward(n, y, dy, dx);
        }
    }
}
