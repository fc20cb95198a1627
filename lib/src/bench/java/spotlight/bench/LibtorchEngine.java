package spotlight.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.Supplier;

/** libtorch, PyTorch's C++ half, through DJL; one thread (a flag of the process). Each operation makes a new array. */
final class LibtorchEngine implements Engine {
    private final ai.djl.engine.Engine torch = ai.djl.engine.Engine.getEngine("PyTorch");
    private final NDManager manager = NDManager.newBaseManager("PyTorch");

    @Override
    public String version() {
        return "libtorch " + torch.getVersion() + " through DJL 0.35.1";
    }

    @Override
    public Work prepare(String... words) {
        switch (words[0]) {
            case "softmax", "gelu", "layerNorm" :
                return elementwise(words);
            default : // Product says what it does not know
        }
        Product p = Product.of(words);
        NDArray a = p.batch() == 1 ? array(p.a(), p.m(), p.k()) : array(p.a(), p.batch(), p.m(), p.k());
        NDArray b = p.bT()
                ? array(p.b(), p.n(), p.k()).transpose()
                : p.batch() == 1 ? array(p.b(), p.k(), p.n()) : array(p.b(), p.batch(), p.k(), p.n());
        Last last = new Last();
        return p.work(() -> last.set(a.matMul(b)), last);
    }

    private Work elementwise(String... words) {
        Elementwise e = Elementwise.of(words);
        NDArray x = array(e.x(), e.rows(), e.n());
        Last last = new Last();
        Runnable run = switch (words[0]) {
            case "softmax" -> () -> last.set(x.softmax(-1));
            case "gelu" -> () -> last.set(x.getNDArrayInternal().gelu());
            case "layerNorm" -> {
                NDArray weight = array(e.weight(), e.n());
                NDArray bias = array(e.bias(), e.n());
                yield () -> {
                    NDList all = x.getNDArrayInternal().layerNorm(x, new Shape(e.n()), weight, bias, Elementwise.EPS);
                    last.set(all.head());
                };
            }
            default -> throw Engine.unsupported(words);
        };
        return e.work(run, last);
    }

    private NDArray array(float[] x, long... shape) {
        return manager.create(x, new Shape(shape));
    }

    /** The last result; the one before is freed at once, as its memory lies outside the Java heap. */
    private static final class Last implements Supplier<float[]> {
        private NDArray array;

        void set(NDArray next) {
            if (array != null) {
                array.close();
            }
            array = next;
        }

        @Override
        public float[] get() {
            return array.toFloatArray();
        }
    }
}
