package spotlight.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.Expect;
import spotlight.golden.GoldenCase.Tolerance;

class GoldenCaseTest {
    private static final Tolerance NONE = new Tolerance(0, 0);

    @TempDir
    private Path folder;

    private GoldenCase read(String oneCase) throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"schema\": \"gold-1\", \"cases\": [" + oneCase + "]}");
        return GoldenCase.readFolder(folder).get(0);
    }

    @Test
    void readsNumbersFlagsAndWhatIsNoNumber() throws IOException {
        GoldenCase read = read("""
                {"id": "x/1", "op": "x", "attrs": {"dim": -1, "scale": null}, "tolerance": {"rtol": 1e-5, "atol": 2e-6},
                 "inputs": {"x": {"dtype": "float32", "shape": [4], "data": ["NaN", "-Infinity", -0.0, 1.5]},
                            "mask": {"dtype": "bool", "shape": [2], "data": [true, false]}},
                 "outputs": {"y": {"dtype": "float64", "shape": [], "data": [2]}}}""");
        assertEquals("[ nan -inf  0.0  1.5]", read.input("x").toString(1));
        assertTrue(read.inputValues("mask").booleans()[0]);
        assertEquals(-1, read.number("dim"));
        assertTrue(!read.hasAttribute("scale") && !read.hasInput("k") && !read.hasParam("weight"));
        assertEquals(2, read.outputs().get("y").data()[0]);
        assertEquals(new Tolerance(1e-5, 2e-6), read.tolerance("y", NONE));
    }

    @Test
    void aToleranceMayBelongToOneOutput() throws IOException {
        GoldenCase read = read("{\"id\": \"x/1\", \"op\": \"x\", \"tolerance\": {\"y\": {\"rtol\": 0, \"atol\": 1}}}");
        assertEquals(new Tolerance(0, 1), read.tolerance("y", NONE));
        assertEquals(NONE, read.tolerance("other", NONE));
    }

    @Test
    void errorsNameFolderFileAndCase() throws IOException {
        Path missing = folder.resolve("missing");
        Expect.error("golden folder " + missing + " does not exist", () -> GoldenCase.readFolder(missing));
        Expect.error("golden folder " + folder + " has no .json file and no model",
                () -> GoldenCase.readFolder(folder));
        Expect.error("golden file a.json, case x/1 has no op", () -> read("{\"id\": \"x/1\"}"));
        Expect.error("golden file a.json, case x/1 has no inputs",
                () -> read("{\"id\": \"x/1\", \"op\": \"x\"}").inputValues("x"));
        Expect.error("golden file a.json, case x/1 has no x in inputs",
                () -> read("{\"id\": \"x/1\", \"op\": \"x\", \"inputs\": {}}").inputValues("x"));
        Expect.error("golden file a.json, case x/1 has no attribute dim",
                () -> read("{\"id\": \"x/1\", \"op\": \"x\", \"attrs\": {}}").number("dim"));
        Expect.error("golden file a.json, case x/1: x has 1 numbers for shape [2]", () -> read("""
                {"id": "x/1", "op": "x", "inputs": {"x": {"dtype": "float32", "shape": [2], "data": [1]}}}""")
                .input("x"));
    }

    @Test
    void aFileOfAnotherKindIsAClearError() throws IOException {
        Files.writeString(folder.resolve("b.json"), "{\"schema\": \"gold-2\"}");
        Expect.error("golden file b.json is not of schema gold-1", () -> GoldenCase.readFolder(folder));
        Files.writeString(folder.resolve("b.json"), "{\"schema\": \"gold-1\"}");
        Expect.error("golden file b.json has no cases", () -> GoldenCase.readFolder(folder));
        Files.writeString(folder.resolve("b.json"), "{\"schema\": \"gold-1\", \"cases\": ");
        Expect.error("golden file b.json is not JSON", () -> GoldenCase.readFolder(folder));
    }
}
