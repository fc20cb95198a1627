package spotlight.tensor;

import java.util.Arrays;
import spotlight.check.Check;

/**
 * An array of float32 numbers with a shape, row-major and contiguous: the last index moves fastest. Every operation
 * returns a new tensor and leaves its operands as they were.
 *
 * <p>Operands of different shapes are stretched by NumPy's rule: aligned at the right, a missing dimension or one of
 * length 1 repeats. A dimension may be counted from the end, -1 being the last. Whatever is wrong with an operand is
 * said before any work, as {@code op: operand [shape] problem}, by an {@link IllegalArgumentException}.
 */
public final class Tensor {
    private final float[] data;
    private final int[] shape;

    /** A kernel from x to y, for instance {@link Kernels#exp}. */
    private interface Function {
        void apply(Kernels kernels, float[] x, float[] y);
    }

    private Tensor(float[] data, int[] shape) {
        this.data = data;
        this.shape = shape;
    }

    /** The numbers themselves, not a copy of them, under a shape that is known to fit them. */
    public static Tensor wrap(float[] data, int... shape) {
        return new Tensor(data, shape);
    }

    // ---- making one

    /**
     * A tensor of these numbers, copied, in row-major order.
     *
     * @throws IllegalArgumentException if the shape does not hold exactly so many numbers
     */
    public static Tensor of(float[] data, int... shape) {
        Shapes.require(Shapes.size(shape) == data.length, () -> "of: " + data.length + " numbers do not fill shape "
                + Shapes.format(shape) + " of " + Shapes.size(shape));
        return wrap(data.clone(), shape.clone());
    }

    /** A tensor of these numbers, each rounded once to float32. */
    public static Tensor of(double[] data, int... shape) {
        return of(rounded(data), shape);
    }

    /** The vector [n] of these numbers. */
    public static Tensor vector(float... values) {
        return of(values, values.length);
    }

    /** The matrix [m,n] of these rows. */
    public static Tensor matrix(float[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        float[] data = new float[Shapes.size(rows.length, columns)];
        for (int i = 0; i < rows.length; i++) {
            Shapes.require(rows[i].length == columns,
                    "matrix: row 0 has " + columns + " numbers, row " + i + " has " + rows[i].length);
            System.arraycopy(rows[i], 0, data, i * columns, columns);
        }
        return wrap(data, rows.length, columns);
    }

    /** The matrix [m,n] of these rows, each number rounded once to float32. */
    public static Tensor matrix(double[]... rows) {
        return matrix(Arrays.stream(rows).map(Tensor::rounded).toArray(float[][]::new));
    }

    /** The tensor [] of one number. */
    public static Tensor scalar(float value) {
        return wrap(new float[] {value});
    }

    /** Zeros. */
    public static Tensor zeros(int... shape) {
        return wrap(Buffers.zeros(Shapes.size(shape)), shape.clone());
    }

    /** Ones. */
    public static Tensor ones(int... shape) {
        return full(1, shape);
    }

    /** One number everywhere. */
    public static Tensor full(float value, int... shape) {
        Tensor y = zeros(shape);
        Arrays.fill(y.data, value);
        return y;
    }

    /** The vector {@code 0, 1, ..., n-1}. */
    public static Tensor arange(int n) {
        Tensor y = zeros(n);
        for (int i = 0; i < n; i++) {
            y.data[i] = i;
        }
        return y;
    }

    /** The matrix [n,n] with ones on its diagonal. */
    public static Tensor identity(int n) {
        Tensor y = zeros(n, n);
        for (int i = 0; i < n; i++) {
            y.data[i * n + i] = 1;
        }
        return y;
    }

    // ---- looking at it

    /** The number of dimensions; 0 for a scalar. */
    public int rank() {
        return shape.length;
    }

    /** The length of each dimension, as a copy. */
    public int[] shape() {
        return shape.clone();
    }

    /** The number of elements. */
    public int size() {
        return data.length;
    }

    /** The length of one dimension. */
    public int size(int dim) {
        return shape[Shapes.dim("size", dim, shape)];
    }

    /** The numbers in row-major order: the tensor's own array, for reading. */
    public float[] data() {
        return data;
    }

    /**
     * One element.
     *
     * @throws IllegalArgumentException if there is no such element
     */
    public float at(int... index) {
        int i = 0;
        boolean inside = index.length == shape.length;
        for (int d = 0; inside && d < shape.length; d++) {
            inside = index[d] >= 0 && index[d] < shape[d];
            i = i * shape[d] + index[d];
        }
        Shapes.require(inside,
                () -> "at: index " + Shapes.format(index) + " is outside tensor " + Shapes.format(shape));
        return data[i];
    }

    /** The only element. */
    public float item() {
        Shapes.require(data.length == 1,
                () -> "item: tensor " + Shapes.format(shape) + " has " + data.length + " elements, not one");
        return data[0];
    }

    // ---- changing its form

    /** The same numbers in another shape; one length may be -1 and is then worked out. */
    public Tensor reshape(int... newShape) {
        return Layout.reshape(this, newShape);
    }

    /** The last two dimensions exchanged. */
    public Tensor transpose() {
        Shapes.require(rank() >= 2,
                () -> "transpose: tensor " + Shapes.format(shape) + " has no two dimensions to exchange");
        return Layout.transpose(this, -2, -1);
    }

    /** Two dimensions exchanged. */
    public Tensor transpose(int a, int b) {
        return Layout.transpose(this, a, b);
    }

    /** The part {@code from..to-1} of one dimension. */
    public Tensor slice(int dim, int from, int to) {
        return Layout.slice(this, dim, from, to);
    }

    /** One index of one dimension, which is dropped; -1 is the last index. */
    public Tensor select(int dim, int index) {
        return Layout.select(this, dim, index);
    }

    /** A new dimension of length 1 at this place. */
    public Tensor unsqueeze(int dim) {
        return Layout.unsqueeze(this, dim);
    }

    /** The parts joined along one dimension. */
    public static Tensor concat(int dim, Tensor... parts) {
        return Layout.concat(dim, parts);
    }

    /** The parts, all of one shape, joined along a new dimension 0. */
    public static Tensor stack(Tensor... parts) {
        return Layout.stack(parts);
    }

    // ---- arithmetic, element by element

    /** {@code a + b}. */
    public Tensor plus(Tensor b) {
        return Broadcast.apply("plus", this, b, Kernels::add);
    }

    /** {@code a - b}. */
    public Tensor minus(Tensor b) {
        return Broadcast.apply("minus", this, b, Kernels::subtract);
    }

    /** {@code a b}, element by element; the matrix product is {@link #matmul}. */
    public Tensor times(Tensor b) {
        return Broadcast.apply("times", this, b, Kernels::multiply);
    }

    /** {@code a / b}. */
    public Tensor dividedBy(Tensor b) {
        return Broadcast.apply("dividedBy", this, b, Kernels::divide);
    }

    /** {@code a + b}. */
    public Tensor plus(float b) {
        return plus(scalar(b));
    }

    /** {@code a - b}. */
    public Tensor minus(float b) {
        return minus(scalar(b));
    }

    /** {@code a b}. */
    public Tensor times(float b) {
        return times(scalar(b));
    }

    /** {@code a / b}. */
    public Tensor dividedBy(float b) {
        return dividedBy(scalar(b));
    }

    /** The function applied to each element. */
    public Tensor map(FloatOperator f) {
        float[] y = Buffers.take(data.length);
        for (int i = 0; i < y.length; i++) {
            y[i] = f.apply(data[i]);
        }
        return wrap(y, shape);
    }

    /** {@code e^x}. */
    public Tensor exp() {
        return each(Kernels::exp);
    }

    /** The natural logarithm. */
    public Tensor log() {
        return map(x -> (float) Math.log(x));
    }

    /** The square root. */
    public Tensor sqrt() {
        return map(x -> (float) Math.sqrt(x));
    }

    /** {@code x^2}. */
    public Tensor square() {
        return map(x -> x * x);
    }

    /** {@code -x}. */
    public Tensor negate() {
        return map(x -> -x);
    }

    /** {@code tanh(x)}. */
    public Tensor tanh() {
        return each(Kernels::tanh);
    }

    /** {@code 1 / (1 + e^-x)}. */
    public Tensor sigmoid() {
        return each(Kernels::sigmoid);
    }

    /** {@code max(x, 0)}. */
    public Tensor relu() {
        return each(Kernels::relu);
    }

    /** {@code x Phi(x)}, Phi being the normal distribution function; "Gaussian Error Linear Units", section 2. */
    public Tensor gelu() {
        return each(Kernels::gelu);
    }

    /** {@code x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))) / 2}: GPT-2's approximation of {@link #gelu}. */
    public Tensor geluTanh() {
        return each(Kernels::geluTanh);
    }

    /** {@code x sigmoid(x)}. */
    public Tensor silu() {
        return each(Kernels::silu);
    }

    // ---- many numbers to one

    /** The sum of all elements. */
    public float sum() {
        return (float) Reduce.sum(data);
    }

    /** The mean of all elements; NaN if there are none. */
    public float mean() {
        return (float) (Reduce.sum(data) / data.length);
    }

    /** The largest element; NaN if there is one. */
    public float max() {
        return Reduce.max(this);
    }

    /** The smallest element; NaN if there is one. */
    public float min() {
        return Reduce.min(this);
    }

    /** Sums along one dimension, which is dropped. */
    public Tensor sum(int dim) {
        return Reduce.sum("sum", this, dim, false);
    }

    /** Means along one dimension, which is dropped. */
    public Tensor mean(int dim) {
        return Reduce.sum("mean", this, dim, true);
    }

    /** The largest along one dimension, which is dropped. */
    public Tensor max(int dim) {
        return Reduce.max(this, dim);
    }

    /** For each row (the last dimension) the index of its largest element, the first of equals. */
    public int[] argmax() {
        return Reduce.argmax(this);
    }

    // ---- matrices and rows

    /**
     * The matrix product {@code a b}: {@code c_ij = sum_p a_ip b_pj}.
     *
     * @param b [..,k,n], where this is [..,m,k]; not modified
     * @return [..,m,n], leading dimensions stretched
     * @throws IllegalArgumentException if the inner sizes differ or the leading dimensions do not stretch
     */
    public Tensor matmul(Tensor b) {
        return Products.matmul("matmul", this, false, b, false);
    }

    /** The product with b transposed, {@code a bT}: [..,m,k] x [..,n,k] is [..,m,n]. */
    public Tensor matmulNT(Tensor b) {
        return Products.matmul("matmulNT", this, false, b, true);
    }

    /** The product with a transposed, {@code aT b}: [..,k,m] x [..,k,n] is [..,m,n]. */
    public Tensor matmulTN(Tensor b) {
        return Products.matmul("matmulTN", this, true, b, false);
    }

    /** The dot product of two vectors of one length. */
    public float dot(Tensor b) {
        return Products.dot(this, b);
    }

    /**
     * Softmax over the last dimension: {@code y_i = e^x_i / sum_j e^x_j}. The largest x is taken off first, so no score
     * is too large; a row of nothing but minus infinity gives NaN, as in PyTorch.
     */
    public Tensor softmax() {
        return Rows.softmax(this, -1);
    }

    /** Softmax along one dimension. */
    public Tensor softmax(int dim) {
        return Rows.softmax(this, dim);
    }

    /** The logarithm of {@link #softmax()}, which stays finite where softmax itself is 0. */
    public Tensor logSoftmax() {
        return Rows.logSoftmax(this, -1);
    }

    /** The logarithm of softmax along one dimension. */
    public Tensor logSoftmax(int dim) {
        return Rows.logSoftmax(this, dim);
    }

    /**
     * Layer norm of the last dimension: {@code (x - mean) / sqrt(variance + eps) * weight + bias}, the variance being
     * divided by n; "Layer Normalization", section 3.
     *
     * @param weight factor [n]; not modified
     * @param bias   summand [n]; not modified
     * @param eps    keeps a constant row from being divided by 0
     * @throws IllegalArgumentException if weight or bias is not [n]
     */
    public Tensor layerNorm(Tensor weight, Tensor bias, float eps) {
        return Rows.layerNorm(this, weight, bias, eps);
    }

    /**
     * The same, for its gradient.
     *
     * @param stats three numbers for each row, written: what {@link RowKernels#layerNormBackward} needs
     */
    public Tensor layerNorm(Tensor weight, Tensor bias, float eps, float[] stats) {
        return Rows.layerNorm(this, weight, bias, eps, stats);
    }

    // ---- comparing and printing

    /** The largest absolute difference; NaN if one is NaN on either side. */
    public float maxAbsDiff(Tensor b) {
        Shapes.require(Arrays.equals(shape, b.shape), () -> "maxAbsDiff: a " + Shapes.format(shape) + " and b "
                + Shapes.format(b.shape) + " differ in shape");
        float largest = 0;
        for (int i = 0; i < data.length; i++) {
            largest = Math.max(largest, data[i] == b.data[i] ? 0 : Math.abs(data[i] - b.data[i]));
        }
        return largest;
    }

    /** Whether both have one shape and differ nowhere by more than {@code atol}. NaN is close to nothing. */
    public boolean close(Tensor b, double atol) {
        boolean close = Arrays.equals(shape, b.shape);
        for (int i = 0; close && i < data.length; i++) {
            close = Check.close(data[i], b.data[i], 0, atol);
        }
        return close;
    }

    /** The numbers with 4 decimals, as NumPy prints them. */
    @Override
    public String toString() {
        return toString(4);
    }

    /** The numbers with so many decimals. */
    public String toString(int decimals) {
        return new Format(this, decimals).toString();
    }

    private Tensor each(Function kernel) {
        float[] y = Buffers.take(data.length);
        kernel.apply(Kernels.forRow(data.length), data, y);
        return wrap(y, shape);
    }

    private static float[] rounded(double[] values) {
        float[] data = new float[values.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) values[i];
        }
        return data;
    }
}
