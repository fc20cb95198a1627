package spotlight.lab;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Executes one chapter from a clean kernel and tells what happens, cell by cell. */
final class ChapterRun {

    /**
     * How it ended.
     *
     * @param chapter the file's name
     * @param seconds from before the kernel's start to the last output
     * @param processor seconds the kernel computed, on all processors together, infinite if unknown
     * @param busy whether the machine had other work: more wanted to run than the chapter and its two threads
     * @param trouble what went wrong, empty if every cell ran
     * @param startAgain true if no kernel came up, which is worth a second try
     */
    record Result(String chapter, double seconds, double processor, boolean busy, List<String> trouble,
            boolean startAgain) {
        /** Whether the chapter itself is too long; on a busy machine any chapter takes long, and its trainings have two threads. */
        boolean tooLong(int budget) {
            return Math.min(seconds, busy ? processor / 2 : processor) > budget;
        }

        /** What to say of a chapter that took longer than its budget. */
        String time(int budget) {
            return String.format(Locale.ROOT, "took %.0f s, its budget is %d s", seconds, budget) + (tooLong(budget)
                    ? ""
                    : String.format(Locale.ROOT, "; it computed for %.0f s, the machine was busy", processor));
        }
    }

    private static final int TITLE_WIDTH = 58;

    private final Path source;
    private final Path executed;
    private final Duration cellLimit;
    private final PrintStream out;
    private final Notebook notebook;
    private final List<String> trouble = new ArrayList<>();
    private final StringBuilder log = new StringBuilder();
    private double processor = Double.POSITIVE_INFINITY;
    private boolean startAgain;
    private boolean ended;

    /**
     * @param executed where the executed copy goes; its log goes beside it
     * @param cellLimit the longest time one cell may take
     */
    ChapterRun(Path source, Path executed, Duration cellLimit, PrintStream out) {
        this.source = source;
        this.executed = executed;
        this.cellLimit = cellLimit;
        this.out = out;
        this.notebook = Notebook.read(source);
    }

    /**
     * Runs it to its end or to its first error.
     *
     * @param python the interpreter that has nbclient
     * @param runner the script {@code run_notebook.py}
     * @param env where Jupyter finds the kernel
     */
    Result run(Machine machine, Path python, Path runner, Map<String, String> env) {
        long began = System.nanoTime();
        Machine.Outcome outcome = machine.run(Duration.ofHours(2), env, this::hear, List.of(python.toString(),
                runner.toString(), source.toString(), executed.toString(), Long.toString(cellLimit.toSeconds())));
        if (!ended) {
            trouble.add("the run broke off: " + lastLine(outcome.output()));
        }
        try {
            Files.writeString(executed.resolveSibling(source.getFileName() + ".log"), log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log of " + source, e);
        }
        return new Result(source.getFileName().toString(), (System.nanoTime() - began) / 1e9, processor, busy(),
                trouble, startAgain);
    }

    private static boolean busy() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system.getSystemLoadAverage() > system.getAvailableProcessors() + 1;
    }

    private void hear(String line) {
        JsonObject event = event(line);
        if (event == null) {
            log.append(line).append('\n');
            return;
        }
        int index = event.has("index") ? event.get("index").getAsInt() : -1;
        switch (event.get("event").getAsString()) {
            case "ready" -> {
                // the first cell follows at once
            }
            case "cell" -> out.print("  " + name(index));
            case "done" -> out.println(String.format(Locale.ROOT, " %6.2f s", event.get("seconds").getAsDouble()));
            case "finished" -> {
                ended = true;
                processor = event.has("processor") ? event.get("processor").getAsDouble() : processor;
            }
            case "nostart" -> {
                startAgain = true;
                stop("the kernel did not start: " + event.get("reason").getAsString());
            }
            case "error" -> {
                stop(cell(index) + ": " + headline(event));
                Text.plain(event.get("traceback").getAsString()).lines().forEach(text -> out.println("      " + text));
            }
            case "timeout" -> stop(cell(index) + ": no result within " + cellLimit.toSeconds()
                    + " s (./lab run --timeout changes the limit)");
            case "dead" -> stop(index < 0
                    ? "the kernel ended before the first cell"
                    : cell(index) + ": the kernel ended in it (System.exit, or out of memory)");
            default -> log.append(line).append('\n');
        }
        out.flush();
    }

    private void stop(String what) {
        ended = true;
        trouble.add(what);
        out.println();
        out.println("    " + what);
    }

    private static String headline(JsonObject event) {
        String value = event.get("evalue").getAsString().strip();
        if (value.isEmpty()) { // IJava leaves it empty for a cell that does not compile
            value = Text.plain(event.get("traceback").getAsString()).lines().map(String::strip)
                    .filter(line -> !line.isEmpty()).findFirst().orElse("");
        }
        return event.get("ename").getAsString() + (value.isEmpty() ? "" : ": " + value.lines().findFirst().orElse(""));
    }

    private String name(int index) {
        List<Notebook.Cell> cells = notebook.cells();
        String number = String.format(Locale.ROOT, "[%d/%d]", notebook.number(index),
                notebook.number(cells.size() - 1));
        return String.format(Locale.ROOT, "%-7s ", number) + column(cells.get(index).title(), TITLE_WIDTH);
    }

    /** The text, cut or filled to this many columns of a terminal, where a Chinese character takes two. */
    static String column(String text, int width) {
        StringBuilder shown = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); i++) {
            int columns = Character.isIdeographic(text.charAt(i)) ? 2 : 1;
            if (used + columns >= width && i < text.length() - 1) {
                shown.append('…');
                used++;
                break;
            }
            shown.append(text.charAt(i));
            used += columns;
        }
        return shown.append(" ".repeat(Math.max(0, width - used))).toString();
    }

    private String cell(int index) {
        return "cell [" + notebook.number(index) + "]";
    }

    private static JsonObject event(String line) {
        if (!line.startsWith("{\"event\"")) {
            return null;
        }
        try {
            return new Gson().fromJson(line, JsonObject.class);
        } catch (JsonParseException e) {
            return null;
        }
    }

    private static String lastLine(String output) {
        return output.lines().filter(line -> !line.startsWith("{")).reduce("", (a, b) -> b).strip();
    }
}
