package spotlight.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class VectorModuleTest {
    /** What a JVM without the module runs. */
    public static final class Asks {
        public static void main(String[] args) {
            try {
                System.out.println(VectorModule.lanes());
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void aRegisterHoldsAtLeastTwoNumbers() {
        assertTrue(VectorModule.lanes() >= 2, "lanes " + VectorModule.lanes());
    }

    @Test
    void withoutTheModuleTheErrorNamesTheFlag() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", place(VectorModule.class) + File.pathSeparator + place(Asks.class),
                Asks.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals("the vector module is not there: start Java with --add-modules jdk.incubator.vector",
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }
}
