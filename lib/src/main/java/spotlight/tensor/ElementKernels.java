package spotlight.tensor;

/**
 * Element by element: arithmetic, and the functions between layers, each with its backward. The loops here are the
 * specification; {@code VectorElements} computes the same on vector registers.
 *
 * <p>A backward gets the gradient dy of the loss for the result y and writes the gradient dx for x (it does not add to
 * it). Results may be written over the operands: y may be x, and dx may be dy.
 */
public interface ElementKernels {

    /** {@code c[i] = a[i] + b[i]} for n elements; an operand whose step is 0 stays at its first element. */
    default void add(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c, int cFrom) {
        for (int i = 0; i < n; i++) {
            c[cFrom + i] = a[aFrom + i * aStep] + b[bFrom + i * bStep];
        }
    }

    /** {@code c[i] = a[i] - b[i]}; steps as in {@link #add}. */
    default void subtract(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        for (int i = 0; i < n; i++) {
            c[cFrom + i] = a[aFrom + i * aStep] - b[bFrom + i * bStep];
        }
    }

    /** {@code c[i] = a[i] b[i]}; steps as in {@link #add}. */
    default void multiply(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        for (int i = 0; i < n; i++) {
            c[cFrom + i] = a[aFrom + i * aStep] * b[bFrom + i * bStep];
        }
    }

    /** {@code c[i] = a[i] / b[i]}; steps as in {@link #add}. */
    default void divide(int n, float[] a, int aFrom, int aStep, float[] b, int bFrom, int bStep, float[] c,
            int cFrom) {
        for (int i = 0; i < n; i++) {
            c[cFrom + i] = a[aFrom + i * aStep] / b[bFrom + i * bStep];
        }
    }

    /** {@code y = e^x}. */
    default void exp(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Functions.exp(x[i]);
        }
    }

    /** {@code y = tanh(x)}. */
    default void tanh(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Functions.tanh(x[i]);
        }
    }

    /** From y: {@code dx = dy (1 - y^2)}. */
    default void tanhBackward(int n, float[] y, float[] dy, float[] dx) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * (1 - y[i] * y[i]);
        }
    }

    /** {@code y = 1 / (1 + e^-x)}. */
    default void sigmoid(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Functions.sigmoid(x[i]);
        }
    }

    /** From y: {@code dx = dy y (1 - y)}. */
    default void sigmoidBackward(int n, float[] y, float[] dy, float[] dx) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * (y[i] * (1 - y[i]));
        }
    }

    /** {@code y = max(x, 0)}; NaN stays NaN. */
    default void relu(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Functions.relu(x[i]);
        }
    }

    /** {@code dx = dy} where x is positive, otherwise 0. */
    default void reluBackward(int n, float[] x, float[] dy, float[] dx) {
        for (int i = 0; i < n; i++) {
            dx[i] = x[i] <= 0 ? 0 : dy[i];
        }
    }

    /** {@code y = x Phi(x)} with the normal distribution function {@code Phi(x) = (1 + erf(x / sqrt 2)) / 2}. */
    default void gelu(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Functions.gelu(x[i]);
        }
    }

    /** {@code dx = dy (Phi(x) + x phi(x))} with the normal density {@code phi(x) = e^(-x^2/2) / sqrt(2 pi)}. */
    default void geluBackward(int n, float[] x, float[] dy, float[] dx) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * Functions.geluSlope(x[i]);
        }
    }

    /** {@code y = x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))) / 2}. */
    default void geluTanh(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Functions.geluTanh(x[i]);
        }
    }

    /** {@code dx = dy (s + x s')} with {@code y = x s(x)}. */
    default void geluTanhBackward(int n, float[] x, float[] dy, float[] dx) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * Functions.geluTanhSlope(x[i]);
        }
    }

    /** {@code y = x sigmoid(x)}. */
    default void silu(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Functions.silu(x[i]);
        }
    }

    /** {@code dx = dy s (1 + x (1 - s))} with {@code s = sigmoid(x)}. */
    default void siluBackward(int n, float[] x, float[] dy, float[] dx) {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * Functions.siluSlope(x[i]);
        }
    }
}
