package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spotlight.kernel.ForkedKernel.Outcome;

/** What a cell prints arrives: all of it, in order, and unchanged. */
class OutboxTest {
    private final ForkedKernel kernel = ForkedKernel.shared();

    @Test
    void textOfEveryAlphabetArrives() {
        assertEquals("é 注意力 😀\n", kernel.run("System.out.println(\"é 注意力 😀\");").stdout());
        assertEquals("é 注意力 😀", kernel.run("\"é 注意力 😀\"").value());
    }

    @Test
    void charactersWrittenByteByByteArriveWhole() {
        assertEquals("注意",
                kernel.run("for (byte b : \"注意\".getBytes(\"UTF-8\")) { System.out.write(b); System.out.flush(); }")
                        .stdout());
    }

    @Test
    void errorsGoToTheirOwnStream() {
        assertEquals("out!", kernel.run("System.out.print(\"out!\"); System.err.print(\"err\");").stdout());
        assertEquals("err", kernel.run("System.out.print(\"out!\"); System.err.print(\"err\");").stderr());
    }

    @Test
    void progressLinesKeepTheirCarriageReturns() {
        assertEquals("\r1\r2\r3\n",
                kernel.run("for (int i = 1; i <= 3; i++) System.out.print(\"\\r\" + i);\nSystem.out.println();")
                        .stdout());
    }

    @Test
    void manySmallPrintsArriveInFewMessagesAndWhole() {
        String printed = kernel.run("for (int i = 0; i < 100_000; i++) System.out.println(i);").stdout();
        String[] lines = printed.split("\n");
        assertEquals(100_000, lines.length);
        for (int i = 0; i < lines.length; i++) {
            assertEquals(String.valueOf(i), lines[i]);
        }
    }

    @Test
    void whatAThreadPrintsAfterTheCellArrives() {
        kernel.execute(
                "new Thread(() -> { try { Thread.sleep(300); } catch (Exception e) { }"
                        + " System.out.println(\"late\"); }).start();");
        kernel.awaitOutput("late");
    }

    @Test
    void exceptionOfAThreadIsPrinted() {
        kernel.execute("new Thread(() -> { throw new IllegalStateException(\"in a thread\"); }, \"worker\").start();");
        kernel.awaitOutput("Exception in thread \"worker\" java.lang.IllegalStateException: in a thread");
    }

    @Test
    void outputStandsBeforeTheErrorThatFollows() {
        String printed = kernel.run("System.out.print(\"first\"); throw new RuntimeException();").stdout();
        assertTrue(printed.equals("first"), printed);
    }

    @Test
    void outputThatJsonCannotHoldIsReported() {
        Outcome outcome = kernel.run("""
                var odd = new io.github.spencerpark.jupyter.kernel.display.DisplayData("odd");
                odd.putMetaData("text/plain", Double.NaN);
                display(odd);
                "still here\"""");
        assertTrue(outcome.stderr().startsWith("an output could not be sent: NaN is not a valid double value"),
                outcome.stderr());
        assertEquals("still here", outcome.value());
    }
}
