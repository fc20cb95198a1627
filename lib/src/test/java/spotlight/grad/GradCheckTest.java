package spotlight.grad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import spotlight.tensor.Tensor;

class GradCheckTest {
    private final Var w = Var.parameter(Tensor.matrix(new float[] {1, 2}, new float[] {3, 4}));

    /** {@code w^2} with a backward that forgets the 2. */
    private Var wrongSquare() {
        return Var.of(w.value().square(), dy -> w.accumulate(() -> dy.times(w.value())), w);
    }

    @Test
    void rightGradientsPassAndNothingIsChanged() {
        Tensor before = Tensor.of(w.value().data(), 2, 2);
        GradCheck.check(() -> w.times(w).sum(), w);
        assertArrayEquals(before.data(), w.value().data());
    }

    @Test
    void aWrongGradientIsNamedWithBothValues() {
        String message = assertThrows(AssertionError.class, () -> GradCheck.check(this::wrongSquare, w)).getMessage();
        assertEquals("""
                gradient of parameter 0 [2,2] at [0,0]: backward says 1.5410, the loss changes by 3.0820
                gradient of parameter 0 [2,2] at [0,1]: backward says -0.58686, the loss changes by -1.1737
                gradient of parameter 0 [2,2] at [1,0]: backward says -6.5364, the loss changes by -13.073
                gradient of parameter 0 [2,2] at [1,1]: backward says 2.2737, the loss changes by 4.5475""", message);
    }

    @Test
    void parametersMayHaveNamesAndALongReportIsCut() {
        Var table = Var.parameter(Tensor.ones(3, 3));
        String message = assertThrows(AssertionError.class, () -> GradCheck
                .check(() -> Var.of(table.value(), dy -> {}, table), Map.of("wte", table))).getMessage();
        String[] lines = message.split("\\n");
        assertEquals("gradient of wte [3,3] at [0,0]: backward says 0.0000, the loss changes by 1.5410", lines[0]);
        assertEquals("and 4 more", lines[5]);
    }

    @Test
    void nanIsNeverClose() {
        Var negative = Var.parameter(Tensor.scalar(-1));
        assertEquals("gradient of parameter 0 [] at []: backward says -1.5410, the loss changes by NaN",
                assertThrows(AssertionError.class, () -> GradCheck.check(negative::log, negative)).getMessage());
    }
}
