package spotlight.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import spotlight.tensor.ScalarKernels;

/** The comparison itself: nothing of a case may be left out, and nothing may be wrong, without a failure. */
class GoldenCompletenessTest {
    private static String failure(String op, String outputs, String grads) {
        GoldenCase given = new GoldenCase("a.json", JsonParser.parseString("""
                {"id": "%s/1", "op": "%s", "attrs": {}, "tolerance": {"rtol": 0, "atol": 0},
                 "inputs": {"x": {"dtype": "float32", "shape": [2], "data": [-1, 3]}}, "outputs": {%s}, "grads": {%s},
                 "grad_outputs": {"y": {"dtype": "float32", "shape": [2], "data": [5, 7]}}}"""
                .formatted(op, op, outputs, grads)).getAsJsonObject());
        List<DynamicTest> tests = GoldenTest.tests(given, new ScalarKernels());
        DynamicTest last = tests.get(tests.size() - 1);
        try {
            last.getExecutable().execute();
            return "";
        } catch (Throwable failure) {
            return failure.getMessage();
        }
    }

    private static String tensor(String name, String data) {
        return "\"%s\": {\"dtype\": \"float32\", \"shape\": [2], \"data\": [%s]}".formatted(name, data);
    }

    @Test
    void whatIsRightPasses() {
        assertEquals("", failure("relu", tensor("y", "0, 3"), tensor("inputs.x", "0, 7")));
    }

    @Test
    void anOutputThatNobodyComputesFails() {
        assertEquals("names of the outputs ==> expected: <[y, z]> but was: <[y]>",
                failure("relu", tensor("y", "0, 3") + ", " + tensor("z", "0, 3"), tensor("inputs.x", "0, 7")));
    }

    @Test
    void aGradientThatNobodyComputesFails() {
        assertTrue(failure("relu", tensor("y", "0, 3"), tensor("inputs.h", "0, 7")).startsWith("inputs.h is not used"));
        assertEquals("gradients are not compared",
                failure("single_query_attention", tensor("y", "0, 3"), tensor("inputs.x", "0, 7")));
    }

    @Test
    void wrongNumbersFailWithBothValues() {
        assertEquals("y[1]: expected 4.0, got 3.0, Tolerance[rtol=0.0, atol=0.0]",
                failure("relu", tensor("y", "0, 4"), tensor("inputs.x", "0, 7")));
        assertEquals("inputs.x[1]: expected 8.0, got 7.0, Tolerance[rtol=0.0, atol=0.0]",
                failure("relu", tensor("y", "0, 3"), tensor("inputs.x", "0, 8")));
    }

    @Test
    void anOperationNobodyKnowsIsNamedOrFails() {
        GoldenCase given = new GoldenCase("a.json",
                JsonParser.parseString("{\"id\": \"x/1\", \"op\": \"never_heard_of\"}").getAsJsonObject());
        assertTrue(GoldenTest.unknown(given, false).isEmpty());
        DynamicTest test = GoldenTest.unknown(given, true).get(0);
        assertEquals("operation never_heard_of is not known",
                assertThrows(AssertionError.class, () -> test.getExecutable().execute()).getMessage());
    }
}
