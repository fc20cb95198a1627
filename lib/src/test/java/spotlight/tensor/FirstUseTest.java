package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.junit.jupiter.api.Test;

/** In a JVM of its own, since a JVM meets each operator for the first time once. */
class FirstUseTest {
    private static final long LITTLE = 1000; // bytes a call: it takes 100, and 4000 or more where vectors are objects

    /**
     * What the started JVM runs: the method that looks operators up is compiled when it has seen two of them, then meets
     * others. Here it needs no luck: the JVM waits for its compiler, and the methods that call it are not compiled.
     */
    public static final class Operators {
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private static final int CALLS = 300; // in a round
        private static final int ROUNDS = 12;

        private static FloatVector result; // kept, so that no computing is left away

        public static void main(String[] args) {
            Kernels kernels = Kernels.best();
            compute(VectorOperators.ADD, 1000);
            FloatVector one = FloatVector.broadcast(VectorMath.S, 1);
            result = one.lanewise(VectorOperators.FMA, one, one);
            compute(VectorOperators.ADD, 7000);
            for (VectorOperators.Binary each : List.of(VectorOperators.MUL, VectorOperators.DIV, VectorOperators.MIN,
                    VectorOperators.MAX)) {
                compute(each, 1);
            }
            Map<String, Long> tooMuch = new TreeMap<>();
            calls(kernels).forEach((name, call) -> {
                long bytes = settled(call);
                if (bytes > LITTLE) {
                    tooMuch.put(name, bytes);
                }
            });
            System.out.println("bytes a call where vectors are objects: " + tooMuch);
        }

        private static void compute(VectorOperators.Binary operator, int times) {
            FloatVector one = FloatVector.broadcast(VectorMath.S, 1);
            for (int i = 0; i < times; i++) {
                result = one.lanewise(operator, one);
            }
        }

        private static Map<String, Runnable> calls(Kernels kernels) {
            int m = 64;
            float[] a = new float[m * m];
            float[] b = new float[m * m];
            float[] c = new float[m * m];
            float[] x = new float[256];
            float[] y = new float[256];
            Arrays.fill(x, 0.5f);
            return Map.of("product", () -> kernels.gemm(false, false, m, m, m, a, 0, m, b, 0, m, false, c, 0, m),
                    "product of a transpose",
                    () -> kernels.gemm(true, false, m, m, m, a, 0, m, b, 0, m, false, c, 0, m), "tanh",
                    () -> kernels.tanh(x, y), "slope of gelu", () -> kernels.geluBackward(256, x, x, y));
        }

        /** Bytes a call, when the compiler has done what it does. */
        private static long settled(Runnable call) {
            long bytes = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < CALLS; i++) {
                    call.run();
                }
                bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS;
            }
            return bytes;
        }
    }

    @Test
    void kernelsMakeNoObjectsOfVectorsWhicheverOperatorsTheCompilerSawFirst() throws Exception {
        assumeTrue(Kernels.best().lanes() > 1, "no vectors here");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector", "-Xbatch", "-XX:CompileCommand=quiet",
                "-XX:CompileCommand=CompileThresholdScaling,*Vector.lanewise*,100.0",
                "-Dspotlight.vectorBits=" + Kernels.best().lanes() * Float.SIZE, "-cp",
                place(Tensor.class) + File.pathSeparator + place(FirstUseTest.class), Operators.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES); // it prints one line, which waits in the pipe
        if (!ended) {
            process.destroyForcibly();
        }
        assertTrue(ended, "it does not end");
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("bytes a call where vectors are objects: {}", out.strip());
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }
}
