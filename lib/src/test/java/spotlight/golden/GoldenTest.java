package spotlight.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import spotlight.check.Check;
import spotlight.golden.GoldenCase.Tolerance;
import spotlight.golden.GoldenCase.Values;
import spotlight.grad.Var;
import spotlight.tensor.Buffers;
import spotlight.tensor.Kernels;
import spotlight.tensor.ScalarKernels;
import spotlight.tensor.Tensor;

/**
 * Compares the library with PyTorch and NumPy, on scalar and on vector kernels: every case whose operation it knows, of
 * the folder {@code -Dgolden.dir=...} or of the project's own, all its outputs and all its gradients. Operations it
 * does not know are named at the end; {@code -Dgolden.strict=true} makes them fail.
 */
class GoldenTest {
    /** What float32 can be asked for where the reference computed in float64: a few of its 24 bits are lost. */
    private static final Tolerance FLOAT32 = new Tolerance(1e-5, 1e-6);

    /** Functions of one number lose no digits to sums: small values, as of GELU at -5, must be right as well. */
    private static final Set<String> FUNCTIONS = Set.of("gelu", "gelu_tanh", "relu", "tanh", "sigmoid", "silu");
    private static final Tolerance LAST_DIGITS = new Tolerance(1e-6, 1e-12);

    private static final Map<String, Integer> unknown = new TreeMap<>();
    private static int forward;
    private static int backward;

    @TestFactory
    Stream<DynamicNode> everyKnownCase() throws Exception {
        unknown.clear();
        forward = 0;
        backward = 0;
        List<Kernels> kernels = Kernels.best().lanes() == 1
                ? List.of(Kernels.best())
                : List.of(new ScalarKernels(), Kernels.best());
        List<DynamicNode> tests = new ArrayList<>();
        for (GoldenCase given : GoldenCase.readFolder(folder())) {
            if (!GoldenOps.KNOWN.containsKey(given.op()) && !GoldenGrads.KNOWN.containsKey(given.op())) {
                unknown.merge(given.op(), 1, Integer::sum);
                tests.addAll(unknown(given, Boolean.getBoolean("golden.strict")));
            } else {
                kernels.forEach(each -> tests.addAll(tests(given, each)));
            }
        }
        return tests.stream();
    }

    @AfterAll
    static void nameWhatIsUnknown() {
        System.out.println("golden: " + forward + " comparisons of outputs and " + backward
                + " of gradients with PyTorch and NumPy; operations not known yet: "
                + (unknown.isEmpty() ? "none" : unknown.toString().replaceAll("[{}]", "").replace('=', ' ')));
    }

    static List<DynamicTest> tests(GoldenCase given, Kernels kernels) {
        String name = given.id() + ", " + kernels.name();
        List<DynamicTest> tests = new ArrayList<>();
        if (GoldenOps.KNOWN.containsKey(given.op())) {
            tests.add(test(name, kernels, () -> compare(given)));
        }
        List<GoldenGrads.Op> ways = GoldenGrads.KNOWN.getOrDefault(given.op(), List.of());
        for (int i = 0; i < ways.size(); i++) {
            GoldenGrads.Op way = ways.get(i);
            tests.add(test(name + ", gradients" + (i == 0 ? "" : ", way " + (i + 1)), kernels, () -> {
                compareGradients(given, way);
                compareInRecycledMemory(given, way);
            }));
        }
        if (ways.isEmpty() && !given.all("grads").isEmpty()) {
            tests.add(DynamicTest.dynamicTest(name + ", gradients", () -> fail("gradients are not compared")));
        }
        return tests;
    }

    static List<DynamicTest> unknown(GoldenCase given, boolean strict) {
        return strict
                ? List.of(DynamicTest.dynamicTest(given.id(), () -> fail("operation " + given.op() + " is not known")))
                : List.of();
    }

    private static DynamicTest test(String name, Kernels kernels, Executable comparison) {
        return DynamicTest.dynamicTest(name, () -> {
            try (Kernels.Scope scope = Kernels.use(kernels)) {
                comparison.execute();
            }
        });
    }

    private static void compare(GoldenCase given) {
        Map<String, Object> actual = GoldenOps.KNOWN.get(given.op()).run(given);
        assertEquals(given.outputs().keySet(), actual.keySet(), "names of the outputs");
        given.outputs().forEach((name, expected) -> compare(given, name, expected, actual.get(name)));
        forward++;
    }

    /** Twice, so that the second time computes in the memory that the first has left, which is full of NaN. */
    private static void compareInRecycledMemory(GoldenCase given, GoldenGrads.Op op) {
        for (int i = 0; i < 2; i++) {
            try (Buffers.Scope scope = Buffers.recyclePoisoned()) {
                compareGradients(given, op);
            }
        }
        Buffers.clear();
    }

    /** The loss is {@code sum_k sum(outputs_k G_k)}. */
    private static void compareGradients(GoldenCase given, GoldenGrads.Op op) {
        GoldenVars vars = new GoldenVars(given);
        Map<String, Var> outputs = op.run(vars);
        assertEquals(given.outputs().keySet(), outputs.keySet(), "names of the outputs");
        given.outputs().forEach((name, expected) -> compare(given, name, expected, outputs.get(name).value()));
        boolean single = FUNCTIONS.contains(given.op());
        given.all("outputs64").forEach((name, expected) -> compare(name, expected, outputs.get(name).value(),
                single ? LAST_DIGITS : given.tolerance(name, FLOAT32)));
        Var loss = Var.constant(Tensor.scalar(0));
        for (Map.Entry<String, Values> g : given.all("grad_outputs").entrySet()) {
            loss = loss.plus(outputs.get(g.getKey()).times(Var.constant(g.getValue().tensor())).sum());
        }
        if (given.all("grads").isEmpty()) {
            return;
        }
        loss.backward();
        for (String section : List.of("grads", "grads64")) {
            given.all(section).forEach((name, expected) -> {
                assertTrue(vars.tracked().containsKey(name), name + " is not used");
                compare(given, name, expected, vars.tracked().get(name).grad());
            });
        }
        backward++;
    }

    private static void compare(GoldenCase given, String name, Values expected, Object actual) {
        compare(name, expected, actual, given.tolerance(name, FLOAT32));
    }

    private static void compare(String name, Values expected, Object actual, Tolerance allowed) {
        Tolerance tolerance = allowed;
        double[] numbers;
        if (actual instanceof Tensor tensor) {
            assertEquals(Arrays.toString(expected.shape()), Arrays.toString(tensor.shape()), "shape of " + name);
            numbers = GoldenRandom.doubles(tensor);
            if (expected.dtype().equals("float64") && tolerance.atol() < FLOAT32.atol() && tolerance != LAST_DIGITS) {
                tolerance = FLOAT32;
            }
        } else {
            numbers = (double[]) actual;
        }
        assertEquals(expected.data().length, numbers.length, "size of " + name);
        for (int i = 0; i < numbers.length; i++) {
            double wanted = expected.dtype().equals("float32") ? (float) expected.data()[i] : expected.data()[i];
            boolean bothNaN = Double.isNaN(wanted) && Double.isNaN(numbers[i]);
            if (!bothNaN && !Check.close(numbers[i], wanted, tolerance.rtol(), tolerance.atol())) {
                fail(name + "[" + i + "]: expected " + wanted + ", got " + numbers[i] + ", " + tolerance);
            }
        }
    }

    static Path folder() throws URISyntaxException {
        String folder = System.getProperty("golden.dir");
        return folder != null ? Path.of(folder) : Path.of(GoldenTest.class.getResource("/golden").toURI());
    }
}
