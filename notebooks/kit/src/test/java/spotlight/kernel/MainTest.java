package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a kernel begins and how it ends. */
class MainTest {
    @TempDir
    private Path folder;

    @Test
    void missingConnectionFileIsNamed() throws Exception {
        Path missing = folder.resolve("none.json");
        Process process = new ProcessBuilder(ForkedKernel.command(missing)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertTrue(output.contains("kernel: connection file " + missing
                + " cannot be read: java.nio.file.NoSuchFileException: " + missing), output);
        assertEquals(2, process.waitFor());
    }

    @Test
    void shutdownIsAnsweredAndEndsTheProcess() throws Exception {
        try (ForkedKernel kernel = new ForkedKernel()) {
            kernel.client().send(kernel.client().control, "shutdown_request", Map.of("restart", true));
            assertEquals("shutdown_reply",
                    kernel.client().receive(kernel.client().control, ForkedKernel.PATIENCE_MS).type());
            assertTrue(kernel.process().waitFor(ForkedKernel.PATIENCE_MS, TimeUnit.MILLISECONDS));
            assertEquals(0, kernel.process().exitValue());
        }
    }

    @Test
    void systemExitEndsTheKernelWithLastWords() throws Exception {
        try (ForkedKernel kernel = new ForkedKernel()) {
            kernel.execute("System.out.println(\"bye\");\nSystem.exit(3);");
            kernel.awaitOutput("System.exit was called in the cell: the kernel has ended. Restart it to go on.\n");
            assertTrue(kernel.process().waitFor(ForkedKernel.PATIENCE_MS, TimeUnit.MILLISECONDS));
            assertEquals(3, kernel.process().exitValue());
        }
    }

    @Test
    void kernelEndsWithTheJupyterThatStartedIt() throws Exception {
        Process jupyter = new ProcessBuilder("sleep", "1000").start();
        try (ForkedKernel kernel = new ForkedKernel(Map.of("JPY_PARENT_PID", String.valueOf(jupyter.pid())))) {
            assertEquals("2", kernel.run("1 + 1").value());
            jupyter.destroyForcibly();
            assertTrue(kernel.process().waitFor(ForkedKernel.PATIENCE_MS, TimeUnit.MILLISECONDS));
        } finally {
            jupyter.destroyForcibly();
        }
    }

    @Test
    void startupScriptRunsBeforeTheFirstCell() throws IOException {
        try (ForkedKernel kernel = new ForkedKernel(
                Map.of("IJAVA_STARTUP_SCRIPT", "int ready = 8;\nint twice = ready * 2;"))) {
            assertEquals("16", kernel.run("twice").value());
        }
    }

    @Test
    void brokenStartupScriptIsReportedOnce() throws IOException {
        try (ForkedKernel kernel = new ForkedKernel(Map.of("IJAVA_STARTUP_SCRIPT", "int broken = \"x\";"))) {
            String trace = kernel.run("1 + 1").traceback();
            assertTrue(trace.startsWith("in the startup script:\ncell line 1: error: incompatible types"), trace);
            assertEquals("2", kernel.run("1 + 1").value());
        }
    }

    @Test
    void fullHeapIsAnErrorOfTheCell() throws IOException {
        try (ForkedKernel kernel = new ForkedKernel("-Xmx128m")) {
            String advice = "Java heap space: the \\d+ MB of the kernel are used up. Variables keep what they hold:"
                    + " set the large ones to null, or restart the kernel";
            for (String name : new String[] {"first", "second"}) {
                String evalue = kernel.run("var " + name + " = new ArrayList<long[]>();\nwhile (true) " + name
                        + ".add(new long[100_000]);").error().get("evalue").getAsString();
                assertTrue(evalue.matches(advice), evalue);
                assertEquals("true", kernel.run(name + ".size() > 0").value());
                assertEquals("ok", kernel.run(name + " = null;").status());
            }
        }
    }

    @Test
    void malformedMessagesAreDropped() throws IOException {
        try (ForkedKernel kernel = new ForkedKernel()) {
            kernel.client().send(kernel.client().shell, "no_such_request", Map.of());
            kernel.client().shell.sendMore("<IDS|MSG>");
            kernel.client().shell.sendMore("wrong signature");
            kernel.client().shell.sendMore("{}");
            kernel.client().shell.sendMore("{}");
            kernel.client().shell.sendMore("{}");
            kernel.client().shell.send("{}");
            assertEquals("2", kernel.run("1 + 1").value());
        }
    }

    @Test
    void twoKernelsKnowNothingOfEachOther() throws IOException {
        try (ForkedKernel one = new ForkedKernel(); ForkedKernel other = new ForkedKernel()) {
            one.run("int here = 1;");
            assertEquals("CompilationError", other.run("here").error().get("ename").getAsString());
            assertEquals("1", one.run("here").value());
        }
    }
}
