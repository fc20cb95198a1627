package spotlight.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Runs cells through JShell, statement by statement. JShell gets ready in a thread of its own while the first messages come in. */
final class Evaluator {
    /** What IJava imports, and its {@code display}, {@code updateDisplay} and {@code render}. */
    private static final String IMPORTS = """
            import java.util.*;
            import java.io.*;
            import java.math.*;
            import java.net.*;
            import java.util.concurrent.*;
            import java.util.prefs.*;
            import java.util.regex.*;
            import static spotlight.kernel.Display.*;
            """;

    private final Settings settings;
    private final CellControl control;
    private final CompletableFuture<JShell> ready;
    private final CellSources sources = new CellSources();

    Evaluator(Settings settings) {
        this.settings = settings;
        this.control = new CellControl(settings.timeout());
        this.ready = new CompletableFuture<>();
        Thread starter = new Thread(this::prepare, "kernel-jshell");
        starter.setDaemon(true);
        starter.start();
    }

    private void prepare() {
        try {
            JShell shell = JShell.builder().executionEngine(new ControlProvider(control), Map.of())
                    .compilerOptions(settings.compilerOptions().toArray(String[]::new)).build();
            settings.classpath().forEach(shell::addToClasspath);
            for (String line : IMPORTS.lines().toList()) {
                shell.eval(line);
            }
            shell.eval("1 + 1").forEach(event -> shell.drop(event.snippet()));
            ready.complete(shell);
        } catch (RuntimeException | Error e) {
            ready.completeExceptionally(e);
        }
    }

    /** JShell, as soon as it is ready. */
    JShell shell() throws CellException {
        try {
            return ready.join();
        } catch (CompletionException e) {
            throw new CellException("KernelError", "JShell did not start: " + e.getCause());
        }
    }

    CellControl control() {
        return control;
    }

    /**
     * Runs a cell.
     *
     * @param number the cell's execution count, for messages
     * @return the value of the last statement, null when it has none
     */
    Object evaluate(int number, String cell) throws CellException {
        control.begin();
        JShell shell = shell();
        Magics magics = new Magics(this);
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        List<SnippetEvent> unresolved = new ArrayList<>();
        Object value = null;
        int at = 0;
        while (!cell.substring(at).isBlank()) {
            int magicEnd = Magics.end(cell, at);
            if (magicEnd > at) {
                value = magics.run(cell.substring(at, magicEnd).strip());
                at = magicEnd;
                continue;
            }
            CompletionInfo info = analysis.analyzeCompletion(cell.substring(at));
            Completeness completeness = info.completeness();
            if (completeness == Completeness.EMPTY) {
                break;
            }
            String source = completeness.isComplete() ? info.source() : cell.substring(at);
            value = statement(shell, new CellSources.Place(number, cell, at), source);
            at = completeness.isComplete() ? cell.length() - info.remaining().length() : cell.length();
        }
        return value;
    }

    private Object statement(JShell shell, CellSources.Place place, String source) throws CellException {
        List<SnippetEvent> events = shell.eval(source);
        Object value = control.takeValue();
        CellErrors errors = new CellErrors(shell, sources);
        boolean hasValue = false;
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                sources.add(event.snippet(), place);
                hasValue = isValue(event.snippet().subKind());
            }
        }
        if (control.stopped() != CellControl.Stop.NO) {
            throw errors.stopped(control.stopped(), settings.timeout());
        }
        for (SnippetEvent event : events) {
            if (event.exception() != null) {
                throw errors.thrown(event.exception());
            }
            if (event.causeSnippet() == null && event.status() == Snippet.Status.REJECTED) {
                throw errors.rejected(event.snippet());
            }
        }
        return hasValue ? value : null;
    }

    private static boolean isValue(Snippet.SubKind kind) {
        return switch (kind) {
            case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> true;
            default -> false;
        };
    }
}
