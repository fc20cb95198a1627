package spotlight.data.reports;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import spotlight.data.Corpus;
import spotlight.data.reports.Report.Hurdle;
import spotlight.file.TextFile;

/**
 * Short reports of fires, elections, matches and more, each with its headline. Only one headline is right, and the
 * report has all it needs: who reads carefully gets every one of them, 100 %.
 */
public final class Reports implements Corpus {
    private static final int TRAIN = 16_000;
    private static final int HELD_OUT = 1_000;
    private static final long SEED = 5;

    /** The reports to learn from. */
    public static List<Report> train(Path data) {
        return read(data.resolve("reports").resolve("train.tsv"));
    }

    /** Other reports, to be measured on. */
    public static List<Report> heldOut(Path data) {
        return read(data.resolve("reports").resolve("held-out.tsv"));
    }

    /**
     * Reads reports, one a line: text, headline and hurdles, with tabs between them.
     *
     * @throws IllegalArgumentException at the first line that is something else; it says file and line
     */
    static List<Report> read(Path file) {
        List<String> lines = TextFile.lines(file);
        return IntStream.range(0, lines.size()).mapToObj(i -> report(file, i + 1, lines.get(i))).toList();
    }

    private static Report report(Path file, int number, String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 3 || !parts[2].matches("((late|split|past|corrected)( |$))*")) {
            throw new IllegalArgumentException(file.getFileName() + ", line " + number
                    + ": expected the report, its headline and any of late, split, past, corrected, with tabs"
                    + " between them, not \"" + line + "\"");
        }
        Set<Hurdle> hurdles = Arrays.stream(Hurdle.values())
                .filter(hurdle -> List.of(parts[2].split(" ")).contains(hurdle.word())).collect(Collectors.toSet());
        return new Report(hurdles, parts[1], parts[0]);
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Map<String, String> files() {
        ReportWriter writer = new ReportWriter(new Random(SEED)); // its numbers are laid down by Java's specification
        Map<String, Report> reports = new LinkedHashMap<>();
        while (reports.size() < TRAIN + HELD_OUT) {
            Report report = writer.write();
            reports.putIfAbsent(report.text(), report);
        }
        List<Report> all = List.copyOf(reports.values());
        return Map.of("train.tsv", lines(all.subList(0, TRAIN)), "held-out.tsv",
                lines(all.subList(TRAIN, all.size())));
    }

    private static String lines(List<Report> reports) {
        return reports.stream().map(report -> report.line() + "\n").collect(Collectors.joining());
    }
}
