package spotlight.grad;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spotlight.Expect;
import spotlight.tensor.Buffers;

class ActivationTest {
    private static final double ROUNDING = 2e-6; // of sums of 17 products of numbers around 1

    @ParameterizedTest
    @EnumSource
    void inALinearLayerItIsTheSameAsAfterIt(Activation f) {
        Var[] fused = parameters();
        Var[] byParts = parameters();
        Var expected = f.apply(byParts[0].linear(byParts[1], byParts[2]));
        expected.backward(Expect.random(5, 2, 3, 33));
        try (Buffers.Scope scope = Buffers.recyclePoisoned()) {
            Var y = fused[0].linear(fused[1], fused[2], f);
            Expect.close(expected.value(), y.value(), ROUNDING);
            try (Var.Scope off = Var.noGrad()) {
                Expect.equal(y.value(), fused[0].linear(fused[1], fused[2], f).value());
            }
            y.backward(Expect.random(5, 2, 3, 33));
        }
        Buffers.clear();
        for (int i = 0; i < fused.length; i++) {
            Expect.close(byParts[i].grad(), fused[i].grad(), ROUNDING);
        }
    }

    private static Var[] parameters() {
        return new Var[] {Var.parameter(Expect.random(1, 2, 3, 17)), Var.parameter(Expect.random(2, 33, 17)),
                Var.parameter(Expect.random(3, 33))};
    }
}
