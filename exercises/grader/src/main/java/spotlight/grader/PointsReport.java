package spotlight.grader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report at the end of a run, as plain text: one line an exercise, then chapters and the total. */
final class PointsReport {
    private PointsReport() {
    }

    /** Empty when there is no exercise. */
    static String text(List<ExerciseResult> results) {
        if (results.isEmpty()) {
            return "";
        }
        int width = results.stream().mapToInt(result -> result.title().length()).max().orElseThrow();
        List<String> lines = new ArrayList<>();
        Map<Integer, List<ExerciseResult>> chapters = results.stream().collect(Collectors.groupingBy(
                result -> ExerciseNumber.of(result.title()).chapter(), TreeMap::new, Collectors.toList()));
        chapters.forEach((chapter, exercises) -> {
            lines.add("");
            exercises.forEach(result -> addExercise(lines, result, width));
            if (exercises.size() > 1) {
                lines.add(row("Chapter " + chapter, exercises, width));
            }
        });
        if (chapters.size() > 1) {
            lines.add("");
            lines.add(row("Total", results, width));
        }
        return String.join("\n", lines) + "\n";
    }

    private static void addExercise(List<String> lines, ExerciseResult result, int width) {
        lines.add(row(result.title(), List.of(result), width));
        Map<String, List<MethodResult>> byMessage = new LinkedHashMap<>();
        for (MethodResult method : result.methods()) {
            if (method.status() == Status.FAILED || method.status() == Status.TIMED_OUT) {
                byMessage.computeIfAbsent(method.message(), key -> new ArrayList<>()).add(method);
            }
        }
        byMessage.forEach((message, methods) -> addFailure(lines, message, methods));
    }

    /** Methods that failed for the same reason are named together, and the reason once. */
    private static void addFailure(List<String> lines, String message, List<MethodResult> methods) {
        lines.add("    " + methods.get(0).status().text() + ": "
                + methods.stream().map(MethodResult::name).collect(Collectors.joining("; ")));
        message.lines().forEach(line -> lines.add("        " + line));
        methods.stream().map(MethodResult::hint).filter(hint -> !hint.isBlank()).distinct()
                .forEach(hint -> lines.add("        Hint: " + hint));
    }

    private static String row(String title, List<ExerciseResult> results, int width) {
        int points = results.stream().mapToInt(ExerciseResult::points).sum();
        int max = results.stream().mapToInt(ExerciseResult::max).sum();
        StringBuilder row = new StringBuilder();
        row.append(String.format("%-" + width + "s  %3d of %d points", title, points, max));
        for (Status status : new Status[] {Status.FAILED, Status.TIMED_OUT, Status.NOT_ATTEMPTED}) {
            int count = results.stream().mapToInt(result -> result.count(status)).sum();
            if (count > 0) {
                row.append(", ").append(count).append(' ').append(status.text());
            }
        }
        return row.toString();
    }
}
