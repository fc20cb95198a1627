package spotlight.bench;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;

/** netlib's BLAS in pure Java on the Vector API. It thinks in columns: our rows by columns are its columns by rows. */
final class NetlibEngine implements Engine {
    private final BLAS blas = JavaBLAS.getInstance();

    @Override
    public String version() {
        return "netlib " + blas.getClass().getSimpleName() + " 3.2.0";
    }

    @Override
    public Work prepare(String... words) {
        Product p = Product.of(words);
        float[] c = new float[p.size()];
        return p.work(p.m() == 1 ? () -> vector(p, c) : () -> product(p, c), () -> c);
    }

    private void vector(Product p, float[] c) {
        if (p.bT()) {
            blas.sgemv("T", p.k(), p.n(), 1, p.b(), p.k(), p.a(), 1, 0, c, 1);
        } else {
            blas.sgemv("N", p.n(), p.k(), 1, p.b(), p.n(), p.a(), 1, 0, c, 1);
        }
    }

    private void product(Product p, float[] c) {
        for (int i = 0; i < p.batch(); i++) {
            blas.sgemm("N", "N", p.n(), p.m(), p.k(), 1, p.b(), i * p.k() * p.n(), p.n(), p.a(), i * p.m() * p.k(),
                    p.k(), 0, c, i * p.m() * p.n(), p.n());
        }
    }
}
