package spotlight.kernel;

import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What the editor asks while the learner types: completion (Tab), documentation (Shift-Tab), is the input complete. */
record CodeAssist(Evaluator evaluator) {
    /** Ways to go on at character {@code at} of the code, those of a fitting type first. */
    ReplacementOptions complete(String code, int at) throws CellException {
        int[] start = {at};
        SourceCodeAnalysis analysis = evaluator.shell().sourceCodeAnalysis();
        List<String> options = analysis.completionSuggestions(code, at, start).stream()
                .sorted(Comparator.comparing(Suggestion::matchesType).reversed()).map(Suggestion::continuation)
                .distinct().toList();
        return new ReplacementOptions(options, start[0], at);
    }

    /** Signature and documentation of what stands at character {@code at}, null when nothing is known. */
    DisplayData inspect(String code, int at) throws CellException {
        int end = at;
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
        List<Documentation> found = evaluator.shell().sourceCodeAnalysis().documentation(code, end, true);
        if (found.isEmpty()) {
            return null;
        }
        return new DisplayData(found.stream().map(d -> d.signature() + (d.javadoc() == null ? "" : "\n" + d.javadoc()))
                .collect(Collectors.joining("\n\n")));
    }

    String isComplete(String code) {
        return "unknown";
    }
}
