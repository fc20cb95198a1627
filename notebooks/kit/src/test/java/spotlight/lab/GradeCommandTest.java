package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradeCommandTest {

    @TempDir
    Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aSubmission() throws IOException {
        Path stub = folder.resolve("class/ann/ch00/DotProduct.java");
        Files.createDirectories(stub.getParent());
        Files.writeString(stub, "package spotlight.ch00;\npublic class DotProduct {\n    int n = m;\n}\n");
    }

    private int run(String... args) {
        return Lab.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
    }

    private String refused(String... args) {
        assertEquals(2, run(args));
        return err.toString().replace("\r\n", "\n");
    }

    @Test
    void theHelpHasExamplesAndExitCodesAndFits() {
        assertEquals(0, run("grade", "--help"));
        assertTrue(out.toString().contains("./lab grade class -o part2 --shard 2/4       what the second of four"));
        assertTrue(out.toString().contains("Ends with 0 if every submission was graded, whatever the points; 1 if"));
        assertTrue(out.toString().lines().allMatch(line -> line.length() <= 100), out.toString());
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        String fix = "\n  fix: ./lab grade --help shows how it is meant\n";
        String place = folder.resolve("class").toString();
        assertEquals("lab: " + folder.resolve("nowhere") + ": there is no such folder" + fix,
                refused("grade", folder.resolve("nowhere").toString(), "-o", "x"));
        err.getBuffer().setLength(0);
        assertEquals("lab: --jobs 0: at least 1 is needed" + fix, refused("grade", place, "-o", "x", "--jobs", "0"));
        err.getBuffer().setLength(0);
        assertEquals("lab: shard 5/4: the first of three is 1/3, the last 3/3" + fix,
                refused("grade", place, "-o", "x", "--shard", "5/4"));
        err.getBuffer().setLength(0);
        assertTrue(refused("grade", place).startsWith("Missing required option: '--out=OUT'"), err.toString());
    }

    @Test
    void anEmptyFolderIsRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(
                "lab: " + empty + ": there is no submission in it\n  fix: ./lab grade --help shows how it is meant\n",
                refused("grade", empty.toString(), "-o", "x"));
    }

    @Test
    void aClassIsGradedIntoAGradebook() {
        Path grades = folder.resolve("grades");
        assertEquals(0, run("grade", folder.resolve("class").toString(), "-o", grades.toString(), "--only", "0.1",
                "--jobs", "1"), err.toString());
        assertEquals("1 submission, on average 0.0 of 3 points\n  1 exercise: not compiling\nGradebook: "
                + grades.resolve("class.html") + ", " + grades.resolve("grades.csv") + "\n",
                out.toString().replace("\r\n", "\n"));
        assertTrue(Files.exists(grades.resolve("feedback/ann.html")));
        assertTrue(Files.exists(grades.resolve("results/ann.json")));
    }
}
