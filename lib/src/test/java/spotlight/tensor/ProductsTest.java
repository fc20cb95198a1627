package spotlight.tensor;

import org.junit.jupiter.api.Test;
import spotlight.Expect;

class ProductsTest {
    private static final Tensor A = Tensor.matrix(new float[] {1, 2, 3}, new float[] {4, 5, 6});

    @Test
    void productByHand() {
        Tensor b = Tensor.matrix(new float[] {1, 0}, new float[] {0, 1}, new float[] {2, 2});
        Tensor c = Tensor.matrix(new float[] {7, 8}, new float[] {16, 17});
        Expect.equal(c, A.matmul(b));
        Expect.equal(c, A.matmulNT(b.transpose()));
        Expect.equal(c, A.transpose().matmulTN(b));
    }

    @Test
    void identityChangesNothing() {
        Tensor x = Expect.random(1, 4, 5, 7);
        Expect.equal(x, x.matmul(Tensor.identity(7)));
        Expect.equal(x, Tensor.identity(5).matmul(x));
    }

    @Test
    void leadingDimensionsStretch() {
        Tensor a = Expect.random(1, 2, 1, 5, 3);
        Tensor b = Expect.random(2, 4, 3, 6);
        Tensor c = a.matmul(b); // [2,4,5,6]
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 4; j++) {
                Tensor one = a.select(0, i).select(0, 0).matmul(b.select(0, j));
                Expect.close(one, c.select(0, i).select(0, j), 1e-6);
            }
        }
        Expect.close(c, a.matmulNT(b.transpose()), 1e-6);
        Expect.close(c, a.transpose().matmulTN(b), 1e-6);
    }

    @Test
    void oneMatrixServesAWholeBatch() {
        Tensor x = Expect.random(1, 3, 4, 5);
        Tensor w = Expect.random(2, 6, 5);
        Expect.close(Tensor.stack(x.select(0, 0).matmulNT(w), x.select(0, 1).matmulNT(w), x.select(0, 2).matmulNT(w)),
                x.matmulNT(w), 1e-6);
    }

    @Test
    void emptyMatricesHaveEmptyOrZeroProducts() {
        Expect.equal(Tensor.zeros(2, 4), Tensor.zeros(2, 0).matmul(Tensor.zeros(0, 4))); // a sum of nothing is 0
        Expect.equal(Tensor.zeros(0, 4), Tensor.zeros(0, 3).matmul(Tensor.zeros(3, 4)));
        Expect.equal(Tensor.zeros(2, 0), A.matmul(Tensor.zeros(3, 0)));
        Expect.equal(Tensor.zeros(0, 2, 4), Tensor.zeros(0, 2, 3).matmul(Tensor.zeros(3, 4)));
    }

    @Test
    void aProductBeyondTheLargestTensorIsRefused() {
        Expect.error("matmul: a [65536,1] x b [1,65536], shape [65536,65536] has 4294967296 elements, "
                + "a tensor holds at most 2147483639", () -> Tensor.zeros(65536, 1).matmul(Tensor.zeros(1, 65536)));
    }

    @Test
    void errorsNameBothSides() {
        Tensor b = Tensor.zeros(4, 5);
        Expect.error("matmul: a [2,3] x b [4,5], inner sizes 3 and 4 differ", () -> A.matmul(b));
        Expect.error("matmulNT: a [2,3] x b [4,5], inner sizes 3 and 5 differ", () -> A.matmulNT(b));
        Expect.error("matmulTN: a [2,3] x b [4,5], inner sizes 2 and 4 differ", () -> A.matmulTN(b));
        Expect.error("matmul: a [2,3] x b [3], both need at least 2 dimensions", () -> A.matmul(Tensor.zeros(3)));
        Expect.error("matmul: a [2,4,3] x b [3,3,5], leading dimensions: a [2] and b [3] do not broadcast, "
                + "2 and 3 differ and neither is 1",
                () -> Tensor.zeros(2, 4, 3).matmul(Tensor.zeros(3, 3, 5)));
        Expect.error("dot: a [3] and b [2] are not two vectors of one length",
                () -> Tensor.zeros(3).dot(Tensor.zeros(2)));
    }
}
