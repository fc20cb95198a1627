package spotlight.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import spotlight.check.Check;
import spotlight.golden.GoldenCase.Tolerance;
import spotlight.grad.Var;
import spotlight.tensor.Tensor;
import spotlight.train.Adam;

/** Cases that record the parameters after one step of Adam on their loss: {@code adam_step}. */
class GoldenAdamStepTest {
    private static final Tolerance NONE = new Tolerance(0, 0);
    /** Below it a gradient is rounding noise, of which Adam's first step, lr g / |g|, would take the sign. */
    private static final float NOISE = 1e-6f;

    @TestFactory
    Stream<DynamicTest> parametersAfterOneStep() throws Exception {
        return GoldenCase.readFolder(GoldenTest.folder()).stream().filter(c -> c.json().has("adam_step"))
                .map(c -> DynamicTest.dynamicTest(c.id(), () -> compare(c)));
    }

    private static void compare(GoldenCase given) {
        GoldenVars vars = new GoldenVars(given);
        Var loss = GoldenGrads.KNOWN.get(given.op()).get(0).run(vars).get("loss");
        loss.backward();
        JsonObject recorded = given.json().getAsJsonObject("adam_step");
        GoldenCase step = new GoldenCase(given.file(), recorded); // it has sections of its own
        List<Var> params = new ArrayList<>();
        step.all("params").keySet().forEach(name -> params.add(vars.param(name)));
        new Adam(params, recorded.get("lr").getAsDouble()).step();
        int compared = 0;
        for (Map.Entry<String, GoldenCase.Values> each : step.all("params").entrySet()) {
            compared += compare(each.getKey(), each.getValue().tensor(), vars.param(each.getKey()),
                    step.tolerance(each.getKey(), NONE));
        }
        assertTrue(compared > 0, "gradients above the noise");
    }

    private static int compare(String name, Tensor expected, Var actual, Tolerance tolerance) {
        float[] grad = actual.grad().data();
        int compared = 0;
        for (int i = 0; i < grad.length; i++) {
            float wanted = expected.data()[i];
            float got = actual.value().data()[i];
            if (Math.abs(grad[i]) >= NOISE) {
                compared++;
                assertTrue(Check.close(got, wanted, tolerance.rtol(), tolerance.atol()),
                        name + "[" + i + "]: expected " + wanted + ", got " + got);
            }
        }
        assertEquals(expected.size(), grad.length, name);
        return compared;
    }
}
