package spotlight.grader.hostile;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import spotlight.grader.StudentCode;

/** Runs hostile code in a JVM without any protection, for proof that it is hostile. */
public final class Unprotected {
    /** How that JVM ended. */
    record Ending(int code, String printed) {
    }

    private Unprotected() {
    }

    static Ending run(String title, Path folder, int port) throws IOException, InterruptedException {
        HostileSubmissions.surroundings(folder.resolve("outside"));
        Map<String, String> sources = new TreeMap<>();
        for (String resource : List.of("running.txt", "forbidden.txt")) {
            HostileCode.read(resource).stream().filter(code -> code.title().equals(title)).forEach(code -> sources
                    .put("spotlight.ch02.OneWeight",
                            code.source(HostileSubmissions.places(folder.resolve("outside"), port))));
        }
        Path classes = folder.resolve("classes");
        for (Map.Entry<String, byte[]> each : StudentCode.compile(sources).entrySet()) {
            Path file = classes.resolve(each.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC", "-cp", classes + File.pathSeparator + System.getProperty("java.class.path"),
                Unprotected.class.getName()).directory(folder.toFile()).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Ending(process.waitFor(), printed);
    }

    /** Calls the stub as a test would, and gives what it has started a moment. */
    public static void main(String[] args) throws Exception {
        try {
            Class.forName("spotlight.ch02.OneWeight")
                    .getMethod("weight", spotlight.tensor.Tensor.class, int.class)
                    .invoke(null, spotlight.tensor.Tensor.vector(1, 2), 0);
        } catch (java.lang.reflect.InvocationTargetException thrown) {
            System.out.println(thrown.getCause());
        }
        Thread.sleep(300); // for the timer, which nobody waits for
        System.exit(0);
    }
}
