package spotlight.kernel;

import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * What the editor asks while the learner types: completion (Tab), documentation (Shift-Tab), whether the input is
 * complete. Positions are code points, as in Jupyter's messages.
 */
record CodeAssist(Evaluator evaluator) {
    /** Ways to go on at {@code position}, those of a fitting type first. */
    ReplacementOptions complete(String code, int position) throws CellException {
        String before = code.substring(0, index(code, position));
        ReplacementOptions options = suggestions(before, 0);
        if (options.getReplacements().isEmpty()) {
            options = suggestions(before, lastStatement(before));
        }
        return options;
    }

    private ReplacementOptions suggestions(String before, int from) throws CellException {
        int[] start = {0};
        String text = before.substring(from);
        List<String> options = analysis().completionSuggestions(text, text.length(), start).stream()
                .sorted(Comparator.comparing(Suggestion::matchesType).reversed()).map(Suggestion::continuation)
                .distinct()
                .toList();
        int replaced = before.codePointCount(0, from + start[0]);
        return new ReplacementOptions(options, replaced, before.codePointCount(0, before.length()));
    }

    /** Signature and documentation of what stands at {@code position}, null when nothing is known. */
    DisplayData inspect(String code, int position) throws CellException {
        int end = index(code, position);
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int open = end;
        while (open < code.length() && Character.isWhitespace(code.charAt(open))) {
            open++;
        }
        if (open < code.length() && code.charAt(open) == '(') {
            end = open + 1;
        }
        String before = code.substring(0, end);
        List<Documentation> found = analysis().documentation(before, end, true);
        if (found.isEmpty()) {
            String statement = before.substring(lastStatement(before));
            found = analysis().documentation(statement, statement.length(), true);
        }
        return found.isEmpty()
                ? null
                : new DisplayData(found.stream().map(CodeAssist::text).collect(Collectors.joining("\n\n")));
    }

    private static String text(Documentation documentation) {
        String javadoc = documentation.javadoc();
        return documentation.signature() + (javadoc == null ? "" : "\n" + javadoc.strip());
    }

    /** {@code complete}, {@code invalid}, or the indentation of the line that has to follow. */
    String isComplete(String code) throws CellException {
        String rest = code.substring(lastStatement(code));
        return switch (analysis().analyzeCompletion(rest).completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> "complete";
            case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> indentation(code);
            case UNKNOWN -> "invalid";
        };
    }

    private static String indentation(String code) {
        String last = code.substring(code.stripTrailing().lastIndexOf('\n') + 1);
        String indent = last.substring(0, last.length() - last.stripLeading().length());
        return last.stripTrailing().endsWith("{") || last.stripTrailing().endsWith("(") ? indent + "    " : indent;
    }

    /** Where the statement that the end of the code is in begins. */
    private int lastStatement(String code) throws CellException {
        int start = 0;
        while (true) {
            int magicEnd = Magics.end(code, start);
            CompletionInfo info = analysis().analyzeCompletion(code.substring(start));
            if (magicEnd > start) {
                start = magicEnd;
            } else if (!info.completeness().isComplete() || info.remaining().isBlank()) {
                return start;
            } else {
                start = code.length() - info.remaining().length();
            }
        }
    }

    private SourceCodeAnalysis analysis() throws CellException {
        return evaluator.shell().sourceCodeAnalysis();
    }

    private static int index(String code, int position) {
        return code.offsetByCodePoints(0, Math.max(0, Math.min(position, code.codePointCount(0, code.length()))));
    }
}
