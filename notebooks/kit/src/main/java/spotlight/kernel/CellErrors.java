package spotlight.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;

/**
 * Words what went wrong in a cell: compile errors with line and caret, exceptions with a trace that ends at the cell.
 */
record CellErrors(JShell shell, CellSources sources) {
    private static final String CELL_CLASS = "REPL\\.\\$JShell\\$\\w+\\$";

    /** The compile errors of a snippet, all of them. */
    CellException rejected(Snippet snippet) {
        List<String> lines = new ArrayList<>();
        shell.diagnostics(snippet).filter(Diag::isError).forEach(error -> lines.addAll(located(snippet, error)));
        return new CellException("CompilationError", String.join("\n", lines), lines);
    }

    private List<String> located(Snippet snippet, Diag error) {
        String source = snippet.source();
        int at = (int) Math.max(0, Math.min(error.getPosition(), source.length()));
        int lineStart = source.lastIndexOf('\n', at - 1) + 1;
        int lineEnd = source.indexOf('\n', at) < 0 ? source.length() : source.indexOf('\n', at);
        int line = (int) source.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        String[] message = error.getMessage(Locale.ROOT).split("\\R");
        List<String> text = new ArrayList<>();
        text.add(sources.line(snippet.id(), line) + ": error: " + message[0]);
        text.add("    " + source.substring(lineStart, lineEnd));
        text.add("    " + source.substring(lineStart, at).replaceAll("[^\t]", " ") + "^");
        for (int i = 1; i < message.length; i++) {
            if (!message[i].strip().startsWith("location:")) {
                text.add(message[i]);
            }
        }
        return text;
    }

    /** An exception that the code of a cell threw, with its causes. */
    CellException thrown(JShellException exception) {
        List<String> lines = new ArrayList<>();
        JShellException cause = exception;
        while (cause != null) {
            String title = type(cause) + (message(cause).isEmpty() ? "" : ": " + message(cause));
            lines.addAll(List.of(((cause == exception ? "" : "Caused by: ") + title).split("\\R")));
            lines.addAll(new CellTrace(sources).lines(cause.getStackTrace()));
            cause = cause.getCause() instanceof JShellException next ? next : null;
        }
        String type = type(exception);
        return new CellException(type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1),
                message(exception), lines);
    }

    private static String type(JShellException exception) {
        return exception instanceof EvalException eval
                ? eval.getExceptionClassName().replaceFirst(CELL_CLASS, "")
                : "UnresolvedReference";
    }

    private String message(JShellException exception) {
        if (exception instanceof UnresolvedReferenceException unresolved) {
            return Declarations.name(unresolved.getSnippet()) + " cannot run: "
                    + Declarations.missing(shell, unresolved.getSnippet());
        }
        String message = exception.getMessage() == null ? "" : exception.getMessage();
        return switch (type(exception)) {
            case "java.lang.OutOfMemoryError" -> message + memoryAdvice();
            case "java.lang.StackOverflowError" ->
                "the calls are nested too deeply: is there a recursion without an end?";
            default -> message;
        };
    }

    /** No memory left outside the code of the cell. */
    static CellException outOfMemory(String what) {
        return new CellException("OutOfMemoryError", what + memoryAdvice());
    }

    private static String memoryAdvice() {
        return ": the " + Runtime.getRuntime().maxMemory() / (1 << 20)
                + " MB of the kernel are used up. Variables keep what"
                + " they hold: set the large ones to null, or restart the kernel";
    }

    /** A cell that did not end by itself. */
    CellException stopped(CellControl control, Duration timeout) {
        return switch (control.stopped()) {
            case TIMEOUT -> new CellException("Timeout",
                    "the cell took longer than " + timeout.toMillis() + " ms (IJAVA_TIMEOUT) and was stopped");
            case FAILED -> new CellException("NotStopped",
                    "the cell did not stop: " + NotStopped.why(control.stuckAt(), CellControl.STOPS_THREADS)
                            + ". It goes on in the background until you restart the kernel");
            default -> new CellException("Stopped", "the cell was stopped");
        };
    }
}
