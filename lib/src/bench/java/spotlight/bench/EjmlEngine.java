package spotlight.bench;

import java.util.Arrays;
import org.ejml.EjmlVersion;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** EJML: plain Java, one thread. */
final class EjmlEngine implements Engine {

    @Override
    public String version() {
        return "EJML " + EjmlVersion.VERSION;
    }

    @Override
    public Work prepare(String... words) {
        Product p = Product.of(words);
        FMatrixRMaj[] as = parts(p.a(), p.batch(), p.m(), p.k());
        FMatrixRMaj[] bs = p.bT() ? parts(p.b(), p.batch(), p.n(), p.k()) : parts(p.b(), p.batch(), p.k(), p.n());
        FMatrixRMaj[] cs = parts(new float[p.size()], p.batch(), p.m(), p.n());
        if (p.bT()) {
            FMatrixRMaj column = new FMatrixRMaj(p.k(), 1, true, p.a());
            FMatrixRMaj y = new FMatrixRMaj(p.n(), 1);
            return p.work(() -> CommonOps_FDRM.mult(bs[0], column, y), y::getData);
        }
        return p.work(() -> {
            for (int i = 0; i < p.batch(); i++) {
                CommonOps_FDRM.mult(as[i], bs[i], cs[i]);
            }
        }, () -> join(cs));
    }

    private static FMatrixRMaj[] parts(float[] all, int count, int rows, int columns) {
        FMatrixRMaj[] parts = new FMatrixRMaj[count];
        int size = rows * columns;
        for (int i = 0; i < count; i++) {
            parts[i] = new FMatrixRMaj(rows, columns, true, Arrays.copyOfRange(all, i * size, (i + 1) * size));
        }
        return parts;
    }

    private static float[] join(FMatrixRMaj[] parts) {
        int size = parts[0].getNumElements();
        float[] all = new float[parts.length * size];
        for (int i = 0; i < parts.length; i++) {
            System.arraycopy(parts[i].getData(), 0, all, i * size, size);
        }
        return all;
    }
}
