package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {

    private static final Optional<Path> JAR = Optional.of(Path.of("/k.jar"));

    @TempDir
    Path root;

    @Test
    void ourKernelRunsOnTheLaunchersClassPath() throws IOException {
        JsonObject spec = written(KernelChoice.SPOTLIGHT);
        assertEquals("[\"/jdk/bin/java\",\"--add-modules\",\"jdk.incubator.vector\",\"-Djava.awt.headless=true\","
                + "\"-Dfile.encoding=UTF-8\",\"-cp\",\"/a b/x.jar\",\"spotlight.kernel.Main\",\"{connection_file}\"]",
                spec.get("argv").toString());
        assertEquals("Java", spec.get("display_name").getAsString());
        assertEquals("message", spec.get("interrupt_mode").getAsString());
        JsonObject env = spec.getAsJsonObject("env");
        assertEquals("/a b/x.jar", env.get("IJAVA_CLASSPATH").getAsString());
        assertEquals("--add-modules jdk.incubator.vector", env.get("IJAVA_COMPILER_OPTS").getAsString());
        assertEquals(root.toString(), env.get("SPOTLIGHT_HOME").getAsString());
    }

    @Test
    void ijavaGetsItsJarAndOurFlags() throws IOException {
        JsonObject spec = written(new KernelChoice(KernelChoice.Kind.IJAVA, JAR));
        assertEquals("[\"/jdk/bin/java\",\"--add-modules\",\"jdk.incubator.vector\",\"-Djava.awt.headless=true\","
                + "\"-Dfile.encoding=UTF-8\",\"-jar\",\"/k.jar\",\"{connection_file}\"]", spec.get("argv").toString());
        assertEquals("Java (IJava)", spec.get("display_name").getAsString());
    }

    @Test
    void jjavaNeedsTheInsideOfJShellToo() throws IOException {
        JsonObject spec = written(new KernelChoice(KernelChoice.Kind.JJAVA, JAR));
        assertEquals("[\"/jdk/bin/java\",\"--add-modules\",\"jdk.incubator.vector\",\"-Djava.awt.headless=true\","
                + "\"-Dfile.encoding=UTF-8\",\"--add-opens\",\"jdk.jshell/jdk.jshell=ALL-UNNAMED\",\"-jar\",\"/k.jar\","
                + "\"{connection_file}\"]", spec.get("argv").toString());
        assertEquals("/a b/x.jar", spec.getAsJsonObject("env").get("JJAVA_CLASSPATH").getAsString());
    }

    @Test
    void eachKernelHasAFolderOfItsOwnAndAnEqualSpecIsLeftAlone() throws IOException {
        Path ours = spec(KernelChoice.SPOTLIGHT).write();
        assertEquals(root.resolve(".lab/kernels/spotlight/kernels/java/kernel.json"), ours);
        assertEquals(root.resolve(".lab/kernels/ijava/kernels/java/kernel.json"),
                spec(new KernelChoice(KernelChoice.Kind.IJAVA, JAR)).write());
        FileTime long_ago = FileTime.fromMillis(0);
        Files.setLastModifiedTime(ours, long_ago);
        spec(KernelChoice.SPOTLIGHT).write();
        assertEquals(long_ago, Files.getLastModifiedTime(ours));
    }

    @Test
    void theRealSpecNamesThisJava() {
        assertTrue(Files.isExecutable(KernelSpec.javaProgram()));
        assertEquals("Java", KernelSpec.here(new Home(root), KernelChoice.SPOTLIGHT).title());
    }

    private KernelSpec spec(KernelChoice choice) {
        return new KernelSpec(new Home(root), choice, Path.of("/jdk/bin/java"), "/a b/x.jar");
    }

    private JsonObject written(KernelChoice choice) throws IOException {
        return new Gson().fromJson(Files.readString(spec(choice).write()), JsonObject.class);
    }
}
