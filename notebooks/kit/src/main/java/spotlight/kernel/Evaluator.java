package spotlight.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Runs cells through JShell, statement by statement. JShell gets ready in a thread of its own while the first messages
 * come in.
 */
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

    private static final Pattern BEFORE_STATEMENT = Pattern
            .compile("(?:\\s++|//[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+");

    private final Settings settings;
    private final CellControl control;
    private final CompletableFuture<JShell> ready;
    private final CellSources sources = new CellSources();
    private CellException startupFailure;

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
            fireDrill(shell);
            runStartupScripts(shell);
            ready.complete(shell);
        } catch (RuntimeException | Error e) {
            ready.completeExceptionally(e);
        }
    }

    /**
     * Lets memory run out for show, so that all the code which has to deal with it is loaded when there is none left.
     */
    private void fireDrill(JShell shell) {
        try {
            run(shell, 0, "throw new OutOfMemoryError();");
        } catch (CellException expected) {
            MemoryReserve.restore();
        }
    }

    private void runStartupScripts(JShell shell) {
        try {
            for (String script : settings.startupScripts()) {
                run(shell, 0, script);
            }
        } catch (CellException e) {
            List<String> lines = new ArrayList<>(List.of("in the startup script:"));
            lines.addAll(e.lines());
            startupFailure = new CellException(e.name(), "in the startup script: " + e.getMessage(), lines);
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
     * @return the value of the last statement, null when it has none or ends with a semicolon
     */
    Object evaluate(int number, String cell) throws CellException {
        control.begin();
        try {
            shell();
            CellException failed = startupFailure;
            startupFailure = null;
            if (failed != null) {
                throw failed;
            }
            Object value = run(number, cell);
            MemoryReserve.restore();
            return value;
        } catch (StackOverflowError e) {
            throw new CellException("CompilationError", "the cell is nested too deeply to be compiled");
        } catch (RuntimeException | LinkageError | AssertionError e) {
            throw new CellException("KernelError", "the cell cannot be compiled: JShell failed with " + e);
        }
    }

    /** Runs code as part of the current cell. */
    Object run(int number, String code) throws CellException {
        return run(shell(), number, code);
    }

    private Object run(JShell shell, int number, String code) throws CellException {
        Declarations declarations = new Declarations(shell);
        Object value = null;
        int at = statementStart(code, 0);
        while (at < code.length()) {
            int magicEnd = Magics.end(code, at);
            if (magicEnd > at) {
                new Magics(this).run(code.substring(at, magicEnd).strip());
                at = statementStart(code, magicEnd);
                value = null;
                continue;
            }
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(code.substring(at));
            if (info.completeness() == Completeness.EMPTY) {
                break;
            }
            boolean complete = info.completeness().isComplete();
            String source = complete ? info.source() : code.substring(at);
            value = statement(shell, declarations, new CellSources.Place(number, code, at), source);
            // JShell cannot tell where a statement with a yield ends, takes it for the whole rest, and runs it alone
            int end = info.completeness() == Completeness.UNKNOWN
                    ? sources.end(code, at)
                    : complete ? code.length() - info.remaining().length() : code.length();
            if (code.substring(at, end).strip().endsWith(";")) {
                value = null; // else a last System.out.printf(…); would show the stream it returns
            }
            at = statementStart(code, end);
        }
        declarations.check(sources);
        return value;
    }

    /** Skips blank space and comments: JShell counts lines from the first word of a statement. */
    private static int statementStart(String code, int from) {
        Matcher skipped = BEFORE_STATEMENT.matcher(code).region(from, code.length());
        return skipped.lookingAt() ? skipped.end() : from;
    }

    private Object statement(JShell shell, Declarations declarations, CellSources.Place place, String source)
            throws CellException {
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
            throw errors.stopped(control, settings.timeout());
        }
        for (SnippetEvent event : events) {
            if (event.exception() != null) {
                throw errors.thrown(event.exception());
            }
            if (event.causeSnippet() == null && event.status() == Snippet.Status.REJECTED) {
                throw errors.rejected(event.snippet());
            }
        }
        declarations.add(events);
        return hasValue ? value : null;
    }

    private static boolean isValue(Snippet.SubKind kind) {
        return switch (kind) {
            case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> true;
            default -> false;
        };
    }
}
