package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.Expect;

class LayoutTest {
    private static final Tensor X = Tensor.arange(24).reshape(2, 3, 4);

    @Test
    void reshapeWorksOutOneLength() {
        assertArrayEquals(new int[] {4, 6}, X.reshape(4, -1).shape());
        assertArrayEquals(new int[] {24}, X.reshape(-1).shape());
        assertArrayEquals(new int[0], Tensor.ones(1, 1).reshape().shape());
        assertEquals(13, X.reshape(6, 4).at(3, 1));
    }

    @Test
    void transposeByHand() {
        Tensor x = Tensor.matrix(new float[] {1, 2, 3}, new float[] {4, 5, 6});
        Expect.equal(Tensor.matrix(new float[] {1, 4}, new float[] {2, 5}, new float[] {3, 6}), x.transpose());
    }

    @Test
    void transposeExchangesAnyTwoDimensions() {
        Tensor x = Expect.random(1, 2, 3, 4, 5);
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                Tensor y = x.transpose(a, b);
                int[] index = {1, 2, 3, 4};
                float expected = x.at(index);
                int kept = index[a];
                index[a] = index[b];
                index[b] = kept;
                assertEquals(expected, y.at(index));
                Expect.equal(x, y.transpose(a - 4, b - 4));
            }
        }
    }

    @Test
    void sliceAndSelectAgree() {
        for (int dim = 0; dim < 3; dim++) {
            Tensor slice = X.slice(dim, 1, 2);
            assertEquals(1, slice.size(dim));
            Expect.equal(slice, X.select(dim, 1).unsqueeze(dim));
            Expect.equal(X.select(dim, -1), X.select(dim, X.size(dim) - 1));
            assertEquals(0, X.slice(dim, 1, 1).size());
        }
        Expect.equal(Tensor.vector(17, 21), X.select(0, 1).select(1, 1).slice(0, 1, 3));
    }

    @Test
    void concatUndoesSlices() {
        for (int dim = 0; dim < 3; dim++) {
            Expect.equal(X, Tensor.concat(dim, X.slice(dim, 0, 1), X.slice(dim, 1, 1), X.slice(dim, 1, X.size(dim))));
        }
        Expect.equal(X, Tensor.stack(X.select(0, 0), X.select(0, 1)));
        Expect.equal(Tensor.vector(1, 2), Tensor.stack(Tensor.scalar(1), Tensor.scalar(2)));
    }

    @Test
    void unsqueezeFindsEveryPlace() {
        assertArrayEquals(new int[] {1, 2, 3, 4}, X.unsqueeze(0).shape());
        assertArrayEquals(new int[] {2, 1, 3, 4}, X.unsqueeze(1).shape());
        assertArrayEquals(new int[] {2, 3, 4, 1}, X.unsqueeze(-1).shape());
    }

    @Test
    void errorsNameOperandAndShape() {
        Expect.error("reshape: tensor [2,3,4] with 24 elements does not fit [5,5]", () -> X.reshape(5, 5));
        Expect.error("reshape: tensor [2,3,4] with 24 elements does not fit [5,-1]", () -> X.reshape(5, -1));
        Expect.error("reshape: tensor [2,3,4] with 24 elements does not fit [-1,-1]", () -> X.reshape(-1, -1));
        Expect.error("reshape: tensor [2,3,4] with 24 elements does not fit [65536,65536]",
                () -> X.reshape(65536, 65536));
        Expect.error("reshape: tensor [0] with 0 elements does not fit [-1,0]", () -> Tensor.zeros(0).reshape(-1, 0));
        Expect.error("transpose: tensor [2,3,4] has no dimension 3", () -> X.transpose(0, 3));
        Expect.error("slice: 2..4 is outside dimension 1 of tensor [2,3,4]", () -> X.slice(1, 2, 4));
        Expect.error("slice: 2..1 is outside dimension 1 of tensor [2,3,4]", () -> X.slice(1, 2, 1));
        Expect.error("select: index 3 is outside dimension 1 of tensor [2,3,4]", () -> X.select(1, 3));
        Expect.error("unsqueeze: tensor [2,3,4] has no place 4 for a new dimension", () -> X.unsqueeze(4));
        Expect.error("concat: no tensors to join", () -> Tensor.concat(0));
        Expect.error("concat: tensors [2,3,4] and [2,3] differ outside dimension 0",
                () -> Tensor.concat(0, X, Tensor.zeros(2, 3)));
        Expect.error("concat: tensors [2,3,4] and [2,2,4] differ outside dimension -1",
                () -> Tensor.concat(-1, X, Tensor.zeros(2, 2, 4)));
        Expect.error("stack: no tensors to join", Tensor::stack);
        Expect.error("stack: tensors [2,3,4] and [2,3] differ", () -> Tensor.stack(X, Tensor.zeros(2, 3)));
    }
}
