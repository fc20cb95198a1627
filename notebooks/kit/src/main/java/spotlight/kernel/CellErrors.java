package spotlight.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;

/** Words what went wrong in a cell: compile errors with line and caret, exceptions with a trace that ends at the cell. */
record CellErrors(JShell shell, CellSources sources) {
    private static final int FRAMES = 12;
    private static final String UNRESOLVED = "UnresolvedReference";

    /** The compile errors of a snippet, all of them. */
    CellException rejected(Snippet snippet) {
        List<String> lines = new ArrayList<>();
        shell.diagnostics(snippet).filter(Diag::isError).forEach(error -> lines.addAll(located(snippet, error)));
        if (lines.isEmpty()) {
            lines.add(sources.line(snippet.id(), 1) + ": error: this is not Java");
        }
        return new CellException("CompilationError", String.join("\n", lines), lines);
    }

    private List<String> located(Snippet snippet, Diag error) {
        String source = snippet.source();
        int at = (int) Math.max(0, Math.min(error.getPosition(), source.length()));
        int lineStart = source.lastIndexOf('\n', at - 1) + 1;
        int lineEnd = source.indexOf('\n', at) < 0 ? source.length() : source.indexOf('\n', at);
        int line = (int) source.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        List<String> text = new ArrayList<>();
        String[] message = error.getMessage(Locale.ROOT).split("\\R");
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

    /** An exception that the code of a cell threw. */
    CellException thrown(JShellException exception) {
        List<String> lines = new ArrayList<>();
        JShellException cause = exception;
        while (cause != null) {
            String head = (cause == exception ? "" : "Caused by: ") + title(cause);
            lines.addAll(List.of(head.split("\\R")));
            lines.addAll(frames(cause.getStackTrace()));
            cause = cause.getCause() instanceof JShellException next ? next : null;
        }
        return new CellException(name(exception), message(exception), lines);
    }

    private String title(JShellException exception) {
        String message = message(exception);
        String type = exception instanceof EvalException eval ? eval.getExceptionClassName() : UNRESOLVED;
        return message.isEmpty() ? type : type + ": " + message;
    }

    private static String name(JShellException exception) {
        if (exception instanceof EvalException eval) {
            String type = eval.getExceptionClassName();
            return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        }
        return UNRESOLVED;
    }

    private String message(JShellException exception) {
        if (exception instanceof UnresolvedReferenceException unresolved) {
            DeclarationSnippet snippet = unresolved.getSnippet();
            return "this uses what is not declared: " + missing(snippet);
        }
        String message = exception.getMessage() == null ? "" : exception.getMessage();
        return switch (((EvalException) exception).getExceptionClassName()) {
            case "java.lang.OutOfMemoryError" -> message + ". The kernel may use "
                    + Runtime.getRuntime().maxMemory() / (1 << 20)
                    + " MB; it lives on, what the cell held is free again.";
            case "java.lang.StackOverflowError" ->
                "the calls are nested too deeply: is there a recursion without an end?";
            default -> message;
        };
    }

    /** What a declaration still needs, such as {@code method g(int)}. */
    String missing(DeclarationSnippet snippet) {
        return shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
    }

    private List<String> frames(StackTraceElement[] trace) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : trace) {
            String file = frame.getFileName();
            if (file != null && file.startsWith("#")) {
                String method = frame.getMethodName();
                String where = sources.line(file.substring(1), frame.getLineNumber());
                boolean topLevel = method.isEmpty() || method.startsWith("lambda$");
                frames.add("    at " + (topLevel ? where : method + " (" + where + ")"));
            } else if (!frame.getClassName().startsWith("jdk.internal.reflect.")) {
                frames.add("    at " + frame);
            }
        }
        if (frames.size() > FRAMES) {
            List<String> shortened = new ArrayList<>(frames.subList(0, FRAMES - 2));
            shortened.add("    ... " + (frames.size() - FRAMES + 1) + " more");
            shortened.add(frames.get(frames.size() - 1));
            return shortened;
        }
        return frames;
    }

    /** A cell that did not end by itself. */
    CellException stopped(CellControl.Stop why, Duration timeout) {
        return switch (why) {
            case TIMEOUT -> new CellException("Timeout",
                    "the cell took longer than " + timeout.toMillis() + " ms (IJAVA_TIMEOUT) and was stopped");
            case FAILED -> new CellException("NotStopped",
                    "the cell did not stop: it is inside library code without an end. It goes on in the background; restart the kernel to be rid of it.");
            default -> new CellException("Stopped", "the cell was stopped");
        };
    }
}
