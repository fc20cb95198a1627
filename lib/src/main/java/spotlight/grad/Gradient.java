package spotlight.grad;

import java.util.Arrays;
import spotlight.tensor.Buffers;
import spotlight.tensor.Kernels;
import spotlight.tensor.Tensor;
import spotlight.tensor.Workers;

/** A sum of gradients. */
abstract class Gradient {

    /** Whether nothing has been added yet. */
    abstract boolean isEmpty();

    /** The numbers; null if there are none. */
    abstract float[] array();

    /** Adds g, which the caller gives away. */
    abstract void add(Tensor g);

    /** Adds in place. */
    abstract void add(Node.Into write);

    abstract void clear();

    Tensor tensor(int[] shape) {
        return Tensor.wrap(array(), shape);
    }

    static void plusEquals(float[] sum, float[] g) {
        Kernels.forRow(g.length).add(g.length, sum, 0, 1, g, 0, 1, sum, 0);
    }

    /** {@code sum += g}, or {@code sum = g} if nothing is there yet. */
    static void plusOrCopy(float[] sum, boolean add, float[] g) {
        if (add) {
            plusEquals(sum, g);
        } else {
            System.arraycopy(g, 0, sum, 0, g.length);
        }
    }

    /** Where a backward may write what it makes of dy: over it if memory is recycled, so that it stays in the cache. */
    static float[] over(Tensor dy) {
        return Buffers.recycling() ? dy.data() : Buffers.take(dy.size());
    }

    /** What a backward may hand on to one operand as the last thing it does: dy, or a copy if dy is to be kept. */
    static Tensor handOn(Tensor dy) {
        return Buffers.recycling() ? dy : copy(dy);
    }

    static Tensor copy(Tensor x) {
        float[] y = Buffers.take(x.size());
        System.arraycopy(x.data(), 0, y, 0, y.length);
        return Tensor.wrap(y, x.shape());
    }

    /** The gradient of a result on the way: the first summand becomes the sum. */
    static final class OfResult extends Gradient {
        private final int size;
        private float[] sum;

        OfResult(int size) {
            this.size = size;
        }

        @Override
        boolean isEmpty() {
            return sum == null;
        }

        @Override
        float[] array() {
            return sum;
        }

        @Override
        void add(Tensor g) {
            if (sum == null) {
                sum = g.data();
            } else {
                plusEquals(sum, g.data());
                Buffers.release(g.data());
            }
        }

        @Override
        void add(Node.Into write) {
            boolean add = sum != null;
            if (!add) {
                sum = Buffers.take(size);
            }
            write.write(sum, add);
        }

        @Override
        void clear() {
            sum = null;
        }
    }

    /** The gradient of a parameter: it outlives the step, and each worker has its own, so that they need not wait. */
    static final class OfParameter extends Gradient {
        private final int size;
        private final float[][] sums = new float[Workers.MOST][];
        private final boolean[] filled = new boolean[Workers.MOST];

        OfParameter(int size) {
            this.size = size;
        }

        @Override
        boolean isEmpty() {
            return !filled[Workers.index()];
        }

        @Override
        float[] array() {
            return sums[Workers.index()];
        }

        @Override
        void add(Tensor g) {
            add((sum, add) -> plusOrCopy(sum, add, g.data()));
            Buffers.release(g.data());
        }

        @Override
        void add(Node.Into write) {
            int worker = Workers.index();
            if (sums[worker] == null) {
                sums[worker] = new float[size]; // not from Buffers: it lives on
            }
            write.write(sums[worker], filled[worker]);
            filled[worker] = true;
        }

        /** Adds up the workers' gradients in the order of their numbers; the sum is worker 0's then. */
        void gather() {
            for (int worker = 1; worker < sums.length; worker++) {
                if (filled[worker] && filled[0]) {
                    plusEquals(sums[0], sums[worker]);
                } else if (filled[worker]) {
                    float[] first = sums[0];
                    sums[0] = sums[worker];
                    sums[worker] = first;
                    filled[0] = true;
                }
                filled[worker] = false;
            }
        }

        @Override
        void clear() {
            Arrays.fill(filled, false);
        }
    }
}
