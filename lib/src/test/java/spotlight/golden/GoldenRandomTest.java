package spotlight.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.golden.GoldenCase.Values;
import spotlight.tensor.Tensor;

/** Random numbers are not close to the recorded ones but equal, also where a case allows for other processors. */
class GoldenRandomTest {
    private static final List<String> OPS = List.of("mt19937", "torch_rng", "numpy_legacy_rng");

    @Test
    void everyStreamEqualsTheRecordedOneToTheBit() throws Exception {
        Path own = Path.of(GoldenRandomTest.class.getResource("/golden").toURI());
        int compared = 0;
        for (GoldenCase given : GoldenCase.readFolder(own)) {
            if (OPS.contains(given.op())) {
                String name = given.op().equals("mt19937") ? "u32" : "values";
                Values expected = given.outputs().get(name);
                double[] actual = (double[]) GoldenOps.KNOWN.get(given.op()).run(given).get(name);
                boolean float32 = expected.dtype().equals("float32");
                double[] wanted = float32
                        ? GoldenRandom.doubles(Tensor.of(expected.data(), expected.shape()))
                        : expected.data();
                assertArrayEquals(wanted, actual, given.id());
                compared++;
            }
        }
        assertEquals(50, compared);
    }
}
