package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script {@code lab} in a copy of the course with spaces in its path, with invented programs on PATH. */
@EnabledOnOs(OS.LINUX)
class LabScriptTest {

    private static final String BUILDING = "Building Spotlight (the first time Maven also downloads what it needs, about a "
            + "minute) …\n";

    @TempDir
    Path temp;

    private Path root;
    private Path bin;
    private Path jdk;
    private final Os os = new LocalMachine().os();

    private record Ended(int exit, String out, String err) {
    }

    @BeforeEach
    void aCourseAndAHealthyMachine() throws IOException {
        root = Files.createDirectories(temp.toRealPath().resolve("my course"));
        Files.copy(Home.find().root().resolve("lab"), root.resolve("lab"));
        assertTrue(root.resolve("lab").toFile().setExecutable(true));
        for (String file : List.of("pom.xml", "lib/pom.xml", "exercises/grader/pom.xml", "notebooks/kit/pom.xml",
                "lib/src/main/A.java", "exercises/grader/src/main/B.java", "notebooks/kit/src/main/C.java")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), "");
            Files.setLastModifiedTime(root.resolve(file), FileTime.from(Instant.now().minusSeconds(3600)));
        }
        bin = Files.createDirectories(temp.resolve("bin"));
        for (String tool : List.of("sh", "dirname", "readlink", "uname", "sed", "grep", "head", "find", "cat", "mkdir",
                "date", "mv")) {
            program(bin.resolve(tool), "exec " + new LocalMachine().programs(tool).get(0) + " \"$@\"");
        }
        jdk = temp.resolve("jdk 17");
        java("17");
        program(jdk.resolve("bin/javac"), "");
        program(bin.resolve("mvn"), """
                echo "mvn $*" >>"$MVN_LOG"
                cd "$(dirname "$0")/../my course" && mkdir -p lib/target/classes exercises/grader/target/classes \
                  notebooks/kit/target/classes && echo /m2/picocli.jar >notebooks/kit/target/lab/classpath
                """);
    }

    @Test
    void buildsOnceAndHandsOver() throws Exception {
        Ended first = lab("--help");
        assertEquals(0, first.exit(), first.err());
        assertTrue(first.err().startsWith(BUILDING), first.err());
        assertEquals("java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dsun.misc.unsafe.memory.access=allow "
                + "-Dspotlight.root=" + root + " -cp " + root
                + "/notebooks/kit/target/classes:/m2/picocli.jar spotlight.lab.Lab --help\n", first.out());
        Ended second = lab("run", "a b");
        assertEquals("", second.err());
        assertTrue(second.out().endsWith("spotlight.lab.Lab run a b\n"), second.out());
        assertEquals(1, Files.readAllLines(temp.resolve("mvn.log")).size());
    }

    @Test
    void buildsAgainWhenASourceChanged() throws Exception {
        lab("--help");
        Files.setLastModifiedTime(root.resolve("lib/src/main/A.java"), FileTime.from(Instant.now().plusSeconds(60)));
        assertTrue(lab("--help").err().startsWith(BUILDING));
    }

    @Test
    void buildsAgainWhenTheClassesAreGone() throws Exception {
        lab("--help");
        Files.delete(root.resolve("lib/target/classes"));
        assertTrue(lab("--help").err().startsWith(BUILDING));
    }

    @Test
    void startsThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("spotlight"), root.resolve("lab"));
        Ended ended = run(List.of(link.toString(), "doctor"), Map.of());
        assertTrue(ended.out().contains("-Dspotlight.root=" + root + " "), ended.out());
    }

    @Test
    void withoutJava() throws Exception {
        Files.delete(bin.resolve("java"));
        assertEquals(new Ended(1, "", "lab: no Java on PATH; Spotlight needs a JDK 17 or newer\n  fix: "
                + Fixes.JDK.on(os) + "\n"), lab());
    }

    @Test
    void withARuntimeOnly() throws Exception {
        Files.delete(jdk.resolve("bin/javac"));
        assertEquals(
                new Ended(1, "", "lab: " + jdk + " is a Java runtime without a compiler (a JRE); Spotlight needs a "
                        + "JDK 17 or newer\n  fix: " + Fixes.JDK.on(os) + "\n"),
                lab());
    }

    @Test
    void withAnOldJava() throws Exception {
        for (String version : List.of("1.8", "11", "16")) {
            java(version);
            assertEquals(new Ended(1, "", "lab: Java " + version + " in " + jdk
                    + " is too old; Spotlight needs a JDK 17 or newer\n  fix: " + Fixes.JDK.on(os) + "\n"), lab());
        }
    }

    @Test
    void withAJavaHomeThatIsNone() throws Exception {
        assertEquals(
                new Ended(1, "", "lab: JAVA_HOME is /nowhere, but there is no bin/java in it; unset it or let it name "
                        + "a JDK 17 or newer\n  fix: " + Fixes.JDK.on(os) + "\n"),
                lab(Map.of("JAVA_HOME", "/nowhere")));
    }

    @Test
    void withoutMaven() throws Exception {
        Files.delete(bin.resolve("mvn"));
        assertEquals(new Ended(1, "", "lab: Maven (mvn) is not on PATH; Spotlight needs Maven 3.8 or newer to build "
                + "itself\n  fix: " + Fixes.MAVEN.on(os) + "\n"), lab());
    }

    @Test
    void inAFolderNothingCanBeWrittenIn() throws Exception {
        Files.writeString(root.resolve("notebooks/kit/target"), "in the way");
        assertEquals(new Ended(1, "", "lab: cannot write in " + root + "\n  fix: " + Fixes.readOnly(root) + "\n"),
                lab());
    }

    @Test
    void offlineBeforeTheLibrariesAreThere() throws Exception {
        program(bin.resolve("mvn"), "echo '[ERROR] Could not transfer artifact x from central: Unknown host'; exit 1");
        assertEquals(new Ended(1, "", BUILDING + "[ERROR] Could not transfer artifact x from central: Unknown host\n"
                + "lab: Maven could not download what the build needs\n"
                + "  fix: connect to the internet (or set up your proxy in ~/.m2/settings.xml) and start ./lab again; this "
                + "is needed once\n"), lab());
    }

    @Test
    void aBuildThatFailsSaysWhereToLookAndIsTriedAgain() throws Exception {
        program(bin.resolve("mvn"), "echo '[INFO] hm'; echo '[ERROR] A.java:[3,1] class expected'; exit 1");
        Ended expected = new Ended(1, "", BUILDING + "[ERROR] A.java:[3,1] class expected\nlab: the build failed, see "
                + root + "/notebooks/kit/target/lab/build.log\n"
                + "  fix: undo the change named above (git status shows what changed), or start with a fresh clone\n");
        assertEquals(expected, lab());
        assertEquals(expected, lab());
    }

    private void java(String version) throws IOException {
        program(jdk.resolve("bin/java"), """
                case $1 in
                  -XshowSettings*) echo "    java.home = %s"; echo "    java.specification.version = %s" ;;
                  *) echo "java $*" ;;
                esac
                """.formatted(jdk, version));
        Files.deleteIfExists(bin.resolve("java"));
        Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script);
        assertTrue(file.toFile().setExecutable(true));
    }

    private Ended lab(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(root.resolve("lab").toString()));
        command.addAll(List.of(args));
        return run(command, Map.of());
    }

    private Ended lab(Map<String, String> env) throws IOException, InterruptedException {
        return run(List.of(root.resolve("lab").toString()), env);
    }

    private Ended run(List<String> command, Map<String, String> env) throws IOException, InterruptedException {
        Path out = temp.resolve("out.txt");
        Path err = temp.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "MAVEN_OPTS"));
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("MVN_LOG", temp.resolve("mvn.log").toString());
        builder.environment().putAll(env);
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
