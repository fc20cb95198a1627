package spotlight.grad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.random.TorchRandom;
import spotlight.tensor.Buffers;
import spotlight.tensor.Tensor;

/** What operations do with operands that are wrong, empty, or no numbers. */
class VarInputTest {
    private static Var zeros(int... shape) {
        return Var.parameter(Tensor.zeros(shape));
    }

    @Test
    void shapesThatDoNotFitAreNamedOnBothSides() {
        Expect.error("plus: a [2] and b [3] do not broadcast, 2 and 3 differ and neither is 1",
                () -> zeros(2).plus(zeros(3)));
        Expect.error("minus: a [2] and b [3] do not broadcast, 2 and 3 differ and neither is 1",
                () -> zeros(2).minus(zeros(3)));
        Expect.error("times: a [2] and b [3] do not broadcast, 2 and 3 differ and neither is 1",
                () -> zeros(2).times(zeros(3)));
        Expect.error("dividedBy: a [2] and b [3] do not broadcast, 2 and 3 differ and neither is 1",
                () -> zeros(2).dividedBy(zeros(3)));
        Expect.error("matmul: a [2,3] x b [4,5], inner sizes 3 and 4 differ", () -> zeros(2, 3).matmul(zeros(4, 5)));
        Expect.error("matmulNT: a [2,3] x b [4,5], inner sizes 3 and 5 differ",
                () -> zeros(2, 3).matmulNT(zeros(4, 5)));
        Expect.error("matmulTN: a [2,3] x b [4,5], inner sizes 2 and 4 differ",
                () -> zeros(2, 3).matmulTN(zeros(4, 5)));
        Expect.error("layerNorm: x [2,3] needs weight and bias [3], got [2] and [3]",
                () -> zeros(2, 3).layerNorm(zeros(2), zeros(3), 1e-5f));
        Expect.error("sum: tensor [2,3] has no dimension 2", () -> zeros(2, 3).sum(2));
        Expect.error("mean: tensor [2,3] has no dimension -3", () -> zeros(2, 3).mean(-3));
        Expect.error("softmax: tensor [2,3] has no dimension 2", () -> zeros(2, 3).softmax(2));
        Expect.error("logSoftmax: tensor [] has no dimension -1", () -> zeros().logSoftmax());
    }

    @Test
    void linearLayersNameWhatDoesNotFit() {
        Expect.error("linear: x [2,3], weight [5,4], rows of 3 numbers do not fit 4 inputs",
                () -> zeros(2, 3).linear(zeros(5, 4), zeros(5)));
        Expect.error("linear: weight [5,3] needs bias [5], got [3]",
                () -> zeros(2, 3).linear(zeros(5, 3), zeros(3), Activation.GELU));
        Expect.error("linear: x [2,3], weight [3], the weight must be a matrix [out,in] and x [..,in]",
                () -> zeros(2, 3).linear(zeros(3)));
        Expect.error("linear: x [], weight [5,3], the weight must be a matrix [out,in] and x [..,in]",
                () -> zeros().linear(zeros(5, 3)));
    }

    @Test
    void formsNameWhatDoesNotFit() {
        Expect.error("reshape: tensor [2,3] with 6 elements does not fit [4,-1]", () -> zeros(2, 3).reshape(4, -1));
        Expect.error("transpose: tensor [3] has no two dimensions to exchange", () -> zeros(3).transpose());
        Expect.error("transpose: tensor [2,3] has no dimension 2", () -> zeros(2, 3).transpose(0, 2));
        Expect.error("slice: 1..4 is outside dimension 1 of tensor [2,3]", () -> zeros(2, 3).slice(1, 1, 4));
        Expect.error("select: index 3 is outside dimension -1 of tensor [2,3]", () -> zeros(2, 3).select(-1, 3));
        Expect.error("unsqueeze: tensor [2,3] has no place 4 for a new dimension", () -> zeros(2, 3).unsqueeze(4));
        Expect.error("split: dimension 1 of tensor [2,3] is not a multiple of 2 parts", () -> zeros(2, 3).split(1, 2));
        Expect.error("split: dimension 1 of tensor [2,3] is not a multiple of 0 parts", () -> zeros(2, 3).split(1, 0));
        Expect.error("split: lengths [1,1] do not add up to dimension 1 of tensor [2,3]",
                () -> zeros(2, 3).split(1, new int[] {1, 1}));
        Expect.error("split: tensor [2,3] has no dimension 2", () -> zeros(2, 3).split(2, 1));
        Expect.error("concat: tensors [2,3] and [2,4] differ outside dimension 0",
                () -> Var.concat(0, zeros(2, 3), zeros(2, 4)));
        Expect.error("concat: no tensors to join", () -> Var.concat(0));
        Expect.error("stack: tensors [2] and [3] differ", () -> Var.stack(zeros(2), zeros(3)));
    }

    @Test
    void anIdOutsideTheVocabularyIsNamed() {
        Expect.error("rows: id 4 at 1 is outside a vocabulary of 4", () -> zeros(4, 2).rows(new int[] {3, 4}));
        Expect.error("rows: id -1 at 0 is outside a vocabulary of 4",
                () -> zeros(4, 2).rowsPadded(0, new int[] {-1}));
        Expect.error("rows: 3 ids do not fill shape [2,2]", () -> zeros(4, 2).rows(new int[3], 2, 2));
        Expect.error("rows: table [4] is not a matrix", () -> zeros(4).rows(new int[3]));
    }

    @Test
    void dropoutNeedsAProbability() {
        Expect.error("dropout: p 1.5 is not a probability from 0 to 1",
                () -> zeros(2).dropout(1.5, new TorchRandom(0)));
        Expect.error("dropout: p NaN is not a probability from 0 to 1",
                () -> zeros(2).dropout(Double.NaN, new TorchRandom(0)));
    }

    @Test
    void aConstantHasNoGradient() {
        Var constant = Var.constant(Tensor.ones(2));
        Expect.error("grad: [2] is a constant", constant::grad);
        Expect.error("backward: [] depends on no parameter, or was computed under noGrad",
                () -> constant.sum().backward());
        Expect.error("backward: [2] depends on no parameter, or was computed under noGrad",
                () -> constant.backward(Tensor.ones(2)));
        constant.clearGrad();
    }

    @Test
    void recycledValuesSaySo() {
        Var w = Var.parameter(Tensor.vector(1, 2));
        try (Buffers.Scope scope = Buffers.recycle()) {
            Var y = w.exp();
            Var loss = y.sum();
            loss.backward();
            assertEquals("value: its memory is recycled, backward was its last reader",
                    assertThrows(IllegalStateException.class, y::value).getMessage());
            assertEquals("backward: a second time through values whose memory is recycled already",
                    assertThrows(IllegalStateException.class, loss::backward).getMessage());
            assertTrue(loss.item() > 10);
        }
        assertArrayEquals(w.value().exp().data(), w.grad().data());
        Buffers.clear();
    }

    @Test
    void outsideAScopeEveryValueKeepsItsGradient() {
        Var w = Var.parameter(Tensor.vector(1, 2));
        Var y = w.times(3);
        Var z = y.reshape(2, 1).plus(1).relu();
        Var loss = z.square().sum();
        loss.backward();
        loss.backward();
        assertArrayEquals(new float[] {8, 14}, z.grad().data());
        assertArrayEquals(new float[] {8, 14}, y.grad().data());
        assertArrayEquals(new float[] {48, 84}, w.grad().data());
        assertArrayEquals(new float[] {1}, loss.grad().data());
    }

    @Test
    void notANumberGoesThroughForwardAndBackward() {
        Tensor x = Tensor.vector(1, Float.NaN, 2);
        List<UnaryOperator<Var>> operations = List.of(Var::exp, Var::log, Var::sqrt, Var::square, Var::tanh,
                Var::sigmoid, Var::gelu, Var::geluTanh, Var::silu, v -> v.plus(v), v -> v.dividedBy(v));
        for (UnaryOperator<Var> operation : operations) {
            Var w = Var.parameter(x);
            Var y = operation.apply(w);
            y.square().sum().backward(); // 2y dy
            assertTrue(Float.isNaN(y.value().at(1)) && Float.isNaN(w.grad().at(1)));
            assertTrue(Float.isFinite(y.value().at(2)) && Float.isFinite(w.grad().at(2)));
        }
        Var row = Var.parameter(x);
        row.softmax().square().sum().backward();
        assertTrue(Float.isNaN(row.grad().at(0)) && Float.isNaN(row.grad().at(2)));
    }

    @Test
    void dropoutOfNothingIsTheValueItself() {
        Var w = zeros(3);
        assertSame(w, w.dropout(0, new TorchRandom(0)));
        Var all = Var.parameter(Tensor.ones(3));
        Var dropped = all.dropout(1, new TorchRandom(0));
        dropped.sum().backward();
        assertArrayEquals(new float[3], dropped.value().data());
        assertArrayEquals(new float[3], all.grad().data());
    }

    @Test
    void theMeanOfNothingIsNotANumberAndChangesNothing() {
        Var nothing = zeros(0, 3);
        Var mean = nothing.mean();
        mean.backward();
        assertTrue(Float.isNaN(mean.item()));
        assertArrayEquals(new int[] {0, 3}, nothing.grad().shape());
    }
}
