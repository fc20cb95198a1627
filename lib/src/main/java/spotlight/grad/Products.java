package spotlight.grad;

/** Matrix products. */
final class Products {
    private Products() {
    }

    static Var matmul(Var a, Var b) {
        return Var.of(a.value().matmul(b.value()), dy -> { // y = a b
            a.accumulate(() -> Stretched.back(dy.matmulNT(b.value()), a)); // da = dy bT
            b.accumulate(() -> Stretched.back(a.value().matmulTN(dy), b)); // db = aT dy
        }, a, b);
    }
}
