import de.jplag.JPlag;
import de.jplag.JPlagComparison;
import de.jplag.JPlagResult;
import de.jplag.Match;
import de.jplag.Submission;
import de.jplag.Token;
import de.jplag.clustering.ClusteringOptions;
import de.jplag.java.Language;
import de.jplag.options.JPlagOptions;
import de.jplag.reporting.reportobject.ReportObjectFactory;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Compares hand-ins by JPlag, in a JVM of its own: {@code java -cp JPLAG Compare.java HANDINS BASE REPORT PAIRS}. Started from its
 * source, so that the course is built without JPlag.
 */
class Compare {
    private static final int MOST_PAIRS = 100;

    private final File handIns;
    private final PrintWriter out;

    Compare(File handIns, PrintWriter out) {
        this.handIns = handIns;
        this.out = out;
    }

    /** HANDINS: a folder for each; BASE: what everyone was given; REPORT: the zip without its end; PAIRS: lines for us. */
    public static void main(String[] args) throws Exception {
        JPlagOptions options = new JPlagOptions(new Language(), Set.of(new File(args[0])), Set.of())
                .withBaseCodeSubmissionDirectory(new File(args[1])).withMaximumNumberOfComparisons(MOST_PAIRS)
                .withClusteringOptions(new ClusteringOptions().withEnabled(false));
        JPlagResult result = new JPlag(options).run();
        new ReportObjectFactory().createAndSaveReport(result, args[2]);
        try (PrintWriter out = new PrintWriter(args[3], StandardCharsets.UTF_8)) {
            new Compare(new File(args[0]), out).write(result);
        }
    }

    private void write(JPlagResult result) throws Exception {
        line("compared", result.getNumberOfSubmissions());
        for (Submission failed : result.getSubmissions().getInvalidSubmissions()) {
            line("left", failed.getName());
        }
        for (JPlagComparison pair : result.getComparisons(MOST_PAIRS)) {
            Submission first = pair.firstSubmission();
            Submission second = pair.secondSubmission();
            line("pair", first.getName(), second.getName(), pair.similarity(), pair.getNumberOfMatchedTokens());
            for (Match match : pair.matches()) {
                line("match", match.length(), place(first.getTokenList(), match.startOfFirst(), match.length()),
                        place(second.getTokenList(), match.startOfSecond(), match.length()));
            }
        }
    }

    /** File, first and last line of some tokens. */
    private String place(List<Token> tokens, int start, int length) throws IOException {
        Token first = tokens.get(start);
        int last = tokens.subList(start, start + length).stream().filter(token -> token.getFile().equals(first.getFile()))
                .mapToInt(Token::getLine).max().orElse(first.getLine());
        String file = handIns.toPath().toRealPath().relativize(first.getFile().toPath().toRealPath()).toString()
                .replace('\\', '/');
        return file + '\t' + first.getLine() + '\t' + last;
    }

    private void line(Object... cells) {
        StringBuilder line = new StringBuilder();
        for (Object cell : cells) {
            line.append(line.length() == 0 ? "" : "\t").append(cell);
        }
        out.print(line.append('\n'));
    }
}
