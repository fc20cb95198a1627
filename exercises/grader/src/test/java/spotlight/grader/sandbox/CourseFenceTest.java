package spotlight.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spotlight.grader.StudentCode;
import spotlight.grader.batch.BatchOptions;

class CourseFenceTest {
    private static final String STUB = "spotlight.ch02.OneWeight";

    @TempDir
    Path home;

    @Test
    void stubsAndTestsOfTheCourseHaveTakenNames() throws IOException {
        write("exercises/src/main/java/spotlight/ch02/OneWeight.java");
        write("exercises/src/test/java/spotlight/ch02/Grid.java");
        CourseFence fence = new CourseFence(home, Confinement.NONE);
        String source = "package spotlight.ch02; class OneWeight { } class Helper { } class Grid { }";
        assertEquals(List.of("a class of the name spotlight.ch02.Grid may not be defined in an exercise: it is not the "
                + "stub's, and its package or name is the course's; give it another name, inside the stub"),
                fence.check(StudentCode.compile(Map.of(STUB, source)), Map.of(STUB, source)).stream()
                        .map(problem -> problem.message()).toList());
    }

    @Test
    void theLimitsOfTheBatchAreThoseOfTheOperatingSystem() throws IOException {
        write("exercises/src/main/java/spotlight/ch02/OneWeight.java");
        write("exercises/src/test/java/spotlight/ch02/OneWeightTest.java");
        CourseFence fence = new CourseFence(home, new Confinement(List.of(new SystemdScope(), new ShellLimits(false))));
        assertEquals(List.of("/bin/sh", "-c", "ulimit -t 160 && ulimit -c 0 && ulimit -f 0 && exec \"$@\"", "sh",
                "systemd-run", "--user", "--scope", "--quiet", "--collect", "-p", "MemoryMax=640M", "-p",
                "MemorySwapMax=0", "-p", "TasksMax=200", "--", "java"),
                fence.confine(List.of("java"), BatchOptions.standard(1).withLimits(20, 128, 1), List.of()));
        assertEquals("list of allowed classes; ulimit: CPU time, no new files; systemd-run: memory, few threads",
                fence.title());
    }

    @Test
    void aFolderThatIsNoCourseIsSaid() {
        assertEquals("cannot read " + home.resolve("exercises/src/main/java") + ": " + home.resolve(
                "exercises/src/main/java"),
                Assertions.assertThrows(UncheckedIOException.class, () -> new CourseFence(home, Confinement.NONE))
                        .getMessage());
    }

    private void write(String file) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        Files.writeString(home.resolve(file), "");
    }
}
