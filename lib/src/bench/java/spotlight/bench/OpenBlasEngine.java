package spotlight.bench;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/** OpenBLAS with its operands outside the Java heap, so that nothing is copied; one thread. */
final class OpenBlasEngine implements Engine {

    OpenBlasEngine() {
        openblas.blas_set_num_threads(1);
    }

    @Override
    public String version() {
        return "OpenBLAS 0.3.31 (bytedeco), off-heap operands, kernels as it chooses";
    }

    @Override
    public Work prepare(String... words) {
        Product p = Product.of(words);
        FloatPointer c = new FloatPointer(p.size());
        Runnable run = p.m() == 1 ? vector(p, c) : product(p, c);
        return p.work(run, () -> {
            float[] result = new float[p.size()];
            c.get(result);
            return result;
        });
    }

    private static Runnable vector(Product p, FloatPointer c) {
        FloatPointer a = new FloatPointer(p.a());
        FloatPointer b = new FloatPointer(p.b());
        int rows = p.bT() ? p.n() : p.k();
        int columns = p.bT() ? p.k() : p.n();
        int transpose = p.bT() ? openblas.CblasNoTrans : openblas.CblasTrans;
        return () -> openblas.cblas_sgemv(openblas.CblasRowMajor, transpose, rows, columns, 1, b, columns, a, 1, 0, c,
                1);
    }

    private static Runnable product(Product p, FloatPointer c) {
        FloatPointer[] as = parts(new FloatPointer(p.a()), p.batch(), p.m() * p.k());
        FloatPointer[] bs = parts(new FloatPointer(p.b()), p.batch(), p.k() * p.n());
        FloatPointer[] cs = parts(c, p.batch(), p.m() * p.n());
        return () -> {
            for (int i = 0; i < p.batch(); i++) {
                openblas.cblas_sgemm(openblas.CblasRowMajor, openblas.CblasNoTrans, openblas.CblasNoTrans, p.m(),
                        p.n(), p.k(), 1, as[i], p.k(), bs[i], p.n(), 0, cs[i], p.n());
            }
        };
    }

    private static FloatPointer[] parts(FloatPointer whole, int count, int size) {
        FloatPointer[] parts = new FloatPointer[count];
        for (int i = 0; i < count; i++) {
            parts[i] = whole.getPointer((long) i * size);
        }
        return parts;
    }
}
