package spotlight.grader.handin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** When students handed in, as far as it can be known. */
final class HandInTimes {
    /** In the folder of the submissions: a line for each student, id or name, comma, ISO time. It wins. */
    static final String FILE = "times.csv";
    private static final Pattern IN_CHAPTER = Pattern.compile("(?:.*/)?ch\\d\\d/[^/]+", Pattern.DOTALL);

    /** One line of the file. */
    record Line(int number, String who, Instant time) {
    }

    private HandInTimes() {
    }

    /**
     * Reads the file if there is one. A time without an offset is in UTC. A first line without a time is a heading.
     *
     * @throws IllegalArgumentException naming file and line, if a time cannot be read
     */
    static Map<String, Line> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Map<String, Line> times = new LinkedHashMap<>();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return times;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).replace("\uFEFF", "");
            int comma = line.lastIndexOf(',');
            String text = line.substring(comma + 1).strip();
            Optional<Instant> time = time(unquoted(text));
            if (line.isBlank() || time.isEmpty() && number == 1) {
                continue;
            }
            if (comma < 0 || time.isEmpty()) {
                throw new IllegalArgumentException(FILE + " line " + number + ": '" + Remarks.quoted(text)
                        + "' is not a time, write id,2026-11-30T23:59:00Z");
            }
            String who = unquoted(line.substring(0, comma).strip());
            times.put(who, new Line(number, who, time.get()));
        }
        return times;
    }

    private static String unquoted(String field) {
        return field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")
                ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                : field;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException noOffset) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException noTime) {
                return Optional.empty();
            }
        }
    }

    /**
     * The time of the newest source: of those in chapters' folders, or of all if there are none. Empty for a git checkout,
     * whose files are as old as the checkout.
     */
    static Optional<Instant> ofFiles(Submission submission) {
        if (Files.exists(submission.place().resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (Contents contents = new Contents(name -> name.endsWith(".java"), new Remarks()).of(submission)) {
            List<Item> own = contents.items().stream().filter(item -> !Intake.isCourses(item)).toList();
            List<Item> inChapters = own.stream().filter(item -> IN_CHAPTER.matcher(item.path()).matches()).toList();
            return (inChapters.isEmpty() ? own : inChapters).stream().map(Item::time).max(Comparator.naturalOrder());
        }
    }
}
