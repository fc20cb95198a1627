package spotlight.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A stack trace as the learner needs it: from where it happened to the line of the cell, without the machinery between.
 */
record CellTrace(CellSources sources) {
    private static final int MOST_LINES = 12;
    /** Reflection, and the check that the JDK weaves into cells so that they can be stopped. */
    private static final Pattern MACHINERY = Pattern
            .compile("^(jdk\\.internal\\.reflect\\.|java\\.lang\\.reflect\\.Method$|REPL\\.\\$Cancel\\$)");
    private static final Set<String> KERNEL = Set.of(CellControl.class.getName(), Run.class.getName());

    List<String> lines(StackTraceElement[] trace) {
        List<String> lines = new ArrayList<>();
        int repeats = 0;
        String last = null;
        for (StackTraceElement frame : trace) {
            if (KERNEL.contains(frame.getClassName())) {
                break;
            }
            if (MACHINERY.matcher(frame.getClassName()).find()) {
                continue;
            }
            String line = "    at " + place(frame);
            if (line.equals(last)) {
                repeats++;
                continue;
            }
            addRepeats(lines, repeats);
            lines.add(line);
            last = line;
            repeats = 0;
        }
        addRepeats(lines, repeats);
        return shortened(lines);
    }

    private static void addRepeats(List<String> lines, int repeats) {
        if (repeats > 0) {
            lines.add("    ... the same " + (repeats == 1 ? "once" : repeats + " times") + " more");
        }
    }

    private static List<String> shortened(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, MOST_LINES - 2));
        kept.add("    ... " + (lines.size() - MOST_LINES + 1) + " more");
        kept.add(lines.get(lines.size() - 1));
        return kept;
    }

    private String place(StackTraceElement frame) {
        String file = frame.getFileName();
        if (file == null || !file.startsWith("#")) {
            return frame.toString();
        }
        String where = sources.line(file.substring(1), frame.getLineNumber());
        String method = frame.getMethodName();
        if (method.isEmpty() || method.startsWith("lambda$")) {
            return where;
        }
        String type = frame.getClassName();
        String call = method.equals("<init>") ? "new " + type : type.isEmpty() ? method : type + "." + method;
        return call + " (" + where + ")";
    }
}
