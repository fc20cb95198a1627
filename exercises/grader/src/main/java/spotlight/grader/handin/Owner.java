package spotlight.grader.handin;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose a file or folder is, as a learning platform writes it into the name.
 *
 * @param key  what all files of one student have in common
 * @param name the student's, as the platform has it
 * @param rest the name without what the platform put before it; empty if nothing is left
 * @param late whether the platform says so
 */
record Owner(String platform, String key, String name, String rest, boolean late) {
    static final String MOODLE = "moodle.participant";
    static final String CANVAS = "canvas.user";
    static final String CANVAS_LATE = "canvas.late";

    private static final Pattern MOODLE_MARK = Pattern
            .compile("_(\\d{1,18})_assignsubmission_(?:file|onlinetext)(?:_|$)");
    // Canvas takes _digits_ out of students' names, so the first pair of numbers is its own.
    private static final Pattern CANVAS_MARK = Pattern.compile("^(.+?)(_LATE)?_(\\d{1,18})_(\\d{1,18})_(.+)$",
            Pattern.DOTALL);

    /** The owner that a name tells; empty if it is in no platform's form, or could be read in two ways. */
    static Optional<Owner> of(String fileName) {
        Matcher moodle = MOODLE_MARK.matcher(fileName);
        if (moodle.find()) {
            Owner owner = new Owner(MOODLE, moodle.group(1), fileName.substring(0, moodle.start()),
                    fileName.substring(moodle.end()), false);
            // A second mark was made by a student, to get at another one's points: nobody's.
            return moodle.find(moodle.start() + 1) ? Optional.empty() : Optional.of(owner);
        }
        Matcher canvas = CANVAS_MARK.matcher(fileName);
        if (canvas.find()) {
            return Optional.of(
                    new Owner(CANVAS, canvas.group(3), canvas.group(1), canvas.group(5), canvas.group(2) != null));
        }
        return Optional.empty();
    }

    /** What {@link Submission#platform()} says about this student. */
    Map<String, String> entries() {
        Map<String, String> entries = new TreeMap<>();
        entries.put(platform, key);
        if (late) {
            entries.put(CANVAS_LATE, "true");
        }
        return entries;
    }

    boolean isOf(Submission submission) {
        return key.equals(submission.platform().get(platform));
    }
}
