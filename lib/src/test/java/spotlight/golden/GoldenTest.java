package spotlight.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import spotlight.check.Check;
import spotlight.golden.GoldenCase.Tolerance;
import spotlight.golden.GoldenCase.Values;
import spotlight.tensor.Kernels;
import spotlight.tensor.ScalarKernels;
import spotlight.tensor.Tensor;

/**
 * Compares the library with PyTorch and NumPy, on scalar and on vector kernels: every case whose operation it knows, of
 * the folder {@code -Dgolden.dir=...} or of the project's own. Operations it does not know are named at the end.
 */
class GoldenTest {
    /** What float32 can be asked for where the reference computed in float64: a few of its 24 bits are lost. */
    private static final Tolerance FLOAT32 = new Tolerance(1e-5, 1e-6);

    private static final Map<String, Integer> unknown = new TreeMap<>();
    private static int compared;

    @TestFactory
    Stream<DynamicNode> everyKnownCase() throws Exception {
        unknown.clear();
        compared = 0;
        List<GoldenCase> cases = GoldenCase.readFolder(folder());
        for (GoldenCase given : cases) {
            if (!GoldenOps.KNOWN.containsKey(given.op())) {
                unknown.merge(given.op(), 1, Integer::sum);
            }
        }
        List<GoldenCase> known = cases.stream().filter(given -> GoldenOps.KNOWN.containsKey(given.op())).toList();
        List<Kernels> kernels = Kernels.best().lanes() == 1
                ? List.of(Kernels.best())
                : List.of(new ScalarKernels(), Kernels.best());
        return kernels.stream().flatMap(each -> known.stream().map(given -> test(given, each)));
    }

    @AfterAll
    static void nameWhatIsUnknown() {
        System.out.println("golden: " + compared + " comparisons with PyTorch and NumPy; operations not known yet: "
                + (unknown.isEmpty() ? "none" : unknown.toString().replaceAll("[{}]", "").replace('=', ' ')));
    }

    private static DynamicTest test(GoldenCase given, Kernels kernels) {
        return DynamicTest.dynamicTest(given.id() + ", " + kernels.name(), () -> {
            try (Kernels.Scope scope = Kernels.use(kernels)) {
                compare(given);
            }
        });
    }

    private static void compare(GoldenCase given) {
        Map<String, Object> actual = GoldenOps.KNOWN.get(given.op()).run(given);
        assertEquals(given.outputs().keySet(), actual.keySet(), "names of the outputs");
        given.outputs().forEach((name, expected) -> compare(given, name, expected, actual.get(name)));
        compared++;
    }

    private static void compare(GoldenCase given, String name, Values expected, Object actual) {
        Tolerance tolerance = given.tolerance(name, FLOAT32);
        double[] numbers;
        if (actual instanceof Tensor tensor) {
            assertEquals(Arrays.toString(expected.shape()), Arrays.toString(tensor.shape()), "shape of " + name);
            numbers = GoldenRandom.doubles(tensor);
            if (expected.dtype().equals("float64") && tolerance.atol() < FLOAT32.atol()) {
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
