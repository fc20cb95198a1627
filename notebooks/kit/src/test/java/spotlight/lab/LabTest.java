package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LabTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesEveryCommandWithExamples() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().contains("doctor      Check this machine and print the fix for each finding."));
        assertTrue(out.toString().contains("run         Execute chapters without a browser, cell by cell."));
        assertTrue(out.toString().contains("./lab run 02                      execute chapter 02 here, cell by cell"));
    }

    @Test
    void everyCommandHasHelpOfItsOwn() {
        assertEquals(0, run("run", "--help"));
        assertTrue(out.toString().contains("--save"));
        assertEquals(0, run("doctor", "--help"));
        assertTrue(out.toString().contains("runs a cell. Ends with 0 if"));
        assertEquals(0, run("train", "--help"));
        assertTrue(out.toString().contains("Ends with 0 if all goals were reached, 3 if a goal was missed"));
        assertEquals(0, run("data", "--help"));
        assertTrue(out.toString().contains("--check"));
        assertEquals(0, run("grade", "--help"));
        assertTrue(out.toString().contains("--shard=I/N"));
    }

    @Test
    void helpFitsATerminal() {
        run("--help");
        run("run", "--help");
        run("doctor", "--help");
        run("train", "--help");
        run("data", "--help");
        assertTrue(out.toString().lines().allMatch(line -> line.length() <= 100), out.toString());
    }

    @Test
    void theVersionIsThere() {
        assertEquals(0, run("--version"));
        assertEquals("Spotlight 1.0", out.toString().strip());
    }

    @Test
    void whatIsNotUnderstoodEndsWith2() {
        assertEquals(2, run("dance"));
        assertTrue(err.toString().startsWith("Unmatched argument at index 0: 'dance'"), err.toString());
        assertEquals(2, run("--port", "many"));
    }

    private int run(String... args) {
        return Lab.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
    }

    @Test
    void troubleIsTwoLinesAndEndsWith1() {
        CommandLine line = Lab.commandLine().setErr(new PrintWriter(err, true));
        assertEquals(1, line.execute("--kernel", "rapaio", "--port", "70000"));
        assertEquals("lab: --port 70000: a port is a number from 1 to 65535\n"
                + "  fix: leave --port away to take the first free one from 8888 on\n",
                err.toString().replace("\r\n", "\n"));
    }
}
