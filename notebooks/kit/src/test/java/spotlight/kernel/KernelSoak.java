package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import spotlight.kernel.ForkedKernel.Outcome;

/**
 * The long tests of the kernel, some minutes in all: {@code mvn -q test -pl notebooks/kit -am -Psoak}. Prints what it
 * measured.
 * {@code -Dsoak.starts=20} makes it shorter.
 */
class KernelSoak {
    private static final int STARTS = Integer.getInteger("soak.starts", 200);
    private static final int STOPS = Integer.getInteger("soak.stops", 20);
    private static final int CATCHES = 5 * STOPS;

    @Test
    void everyStartSucceedsOnABusyMachine() throws IOException {
        List<Thread> load = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread busy = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
            busy.setDaemon(true);
            busy.start();
            load.add(busy);
        }
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            seconds.add(secondsToFirstResult());
        }
        load.forEach(Thread::interrupt);
        report(STARTS + " starts of " + STARTS + ", every core loaded, first result after " + spread(seconds, "s"));
    }

    @Test
    void firstResultOnAQuietMachine() throws IOException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            seconds.add(secondsToFirstResult());
        }
        report("5 starts without load of our own, first result after " + spread(seconds, "s"));
    }

    private static double secondsToFirstResult() throws IOException {
        long begin = System.nanoTime();
        try (ForkedKernel kernel = new ForkedKernel(Map.of(), false)) {
            assertEquals("2", kernel.run("1 + 1").value());
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    @Test
    void stopEndsTheCellWithinASecondAndTheProcessorFallsIdle() throws Exception {
        String begun = "System.out.println(\"begun\");\n";
        String vectors = "var one = new float[4096]; var s = jdk.incubator.vector.FloatVector.SPECIES_PREFERRED;\n"
                + "while (true) {"
                + " var sum = jdk.incubator.vector.FloatVector.zero(s);"
                + " for (int i = 0; i < one.length; i += s.length())"
                + " sum = jdk.incubator.vector.FloatVector.fromArray(s, one, i).fma(sum, sum); }";
        List<String> cells = List.of("while (true) { }", "long n = 0; for (;;) { n++; }", "Thread.sleep(1_000_000);",
                vectors,
                "float[] a = new float[65536], b = new float[65536];\n"
                        + "while (true) spotlight.tensor.Kernels.best().gemm(false, false, 256, 256, 256, "
                        + "a, 0, 256, b, 0, 256, false, a.clone(), 0, 256);",
                "while (true) System.out.println(\"x\");");
        for (String cell : cells) {
            List<Double> ms = new ArrayList<>();
            List<Double> load = new ArrayList<>();
            try (ForkedKernel kernel = new ForkedKernel(Map.of(), false)) {
                for (int i = 0; i < STOPS; i++) {
                    String id = kernel.execute(begun + cell);
                    kernel.awaitOutput("begun");
                    Thread.sleep(300);
                    long pressed = System.nanoTime();
                    kernel.stop();
                    Outcome outcome = kernel.outcome(id);
                    ms.add((System.nanoTime() - pressed) / 1e6);
                    assertEquals("Stopped: the cell was stopped", outcome.traceback());
                    assertEquals("2", kernel.run("1 + 1").value());
                }
                load.add(processorShareAtRest(kernel.process()));
            }
            report("Stop of " + cell.lines().reduce((first, last) -> last).orElseThrow() + " after " + spread(ms, "ms")
                    + ", then the kernel uses " + spread(load, "% of a core"));
            assertTrue(load.get(0) < 20, "the loop goes on");
        }
    }

    /** Processor use over a second, in per cent of a core, once compilers and collectors have come to rest. */
    private static double processorShareAtRest(Process process) throws InterruptedException {
        double share = 100;
        for (int i = 0; i < 15 && share > 5; i++) {
            Duration before = process.info().totalCpuDuration().orElse(Duration.ZERO);
            Thread.sleep(1000);
            share = process.info().totalCpuDuration().orElse(Duration.ZERO).minus(before).toMillis() / 10.0;
        }
        return share;
    }

    /** Up to JDK 19 the stop is an exception that arises anywhere; such a cell would catch it nearly everywhere. */
    @Test
    void cellThatCatchesEverythingIsStoppedEveryTime() throws Exception {
        List<Double> ms = new ArrayList<>();
        try (ForkedKernel kernel = new ForkedKernel(Map.of(), false)) {
            for (int i = 0; i < CATCHES; i++) {
                String id = kernel.execute("System.out.println(\"begun\");\n"
                        + "while (true) { try { while (true) { } } catch (Throwable caught) { } }");
                kernel.awaitOutput("begun");
                Thread.sleep(i % 10 * 30);
                long pressed = System.nanoTime();
                kernel.stop();
                Outcome outcome = kernel.outcome(id);
                ms.add((System.nanoTime() - pressed) / 1e6);
                assertEquals("Stopped: the cell was stopped", outcome.traceback(), "after " + i + " that stopped");
                assertEquals("2", kernel.run("1 + 1").value());
            }
        }
        report("Stop of a cell that catches everything, " + CATCHES + " of " + CATCHES + ", after " + spread(ms, "ms"));
    }

    /** From JDK 20 on nothing in the JDK can end it; the learner is told so and the next cell works. */
    @Test
    void loopInsideLibraryCodeIsStoppedOrReported() throws IOException {
        try (ForkedKernel kernel = new ForkedKernel(Map.of(), false)) {
            String id = kernel.execute("CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS)"
                    + ".execute(() -> System.out.println(\"begun\"));\n"
                    + "new Random(1).ints().boxed().filter(Objects::isNull).findFirst();");
            kernel.awaitOutput("begun");
            kernel.stop();
            assertEquals(Runtime.version().feature() < 20
                    ? "Stopped: the cell was stopped"
                    : "NotStopped: the cell did not stop: it waits for java.util.stream.ReferencePipeline.findFirst,"
                            + " which Stop cannot end. It goes on in the background until you restart the kernel",
                    kernel.outcome(id).traceback());
            assertEquals("2", kernel.run("1 + 1").value());
        }
    }

    @Test
    void tenMegabytesArriveWhole() throws IOException {
        try (ForkedKernel kernel = new ForkedKernel(Map.of(), false)) {
            long begin = System.nanoTime();
            String large = kernel.run("System.out.print(\"0123456789\".repeat(1 << 20));").stdout();
            assertEquals("0123456789".repeat(1 << 20), large);
            report("10 MB in one print arrive in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            begin = System.nanoTime();
            String[] lines = kernel.run("for (int i = 0; i < 1_000_000; i++) System.out.println(\"line \" + i);")
                    .stdout().split("\n");
            report("a million prints arrive in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            assertEquals(1_000_000, lines.length);
            for (int i = 0; i < lines.length; i++) {
                assertEquals("line " + i, lines[i]);
            }
        }
    }

    @Test
    void manyCellsLeakNoMemory() throws IOException {
        try (ForkedKernel kernel = new ForkedKernel(Map.of(), false, "-Xmx160m")) {
            for (int i = 0; i < 100; i++) {
                assertEquals("ok", kernel.run("var large = new long[4_000_000];\nlarge = null;").status());
            }
        }
    }

    @Test
    void restartsLeaveNoProcess() throws Exception {
        List<ProcessHandle> ended = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            try (ForkedKernel kernel = new ForkedKernel(Map.of(), false);
                    ForkedKernel other = new ForkedKernel(Map.of(), false)) {
                kernel.execute("System.out.println(\"begun\");\nwhile (true) { }");
                kernel.awaitOutput("begun");
                assertEquals("2", other.run("1 + 1").value());
                kernel.client().send(kernel.client().control, "shutdown_request", Map.of("restart", true));
                assertTrue(kernel.process().waitFor(10, TimeUnit.SECONDS), "a looping kernel does not end");
                ended.add(kernel.process().toHandle());
                ended.addAll(kernel.process().descendants().toList());
                assertEquals("2", other.run("1 + 1").value());
            }
        }
        assertEquals(List.of(), ended.stream().filter(ProcessHandle::isAlive).toList());
    }

    private static String spread(List<Double> values, String unit) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.size() == 1
                ? String.format("%.1f %s", sorted.get(0), unit)
                : String.format("%.2f (median) … %.2f (longest) %s", sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() - 1), unit);
    }

    private static void report(String line) {
        System.out.println("soak, JDK " + Runtime.version().feature() + ": " + line);
    }
}
