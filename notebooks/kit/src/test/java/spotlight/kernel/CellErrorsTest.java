package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.kernel.ForkedKernel.Outcome;

/** What the learner reads below a cell that failed. */
class CellErrorsTest {
    private final ForkedKernel kernel = ForkedKernel.shared();

    @Test
    void compileErrorNamesLineAndPlace() {
        Outcome outcome = kernel.run("int before = 1;\nint wrong =\n  before + undefined;");
        String expected = """
                cell line 3: error: cannot find symbol
                      before + undefined;
                               ^
                  symbol:   variable undefined""";
        assertEquals(expected, outcome.traceback());
        assertEquals(expected, outcome.error().get("evalue").getAsString());
        assertEquals("CompilationError", outcome.error().get("ename").getAsString());
    }

    @Test
    void allCompileErrorsOfAStatementAreShown() {
        assertEquals("""
                cell line 1: error: incompatible types: java.lang.String cannot be converted to int
                    void two() { int a = "x";
                                         ^
                cell line 2: error: incompatible types: int cannot be converted to java.lang.String
                      String b = 1; }
                                 ^""", kernel.run("void two() { int a = \"x\";\n  String b = 1; }").traceback());
    }

    @Test
    void incompleteCellSaysWhereItEnds() {
        assertEquals("""
                cell line 2: error: reached end of file while parsing
                    if (2 > 1) {
                                ^""", kernel.run("int open = 1;\nif (2 > 1) {").traceback());
    }

    @Test
    void exceptionEndsAtTheCell() {
        Outcome outcome = kernel
                .run("int zero = 0;\n// divides\nint divide(int a) {\n  return a / zero;\n}\n\n/* now\n */ divide(3)");
        assertEquals("""
                java.lang.ArithmeticException: / by zero
                    at divide (cell line 4)
                    at cell line 8""", outcome.traceback());
        assertEquals("ArithmeticException", outcome.error().get("ename").getAsString());
        assertEquals("/ by zero", outcome.error().get("evalue").getAsString());
    }

    @Test
    void exceptionNamesTheEarlierCellAndItsCauses() {
        kernel.run(
                "\nvoid fail() {\n  throw new IllegalStateException(\"outer\", new RuntimeException(\"inner\"));\n}");
        String trace = kernel.run("fail()").traceback();
        assertTrue(trace.matches("""
                java.lang.IllegalStateException: outer
                    at fail \\(cell \\[\\d+\\] line 3\\)
                    at cell line 1
                Caused by: java.lang.RuntimeException: inner
                    at fail \\(cell \\[\\d+\\] line 3\\)
                    at cell line 1"""), trace);
    }

    @Test
    void exceptionInLibraryCodeKeepsItsFrames() {
        String trace = kernel.run("Optional.empty().get()").traceback();
        assertTrue(trace.matches("""
                java.util.NoSuchElementException: No value present
                    at java.base/java.util.Optional.get\\(Optional.java:\\d+\\)
                    at cell line 1"""), trace);
    }

    @Test
    void exceptionClassOfACellGoesByItsOwnName() {
        Outcome outcome = kernel.run("""
                class Mine extends RuntimeException {
                    Mine(String message) { super(message); }
                    void rise() { throw this; }
                }
                new Mine("hi").rise()""");
        assertEquals("Mine: hi\n    at cell line 5", outcome.traceback());
        assertEquals("Mine", outcome.error().get("ename").getAsString());
    }

    @Test
    void endlessRecursionIsAnErrorOfTheCell() {
        Outcome outcome = kernel.run("int deeper(int n) { return deeper(n + 1) + 1; }\ndeeper(0)");
        assertTrue(outcome.traceback().startsWith("java.lang.StackOverflowError: the calls are nested too deeply:"
                + " is there a recursion without an end?\n    at deeper (cell line 1)\n    ... the same "),
                outcome.traceback());
        assertEquals("2", kernel.run("1 + 1").value());
    }
}
