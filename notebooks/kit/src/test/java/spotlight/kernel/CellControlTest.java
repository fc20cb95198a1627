package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spotlight.kernel.ForkedKernel.Outcome;

/** Stop: the cell ends, and the next one works. */
class CellControlTest {
    private final ForkedKernel kernel = ForkedKernel.shared();

    @ParameterizedTest
    @ValueSource(strings = {"while (true) { }", "long n = 0; for (;;) { n++; }", "Thread.sleep(1_000_000);",
            "while (true) { try { Thread.sleep(1000); } catch (InterruptedException ignored) { } }",
            "while (true) { try { while (true) { } } catch (Throwable caught) { } }",
            "void again() { again2(); }\nvoid again2() { while (true) { try { again3(); } finally { } } }\n"
                    + "void again3() { }\nagain();",
            "java.util.stream.IntStream.iterate(0, i -> i + 1).filter(i -> false).findFirst();",
            "new Thread(() -> { while (true) { } }).start(); while (true) { }",
            "while (true) { new java.math.BigDecimal(2).sqrt(new java.math.MathContext(500)); }"})
    void stopEndsTheCell(String endless) {
        String id = kernel.execute("System.out.println(\"begun\");\n" + endless);
        kernel.awaitOutput("begun");
        kernel.stop();
        Outcome outcome = kernel.outcome(id);
        assertEquals("Stopped: the cell was stopped", outcome.traceback());
        assertEquals("2", kernel.run("1 + 1").value());
    }

    @Test
    void stopEndsTheWaitForInput() {
        String id = kernel.client().send(kernel.client().shell, "execute_request",
                Map.of("code", "new Scanner(System.in).nextLine()", "silent", false, "store_history", true,
                        "user_expressions", Map.of(), "allow_stdin", true, "stop_on_error", true));
        assertEquals("input_request", kernel.client().receive(kernel.client().stdin, ForkedKernel.PATIENCE_MS).type());
        kernel.stop();
        assertEquals("Stopped: the cell was stopped", kernel.outcome(id).traceback());
        kernel.client().send(kernel.client().stdin, "input_reply", Map.of("status", "ok", "value", "too late"));
        assertEquals("in time", kernel.answering("in time").run("new Scanner(System.in).nextLine()").value());
    }

    @Test
    void stopSparesAClassThatIsBeingInitialized() throws IOException {
        Path source = Files.writeString(kernel.folder().resolve("Slow.java"), """
                package slow;

                public class Slow {
                    public static int n;
                    static {
                        System.out.println("initializing");
                        long end = System.nanoTime() + 300_000_000L;
                        while (System.nanoTime() < end) {
                            n++;
                        }
                    }
                }""");
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", kernel.folder().toString(), source.toString());
        String id = kernel.execute("%classpath .\nint n = slow.Slow.n;\nwhile (true) { }");
        kernel.awaitOutput("initializing");
        kernel.stop();
        assertEquals("Stopped: the cell was stopped", kernel.outcome(id).traceback());
        Outcome later = kernel.run("slow.Slow.n > 0");
        assertEquals("true", later.value(), () -> later.traceback());
    }

    @Test
    void stopBetweenCellsDoesNothing() {
        kernel.stop();
        assertEquals("2", kernel.run("1 + 1").value());
    }

    @Test
    void threadOfAnEarlierCellSurvivesItsEnd() {
        Outcome outcome = kernel
                .run("var worker = new Thread(() -> { try { Thread.sleep(1_000_000); } catch (Exception e) { } });\n"
                        + "worker.start();\nworker.isAlive()");
        assertEquals("true", outcome.value());
        assertEquals("true", kernel.run("worker.isAlive()").value());
        kernel.run("worker.interrupt();");
    }

    @Test
    void statementBeyondTheTimeoutIsStopped() throws IOException {
        try (ForkedKernel impatient = new ForkedKernel(Map.of("IJAVA_TIMEOUT", "700 milliseconds"))) {
            assertEquals("Timeout: the cell took longer than 700 ms (IJAVA_TIMEOUT) and was stopped",
                    impatient.run("while (true) { }").traceback());
            assertEquals("2", impatient.run("1 + 1").value());
        }
    }
}
