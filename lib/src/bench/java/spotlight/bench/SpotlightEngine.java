package spotlight.bench;

import spotlight.tensor.Kernels;

/** Ourselves. */
final class SpotlightEngine implements Engine {
    private final Kernels kernels = Kernels.best();

    @Override
    public String version() {
        return kernels.name();
    }

    @Override
    public Work prepare(String... words) {
        return switch (words[0]) {
            case "gemm", "matvec" -> product(Product.of(words));
            case "attention" -> AttentionTask.of(words).flash();
            case "quadratic" -> AttentionTask.of(words).quadratic(kernels);
            default -> Elementwise.of(words).work(kernels);
        };
    }

    private Work product(Product p) {
        float[] c = new float[p.size()];
        int mk = p.m() * p.k();
        int kn = p.k() * p.n();
        int bRow = p.bT() ? p.k() : p.n();
        return p.work(() -> {
            for (int i = 0; i < p.batch(); i++) {
                kernels.gemm(false, p.bT(), p.m(), p.n(), p.k(), p.a(), i * mk, p.k(), p.b(), i * kn, bRow, false, c,
                        i * p.m() * p.n(), p.n());
            }
        }, () -> c);
    }
}
