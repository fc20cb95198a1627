package spotlight.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfinementTest {
    private static final Limits LIMITS = new Limits(20, 200, 512);

    @TempDir
    Path others;

    @Test
    void insideTheBoxNothingOfTheOutsideCanBeReached() throws Exception {
        Confinement best = Confinement.best();
        assumeTrue(best.isolates(), "bubblewrap is not installed or does not work here: " + best.title());
        assertEquals("""
                input: hello
                read: NoSuchFileException
                write there: NoSuchFileException
                write tmp: IOException
                write here: IOException
                connect: ConnectException
                see: false
                processes: true
                environment: null
                home: false
                threads: %s
                """.formatted(best.title().contains("few threads") ? "refused" : "all"), attempts(best));
    }

    @Test
    void withoutConfinementTheSameProgramReachesItAll() throws Exception {
        assertEquals("""
                input: hello
                read: secret
                write there: forged
                """,
                attempts(Confinement.NONE).lines().limit(3).map(line -> line.replaceFirst(": .*forged", ": forged"))
                        .map(line -> line + '\n').reduce("", String::concat));
        assertTrue(attempts(Confinement.NONE).contains("connect: true\nsee: true\n"));
        assertTrue(Files.exists(others.resolve("forged")), "it wrote the file");
    }

    @Test
    void limitsAloneStopWritingAndEndlessComputing() throws Exception {
        Confinement limits = Confinement.tried(List.of(List.of(new ShellLimits(false))));
        assumeTrue(!limits.equals(Confinement.NONE) && limits.title().startsWith("ulimit"), "no /bin/sh here");
        String attempts = attempts(limits);
        assertTrue(attempts.contains("write there: IOException\n"), attempts);
        Process process = new ProcessBuilder(limits.wrap(
                List.of("/bin/sh", "-c", "while :; do :; done"), new Limits(1, 200, 512), List.of())).start();
        assertTrue(process.waitFor() > 128, "ended by a signal");
    }

    @Test
    void itEndsWithTheProgramThatStartedIt() throws Exception {
        assumeTrue(Confinement.best().isolates(), "bubblewrap is not installed or does not work here");
        List<String> wrapped = Confinement.best().wrap(List.of("/bin/sh", "-c", "echo up; read line; echo down"),
                LIMITS,
                List.of());
        Process process = new ProcessBuilder(wrapped).start();
        assertEquals('u', process.getInputStream().read());
        List<ProcessHandle> inside = process.descendants().toList();
        assertFalse(inside.isEmpty());
        process.destroyForcibly().waitFor();
        for (ProcessHandle each : inside) {
            each.onExit().get();
        }
    }

    @Test
    void theCommandIsLeftAsItIsWhereThereIsNothing() {
        assertEquals(List.of("java", "-version"),
                Confinement.NONE.wrap(List.of("java", "-version"), LIMITS, List.of()));
        assertEquals(Duration.ZERO, Confinement.NONE.overhead());
        assertEquals("nothing of the operating system", Confinement.NONE.title());
        assertEquals(
                "Only the list of allowed classes keeps submissions from files and network; the operating system adds "
                        + "nothing. On Linux, install bubblewrap for a second fence: sudo apt install bubblewrap",
                Confinement.NONE.says());
        assertFalse(Confinement.NONE.isolates());
    }

    @Test
    void theTitleSaysWhatIsOn() {
        Confinement all = new Confinement(
                List.of(new ShellLimits(true), new Bubblewrap("0.8.0", true), new SystemdScope()));
        assertEquals(
                "systemd-run: memory, few threads; bubblewrap 0.8.0: no network, read-only files, no other processes; "
                        + "ulimit: CPU time, no new files, few threads",
                all.title());
        assertEquals("Each submission runs in a box of the operating system (" + all.title() + ").", all.says());
        assertEquals(
                "Only the list of allowed classes keeps submissions from files and network; the operating system adds "
                        + "limits (ulimit: CPU time, no new files). On Linux, install bubblewrap for a second fence: sudo apt "
                        + "install bubblewrap",
                new Confinement(List.of(new ShellLimits(false))).says());
    }

    @Test
    void aMeansThatIsThereButDoesNotWorkIsNotUsed() {
        Layer broken = new Layer() {
            @Override
            public String title() {
                return "broken";
            }

            @Override
            public List<String> wrap(List<String> command, Limits limits, List<Path> readable) {
                return List.of("no-such-program-" + command.size());
            }
        };
        assertEquals("nothing of the operating system", Confinement.tried(List.of(List.of(broken))).title());
    }

    @Test
    void systemdHoldsMemoryAndThreads() {
        assertEquals(List.of("systemd-run", "--user", "--scope", "--quiet", "--collect", "-p", "MemoryMax=512M", "-p",
                "MemorySwapMax=0", "-p", "TasksMax=200", "--", "java"),
                new SystemdScope().wrap(List.of("java"), LIMITS, List.of()));
    }

    @Test
    void limitsArePositive() {
        try {
            new Limits(0, 1, 1);
        } catch (IllegalArgumentException e) {
            assertEquals("limits: cpuSeconds 0, tasks 1 and megabytes 1 must all be at least 1", e.getMessage());
            return;
        }
        throw new AssertionError("0 seconds are no limit");
    }

    private String attempts(Confinement confinement) throws IOException, URISyntaxException, InterruptedException {
        Path classes = Path.of(Confined.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path other = Files.writeString(others.resolve("other.txt"), "secret");
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-Xmx64m",
                    "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", classes.toString(), Confined.class.getName(),
                    other.toString(), others.toString(), String.valueOf(port.getLocalPort()),
                    String.valueOf(ProcessHandle.current().pid())));
            Process process = new ProcessBuilder(confinement.wrap(command, LIMITS, List.of(classes)))
                    .directory(others.toFile()).redirectErrorStream(true).start();
            try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
                input.write("hello\n");
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return Stream.of(output.split("\n")).filter(line -> line.matches("[a-z ]+: .*")).map(line -> line + '\n')
                    .reduce("", String::concat);
        }
    }
}
