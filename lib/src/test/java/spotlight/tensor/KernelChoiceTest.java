package spotlight.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Starts a JVM of its own for each choice, since a JVM chooses once. */
class KernelChoiceTest {
    private static final String MODULE = "--add-modules=jdk.incubator.vector";
    private static final String RESULT = "[[0.6225 0.3775]\n [0.3775 0.6225]]";

    /** What the started JVM runs: it computes twice and prints its kernels and a result. */
    public static final class Computes {
        public static void main(String[] args) {
            try {
                Tensor x = Tensor.identity(2).times(0.5f);
                Tensor y = x.matmul(Tensor.identity(2)).softmax();
                System.out.println(Kernels.best().name() + "\n" + y);
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private record Run(String out, String err) {
    }

    @Test
    void withoutTheModuleOneLogLineNamesTheFlag() throws Exception {
        Run run = java();
        String line = "Spotlight computes without vectors, several times slower: "
                + "the vector module is not there; start Java with --add-modules jdk.incubator.vector";
        assertEquals("scalar\n" + RESULT, run.out);
        assertEquals(1, run.err.split("Spotlight computes", -1).length - 1, run.err);
        assertTrue(run.err.contains("WARNING: " + line), run.err);
    }

    @Test
    void withTheModuleVectorsAreUsedAndNothingIsLogged() throws Exception {
        assumeTrue(Kernels.best().lanes() > 1, "no vectors here");
        Run run = java(MODULE);
        assertTrue(run.out.matches("vector \\d+ bit\n[\\s\\S]*"), run.out);
        assertTrue(run.out.endsWith(RESULT), run.out);
        assertFalse(run.err.contains("Spotlight"), run.err);
    }

    @Test
    void aWidthCanBeForced() throws Exception {
        assertEquals("scalar\n" + RESULT, java(MODULE, "-Dspotlight.vectorBits=0").out);
        assumeTrue(Kernels.best().lanes() > 1, "no vectors here");
        assertEquals("vector 128 bit\n" + RESULT, java(MODULE, "-Dspotlight.vectorBits=128").out);
    }

    @Test
    void zeroBitsNeedNoModuleAndNoLogLine() throws Exception {
        Run run = java("-Dspotlight.vectorBits=0");
        assertEquals("scalar\n" + RESULT, run.out);
        assertEquals("", run.err);
    }

    @Test
    void nonsenseIsAClearError() throws Exception {
        assertError("-Dspotlight.vectorBits=wide is none of 0, 128, 256, 512",
                java(MODULE, "-Dspotlight.vectorBits=wide"));
        assertError("-Dspotlight.vectorBits=64 is none of 0, 128, 256, 512",
                java(MODULE, "-Dspotlight.vectorBits=64"));
        assertError("-Dspotlight.vectorBits=256 needs --add-modules jdk.incubator.vector",
                java("-Dspotlight.vectorBits=256"));
    }

    @Test
    void aWidthThatTheMachineLacksIsAClearError() throws Exception {
        assumeTrue(System.getProperty("os.arch").matches("amd64|x86_64") && Kernels.best().lanes() >= 8, "no AVX2");
        assertError("-Dspotlight.vectorBits=512: the widest vectors of this machine have 256 bits",
                java(MODULE, "-XX:UseAVX=2", "-Dspotlight.vectorBits=512"));
    }

    private static void assertError(String message, Run run) {
        assertEquals(message, run.out + run.err.replaceAll("WARNING: Using incubator modules.*\n", ""));
    }

    private static Run java(String... flags) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-Duser.language=en", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", place(Tensor.class) + File.pathSeparator + place(Computes.class),
                Computes.class.getName()));
        Path err = Files.createTempFile("spotlight", ".err");
        try {
            Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            return new Run(out.replace("\r", "").strip(), Files.readString(err).replace("\r", ""));
        } finally {
            Files.deleteIfExists(err);
        }
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }
}
