package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChapterRunTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void tellsTheStoryCellByCell() throws IOException {
        ChapterRun.Result result = run("""
                {"event": "ready"}
                {"event": "cell", "index": 1}
                WARNING: Using incubator modules: jdk.incubator.vector
                {"event": "done", "index": 1, "seconds": 0.25}
                {"event": "cell", "index": 3}
                {"event": "done", "index": 3, "seconds": 12.5}
                {"event": "finished", "processor": 9.5}
                """);
        assertEquals(List.of(), result.trouble());
        assertEquals(9.5, result.processor());
        assertEquals("02-x.ipynb", result.chapter());
        assertEquals(
                "  [1/2]   int a = 1;" + " ".repeat(48) + "   0.25 s\n" + "  [2/2]   int b = a / 0;" + " ".repeat(44)
                        + "  12.50 s\n",
                text());
        assertEquals("WARNING: Using incubator modules: jdk.incubator.vector\n",
                Files.readString(folder.resolve("02-x.ipynb.log")));
    }

    @Test
    void showsTheWholeTracebackOfAFailingCell() throws IOException {
        ChapterRun.Result result = run("""
                {"event": "cell", "index": 3}
                {"event": "error", "index": 3, "ename": "java.lang.ArithmeticException", "evalue": "/ by zero",\
                 "traceback": "\\u001b[31mjava.lang.ArithmeticException: / by zero\\u001b[0m\\n  at .(#7:1)"}
                """);
        assertEquals(List.of("cell [2]: java.lang.ArithmeticException: / by zero"), result.trouble());
        assertTrue(text().endsWith("\n    cell [2]: java.lang.ArithmeticException: / by zero\n"
                + "      java.lang.ArithmeticException: / by zero\n        at .(#7:1)\n"), text());
    }

    @Test
    void takesTheMessageOfACompileErrorFromTheTracebackWhereTheKernelGivesNone() throws IOException {
        ChapterRun.Result result = run("""
                {"event": "error", "index": 1, "ename": "CompilationException", "evalue": "",\
                 "traceback": "\\u001b[1m|   int a = x;\\u001b[0m\\ncannot find symbol"}
                """);
        assertEquals(List.of("cell [1]: CompilationException: |   int a = x;"), result.trouble());
    }

    @Test
    void namesTheCellThatTakesTooLong() throws IOException {
        assertEquals(List.of("cell [1]: no result within 60 s (./lab run --timeout changes the limit)"),
                run("{\"event\": \"timeout\", \"index\": 1}\n").trouble());
    }

    @Test
    void namesTheCellInWhichTheKernelEnded() throws IOException {
        assertEquals(List.of("cell [2]: the kernel ended in it (System.exit, or out of memory)"),
                run("{\"event\": \"dead\", \"index\": 3}\n").trouble());
        assertEquals(List.of("the kernel ended before the first cell"),
                run("{\"event\": \"dead\", \"index\": -1}\n").trouble());
    }

    @Test
    void onlyAFailedStartIsWorthASecondTry() throws IOException {
        ChapterRun.Result result = run("{\"event\": \"nostart\", \"reason\": \"Kernel died\"}\n");
        assertTrue(result.startAgain());
        assertEquals(List.of("the kernel did not start: Kernel died"), result.trouble());
        assertFalse(run("{\"event\": \"dead\", \"index\": 3}\n").startAgain());
    }

    @Test
    void aRunThatBreaksOffIsNotASuccess() throws IOException {
        assertEquals(List.of("the run broke off: ModuleNotFoundError: No module named 'nbclient'"),
                run("{\"event\": \"cell\", \"index\": 1}\nModuleNotFoundError: No module named 'nbclient'\n")
                        .trouble());
    }

    @Test
    void aBusyMachineDoesNotMakeAChapterTooLong() {
        ChapterRun.Result busy = new ChapterRun.Result("02-x.ipynb", 161, 44.6, true, List.of(), false);
        assertFalse(busy.tooLong(120));
        assertEquals("took 161 s, its budget is 120 s; it computed for 45 s, the machine was busy", busy.time(120));
        ChapterRun.Result slow = new ChapterRun.Result("02-x.ipynb", 161, 180, false, List.of(), false);
        assertTrue(slow.tooLong(120));
        assertEquals("took 161 s, its budget is 120 s", slow.time(120));
        assertFalse(new ChapterRun.Result("02-x.ipynb", 161, 180, true, List.of(), false).tooLong(120), "two threads");
        assertTrue(new ChapterRun.Result("02-x.ipynb", 161, Double.POSITIVE_INFINITY, true, List.of(), false)
                .tooLong(120));
        assertFalse(new ChapterRun.Result("02-x.ipynb", 100, 180, false, List.of(), false).tooLong(120));
    }

    @Test
    void aChineseCharacterTakesTwoColumns() {
        assertEquals("我 a ", ChapterRun.column("我 a", 5));
        assertEquals("我爱…", ChapterRun.column("我爱吃苹果", 5));
        assertEquals("abcd…", ChapterRun.column("abcdef", 5));
        assertEquals("abcde", ChapterRun.column("abcde", 5));
    }

    private ChapterRun.Result run(String output) throws IOException {
        Path source = Files.writeString(folder.resolve("02-x.ipynb"),
                """
                        {"cells": [
                         {"cell_type": "markdown", "metadata": {}, "source": "words"},
                         {"cell_type": "code", "metadata": {}, "source": ["import java.util.*;\\n", "int a = 1;"], "outputs": []},
                         {"cell_type": "code", "metadata": {}, "source": "", "outputs": []},
                         {"cell_type": "code", "metadata": {}, "source": "int b = a / 0;", "outputs": []}
                        ]}
                        """);
        FakeMachine machine = new FakeMachine();
        machine.answer = command -> new Machine.Outcome(0, output);
        Path executed = Files.createDirectories(folder.resolve("target")).resolveSibling("executed.ipynb");
        ChapterRun.Result result = new ChapterRun(source, executed, Duration.ofSeconds(60),
                new PrintStream(printed, true, StandardCharsets.UTF_8)).run(machine, Path.of("python"),
                        Path.of("runner.py"),
                        Map.of());
        assertEquals(List.of("python", "runner.py", source.toString(), executed.toString(), "60"),
                machine.commands.get(0));
        return result;
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
