package spotlight.grad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.tensor.Tensor;

/** Operations compute what those of {@link Tensor} compute; their gradients have tests of their own. */
class VarValuesTest {
    private static final double ROUNDING = 1e-6; // the same sums, one of them begun at the bias
    private final Tensor x = Expect.random(1, 2, 3, 4);
    private final Tensor y = Expect.random(2, 2, 3, 4);
    private final Var a = Var.parameter(x);
    private final Var b = Var.parameter(y);

    private void same(UnaryOperator<Tensor> expected, UnaryOperator<Var> actual) {
        Expect.equal(expected.apply(x), actual.apply(a).value());
    }

    @Test
    void arithmetic() {
        same(t -> t.plus(y), v -> v.plus(b));
        same(t -> t.minus(y), v -> v.minus(b));
        same(t -> t.times(y), v -> v.times(b));
        same(t -> t.dividedBy(y), v -> v.dividedBy(b));
        same(t -> t.plus(2), v -> v.plus(2));
        same(t -> t.minus(2), v -> v.minus(2));
        same(t -> t.times(2), v -> v.times(2));
        same(t -> t.dividedBy(3), v -> v.dividedBy(3));
        same(Tensor::negate, Var::negate);
    }

    @Test
    void functionsOfEachElement() {
        same(Tensor::exp, Var::exp);
        same(t -> t.square().log(), v -> v.square().log());
        same(t -> t.square().sqrt(), v -> v.square().sqrt());
        same(Tensor::tanh, Var::tanh);
        same(Tensor::sigmoid, Var::sigmoid);
        same(Tensor::relu, Var::relu);
        same(Tensor::gelu, Var::gelu);
        same(Tensor::geluTanh, Var::geluTanh);
        same(Tensor::silu, Var::silu);
    }

    @Test
    void sumsAndRows() {
        assertEquals(x.sum(), a.sum().item());
        assertEquals(x.mean(), a.mean().item());
        same(t -> t.sum(1), v -> v.sum(1));
        same(t -> t.mean(-1), v -> v.mean(-1));
        same(Tensor::softmax, Var::softmax);
        same(t -> t.softmax(0), v -> v.softmax(0));
        same(Tensor::logSoftmax, Var::logSoftmax);
        same(t -> t.logSoftmax(1), v -> v.logSoftmax(1));
        Tensor weight = Expect.random(3, 4);
        same(t -> t.layerNorm(weight, weight, 0.1f),
                v -> v.layerNorm(Var.constant(weight), Var.constant(weight), 0.1f));
    }

    @Test
    void products() {
        Tensor w = Expect.random(3, 5, 4);
        Tensor bias = Expect.random(4, 5);
        same(t -> t.matmul(y.transpose()), v -> v.matmul(b.transpose()));
        same(t -> t.matmulNT(y), v -> v.matmulNT(b));
        same(t -> t.matmulTN(y), v -> v.matmulTN(b));
        same(t -> t.matmulNT(w), v -> v.linear(Var.constant(w)));
        Expect.close(x.matmulNT(w).plus(bias), a.linear(Var.constant(w), Var.constant(bias)).value(), ROUNDING);
        Expect.close(x.matmulNT(w).plus(bias).relu(),
                a.linear(Var.constant(w), Var.constant(bias), Activation.RELU).value(), ROUNDING);
    }

    @Test
    void forms() {
        same(t -> t.reshape(4, -1), v -> v.reshape(4, -1));
        same(Tensor::transpose, Var::transpose);
        same(t -> t.transpose(0, 2), v -> v.transpose(0, 2));
        same(t -> t.slice(1, 1, 3), v -> v.slice(1, 1, 3));
        same(t -> t.select(2, -1), v -> v.select(2, -1));
        same(t -> t.unsqueeze(1), v -> v.unsqueeze(1));
        same(t -> Tensor.concat(1, t, y), v -> Var.concat(1, v, b));
        same(t -> Tensor.stack(t, y), v -> Var.stack(v, b));
        same(t -> t, v -> Var.concat(2, v.split(2, 2)));
        same(t -> t.slice(1, 1, 3), v -> v.split(1, new int[] {1, 2})[1]);
        assertEquals("[2, 3, 1]", Arrays.toString(a.split(-1, 4)[3].shape()));
    }

    @Test
    void rowsOfATable() {
        Tensor table = Expect.random(3, 5, 2);
        Var rows = Var.parameter(table).rows(new int[] {4, 0, 4, 1}, 2, 2);
        Tensor expected = Tensor.stack(table.select(0, 4), table.select(0, 0), table.select(0, 4), table.select(0, 1));
        Expect.equal(expected.reshape(2, 2, 2), rows.value());
        assertEquals("[4, 2]", Arrays.toString(Var.parameter(table).rows(new int[4]).shape()));
    }
}
