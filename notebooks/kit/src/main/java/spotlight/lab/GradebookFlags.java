package spotlight.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.math.BigDecimal;
import java.util.function.Function;
import picocli.CommandLine.Option;
import spotlight.gradebook.GradebookOptions;
import spotlight.gradebook.GradebookSettings;
import spotlight.gradebook.LateRule;

/** How points become grades, on the command line. What is not given stays as it was the last time for that folder. */
final class GradebookFlags {

    @Option(names = "--title", paramLabel = "TEXT", description = "What the work is called on pages and in Canvas, "
            + "where \"Name (ID)\" is the column of an assignment that exists (default: Spotlight exercises).")
    private Optional<String> title = Optional.empty();

    @Option(names = "--deadline", paramLabel = "TIME", description = "Until when work is on time, for instance "
            + "2026-12-01T23:59+01:00; none for no deadline (default: none).")
    private Optional<String> deadline = Optional.empty();

    @Option(names = "--late", paramLabel = "RULE", description = "What handing in late costs: \"10 %% a day, at most "
            + "50 %%\" of the points earned, a begun day counts; \"10 %% of the maximum a day\"; \"20 %%\" once; none "
            + "(default: none).")
    private Optional<String> late = Optional.empty();

    @Option(names = "--grace", paramLabel = "MINUTES", description = "So much later is still on time (default: 0). Who "
            + "is later than that is late from the deadline on.")
    private Optional<Integer> grace = Optional.empty();

    @Option(names = "--extensions", paramLabel = "FILE", description = "Later deadlines, a table with the columns "
            + "id,until (default: OUT/extensions.csv).")
    private Optional<Path> extensions = Optional.empty();

    @Option(names = "--overrides", paramLabel = "FILE", description = "Points given by hand, a table with the columns "
            + "id,exercise,points,reason (default: OUT/overrides.csv).")
    private Optional<Path> overrides = Optional.empty();

    @Option(names = "--points", paramLabel = "FILE", description = "What exercises count, a table with the columns "
            + "exercise,points; 0 leaves one out (default: OUT/points.csv).")
    private Optional<Path> points = Optional.empty();

    @Option(names = "--out-of", paramLabel = "POINTS", description = "The maximum in Moodle and Canvas, to which their "
            + "files are scaled; 0 for the points as they are (default: 0).")
    private Optional<BigDecimal> outOf = Optional.empty();

    @Option(names = "--anonymous", negatable = true, description = "Pages without names, for showing around: a "
            + "platform's number or the id instead. The tables keep the names.")
    private Optional<Boolean> anonymous = Optional.empty();

    /**
     * The options of the last time, with what was given now.
     *
     * @param out the folder of the gradebook
     * @throws Trouble if a flag cannot be understood
     */
    GradebookOptions options(Path out) {
        return over(GradebookSettings.read(out));
    }

    /** Other options, with what was given now. */
    GradebookOptions over(GradebookOptions before) {
        GradebookOptions options = new GradebookOptions(title.orElse(before.title()),
                deadline.isEmpty()
                        ? before.deadline()
                        : deadline.filter(text -> !text.equals("none")).map(this::moment),
                grace.map(Duration::ofMinutes).orElse(before.grace()),
                late.map(text -> understood(text, LateRule::parse)).orElse(before.late()),
                extensions.or(before::extensions), overrides.or(before::overrides), points.or(before::points),
                outOf.orElse(before.outOf()), before.exam(), anonymous.orElse(before.anonymous()), before.shard());
        if (options.grace().isNegative() || options.outOf().signum() < 0) {
            throw new Trouble("--grace and --out-of cannot be negative", "see ./lab grades write --help");
        }
        return options;
    }

    private OffsetDateTime moment(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new Trouble("--deadline \"" + text + "\" is not a date, a time and an offset",
                    "for instance --deadline 2026-12-01T23:59+01:00");
        }
    }

    private static <T> T understood(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Trouble(e.getMessage(), "see ./lab grades write --help for the forms of a rule");
        }
    }
}
