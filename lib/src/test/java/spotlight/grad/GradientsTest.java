package spotlight.grad;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import spotlight.Expect;
import spotlight.random.TorchRandom;
import spotlight.tensor.Buffers;
import spotlight.tensor.Kernels;
import spotlight.tensor.ScalarKernels;
import spotlight.tensor.Tensor;

/** Each operation's gradients against difference quotients, over all entries: on all kernels, with memory recycled. */
class GradientsTest {
    private interface Operation extends Function<Var[], Var> {
    }

    /** An operation on parameters of these shapes. */
    private record Case(String name, Operation operation, int[]... shapes) {
    }

    private static Case of(String name, Operation operation, int[]... shapes) {
        return new Case(name, operation, shapes);
    }

    private static int[] s(int... shape) {
        return shape;
    }

    /** Away from 0, where functions have kinks and poles. */
    private static Var awayFromZero(Var x) {
        return x.square().plus(0.5f);
    }

    private static final List<Case> CASES = List.of( //
            of("plus", v -> v[0].plus(v[1]), s(3, 5), s(3, 5)), //
            of("plus, b stretched", v -> v[0].plus(v[1]), s(2, 3, 5), s(3, 5)), //
            of("plus, a stretched", v -> v[0].plus(v[1]), s(5), s(2, 3, 5)), //
            of("plus, both stretched", v -> v[0].plus(v[1]), s(4, 1, 3), s(2, 1)), //
            of("plus, a scalar", v -> v[0].plus(v[1]), s(), s(2, 1)), //
            of("plus, shared", v -> v[0].plus(v[0]).plus(v[0]), s(9)), //
            of("plus, tanh shared", v -> {
                Var t = v[0].tanh();
                return t.plus(t).times(t.sigmoid()).minus(t);
            }, s(9)), //
            of("minus", v -> v[0].minus(v[1]), s(3, 5), s(3, 5)), //
            of("minus, stretched", v -> v[0].minus(v[1]), s(3, 1), s(1, 5)), //
            of("times", v -> v[0].times(v[1]), s(3, 5), s(3, 5)), //
            of("times, stretched", v -> v[0].times(v[1]), s(2, 3, 1), s(3, 5)), //
            of("times, shared", v -> v[0].times(v[0]).times(v[0]), s(31)), //
            of("dividedBy", v -> v[0].dividedBy(awayFromZero(v[1])), s(3, 5), s(3, 5)), //
            of("dividedBy, stretched", v -> v[0].dividedBy(awayFromZero(v[1])), s(3, 5), s(5)), //
            of("dividedBy, shared", v -> v[0].dividedBy(awayFromZero(v[0])), s(17)), //
            of("with numbers", v -> v[0].plus(2).minus(3).times(5).dividedBy(7).negate(), s(33)), //
            of("exp", v -> v[0].exp(), s(33)), //
            of("log", v -> awayFromZero(v[0]).log(), s(33)), //
            of("sqrt", v -> awayFromZero(v[0]).sqrt(), s(33)), //
            of("square", v -> v[0].square(), s(33)), //
            of("tanh", v -> v[0].tanh(), s(33)), //
            of("sigmoid", v -> v[0].sigmoid(), s(33)), //
            of("relu", v -> awayFromZero(v[0]).times(v[1]).relu(), s(5), s(1)), //
            of("gelu", v -> v[0].gelu(), s(33)), //
            of("geluTanh", v -> v[0].geluTanh(), s(33)), //
            of("silu", v -> v[0].silu(), s(33)), //
            of("dropout", v -> v[0].dropout(0.4, new TorchRandom(3)), s(33)), //
            of("sum", v -> v[0].tanh().sum(), s(3, 5)), //
            of("mean", v -> v[0].mean().plus(v[0].tanh().mean()), s(3, 5)), //
            of("sum of rows", v -> v[0].sum(-1), s(3, 17)), //
            of("sum of columns, shared", v -> v[0].sum(0).plus(v[0].mean(0)), s(3, 5)), //
            of("mean in the middle", v -> v[0].mean(1), s(2, 3, 5)), //
            of("mean of rows, shared", v -> v[0].mean(2).plus(v[0].sum(2)), s(2, 3, 5)), //
            of("matmul", v -> v[0].matmul(v[1]), s(3, 17), s(17, 5)), //
            of("matmul, batched", v -> v[0].matmul(v[1]), s(2, 3, 4), s(2, 4, 5)), //
            of("matmul, one on the right", v -> v[0].matmul(v[1]), s(2, 3, 4), s(4, 5)), //
            of("matmul, one on the left", v -> v[0].matmul(v[1]), s(3, 4), s(2, 4, 5)), //
            of("matmul, stretched", v -> v[0].matmul(v[1]), s(2, 1, 3, 4), s(3, 4, 5)), //
            of("matmul, shared", v -> v[0].matmul(v[0]).matmul(v[0]), s(4, 4)), //
            of("matmulNT", v -> v[0].matmulNT(v[1]), s(3, 17), s(5, 17)), //
            of("matmulNT, batched", v -> v[0].matmulNT(v[1]), s(2, 3, 4), s(2, 5, 4)), //
            of("matmulNT, one on the right", v -> v[0].matmulNT(v[1]), s(2, 3, 4), s(5, 4)), //
            of("matmulNT, one on the left", v -> v[0].matmulNT(v[1]), s(3, 4), s(2, 5, 4)), //
            of("matmulNT, stretched", v -> v[0].matmulNT(v[1]), s(2, 1, 3, 4), s(1, 3, 5, 4)), //
            of("matmulNT, shared", v -> v[0].matmulNT(v[0]), s(3, 4)), //
            of("matmulTN", v -> v[0].matmulTN(v[1]), s(17, 3), s(17, 5)), //
            of("matmulTN, batched", v -> v[0].matmulTN(v[1]), s(2, 4, 3), s(2, 4, 5)), //
            of("matmulTN, one on the right", v -> v[0].matmulTN(v[1]), s(2, 4, 3), s(4, 5)), //
            of("matmulTN, stretched", v -> v[0].matmulTN(v[1]), s(4, 3), s(2, 1, 4, 5)), //
            of("linear", v -> v[0].linear(v[1], v[2]), s(3, 17), s(5, 17), s(5)), //
            of("linear without bias", v -> v[0].linear(v[1]), s(2, 3, 4), s(5, 4)), //
            of("linear of a vector", v -> v[0].linear(v[1], v[2]), s(4), s(5, 4), s(5)), //
            of("linear, shared", v -> v[0].linear(v[1], v[2]).linear(v[1], v[2]), s(2, 3, 4), s(4, 4), s(4)), //
            of("linear and relu",
                    v -> awayFromZero(v[0]).linear(awayFromZero(v[1]).negate(), v[2].square(), Activation.RELU)
                            .plus(awayFromZero(v[0]).linear(awayFromZero(v[1]), v[2].square(), Activation.RELU)),
                    s(3, 4), s(9, 4),
                    s(9)), //
            of("linear and gelu", v -> v[0].linear(v[1], v[2], Activation.GELU), s(3, 4), s(9, 4), s(9)), //
            of("linear and geluTanh", v -> v[0].linear(v[1], v[2], Activation.GELU_TANH), s(3, 4), s(9, 4), s(9)), //
            of("linear and silu", v -> v[0].linear(v[1], v[2], Activation.SILU), s(3, 4), s(9, 4), s(9)), //
            of("linear and tanh", v -> v[0].linear(v[1], v[2], Activation.TANH), s(3, 4), s(9, 4), s(9)), //
            of("linear and sigmoid", v -> v[0].linear(v[1], v[2], Activation.SIGMOID), s(3, 4), s(9, 4), s(9)), //
            of("linear and nothing", v -> v[0].linear(v[1], v[2], Activation.NONE), s(3, 4), s(9, 4), s(9)), //
            of("softmax", v -> v[0].softmax(), s(3, 17)), //
            of("softmax along the first", v -> v[0].softmax(0), s(3, 2, 5)), //
            of("logSoftmax", v -> v[0].logSoftmax(), s(3, 17)), //
            of("logSoftmax in the middle", v -> v[0].logSoftmax(1), s(3, 2, 5)), //
            of("layerNorm", v -> v[0].layerNorm(v[1], v[2], 1e-5f), s(3, 17), s(17), s(17)), //
            of("layerNorm, shared", v -> v[0].plus(v[0].layerNorm(v[1], v[1], 0.1f)), s(2, 3, 5), s(5)), //
            of("layerNorm of constants", v -> Var.constant(Expect.random(9, 2, 5)).layerNorm(v[0], v[1], 0.1f), s(5),
                    s(5)), //
            of("rows", v -> v[0].rows(new int[] {3, 1, 3, 0, 3, 2}, 2, 3), s(4, 5)), //
            of("rows, shared", v -> v[0].rows(new int[] {1, 1}).matmulNT(v[0]), s(4, 17)), //
            of("crossEntropy", v -> v[0].crossEntropy(new int[] {1, 0, 4}), s(3, 5)), //
            of("crossEntropy, ignored", v -> v[0].crossEntropy(new int[] {1, 2, 1, 0}, 1), s(2, 2, 17)), //
            of("crossEntropy, smoothed", v -> v[0].crossEntropy(new int[] {1, -100, 4},
                    CrossEntropy.MEAN.withSmoothing(0.1)), s(3, 5)), //
            of("crossEntropy, each", v -> v[0].crossEntropy(new int[] {1, 0, 3, 4},
                    CrossEntropy.MEAN.with(CrossEntropy.Reduction.NONE)), s(2, 2, 5)), //
            of("crossEntropy, sum", v -> v[0].tanh().crossEntropy(new int[] {1, 0, 3},
                    CrossEntropy.MEAN.with(CrossEntropy.Reduction.SUM)), s(3, 5)), //
            of("reshape", v -> v[0].reshape(3, -1).plus(v[0].tanh().reshape(3, 4)), s(2, 6)), //
            of("reshape twice", v -> v[0].tanh().reshape(3, 4).reshape(12).plus(v[1]), s(2, 6), s(1)), //
            of("unsqueeze", v -> v[0].unsqueeze(1).times(v[0]), s(3, 2)), //
            of("transpose", v -> v[0].transpose().times(v[0].tanh().transpose()), s(2, 3, 4)), //
            of("transpose of two", v -> v[0].transpose(0, 2), s(2, 3, 4)), //
            of("slice", v -> v[0].slice(1, 1, 3).plus(v[0].slice(1, 0, 2)), s(2, 3, 4)), //
            of("select", v -> v[0].select(1, -1).plus(v[0].select(1, 0)), s(2, 3, 4)), //
            of("split", v -> {
                Var[] parts = v[0].tanh().split(-1, 3);
                return parts[0].times(parts[2]); // the second is not used
            }, s(2, 6)), //
            of("split by lengths", v -> {
                Var[] parts = v[0].split(0, new int[] {1, 0, 2});
                return parts[0].times(parts[2]);
            }, s(3, 4)), //
            of("concat", v -> Var.concat(1, v[0], v[1], v[0]), s(2, 3, 2), s(2, 1, 2)), //
            of("stack", v -> Var.stack(v[0], v[1].tanh(), v[0]), s(2, 3), s(2, 3)), //
            of("empty", v -> v[0].plus(v[1]).times(v[0]).gelu().sum(0), s(0, 3), s(3)), //
            of("empty products", v -> v[0].matmul(v[1]).plus(v[2]), s(2, 0), s(0, 3), s(3)), //
            of("empty rows", v -> v[0].softmax().layerNorm(v[1], v[1], 1).linear(v[2], v[1]), s(0, 3), s(3), s(3, 3)), //
            of("rows of nothing", v -> v[0].softmax().matmul(v[1]), s(3, 0), s(0, 2)), //
            of("no inputs", v -> v[0].linear(v[1], v[2]), s(3, 0), s(2, 0), s(2)), //
            of("no outputs", v -> v[0].linear(v[1], v[2]), s(3, 2), s(0, 2), s(0)), //
            of("no ids", v -> v[0].rows(new int[0]).plus(v[1]), s(3, 2), s(2)), //
            of("empty batch of products", v -> v[0].matmul(v[1]), s(0, 2, 3), s(3, 4)), //
            of("empty batch, stretched", v -> v[0].matmulTN(v[1]), s(3, 2), s(0, 3, 4)), //
            of("one token", v -> v[0].softmax(1).layerNorm(v[1], v[1], 1).transpose().matmul(v[0]), s(2, 1, 3), s(3)), //
            of("an attention head", v -> {
                Var q = v[0].linear(v[1]);
                Var k = v[0].linear(v[2]);
                Var mask = Var.constant(Tensor.matrix(new float[] {0, -1e9f, -1e9f}, new float[] {0, 0, -1e9f},
                        new float[3]));
                return q.matmulNT(k).times(0.5f).plus(mask).softmax().matmul(v[0]);
            }, s(2, 3, 4), s(4, 4), s(4, 4)), //
            of("a block", v -> {
                Var x = v[0].layerNorm(v[1], v[2], 1e-3f);
                Var y = v[0].plus(x.linear(v[3], v[4], Activation.GELU).linear(v[3], v[4]));
                return y.plus(y.layerNorm(v[1], v[2], 1e-3f));
            }, s(2, 3, 4), s(4), s(4), s(4, 4), s(4)));

    @TestFactory
    Stream<DynamicTest> backwardAgreesWithDifferences() {
        return Stream.of(new ScalarKernels(), Kernels.best())
                .flatMap(kernels -> CASES.stream().map(each -> DynamicTest
                        .dynamicTest(each.name() + ", " + kernels.name(), () -> checkAll(each, kernels))));
    }

    private static void checkAll(Case each, Kernels kernels) {
        try (Kernels.Scope scope = Kernels.use(kernels)) {
            check(each);
            try (Buffers.Scope recycling = Buffers.recyclePoisoned()) {
                check(each);
                check(each);
            } finally {
                Buffers.clear();
            }
        }
    }

    private static void check(Case each) {
        Var[] parameters = new Var[each.shapes().length];
        Arrays.setAll(parameters, i -> Var.parameter(Expect.random(i + 1, each.shapes()[i])));
        GradCheck.check(() -> each.operation().apply(parameters), parameters);
    }
}
