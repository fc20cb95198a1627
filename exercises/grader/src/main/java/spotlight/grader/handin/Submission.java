package spotlight.grader.handin;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One student's work as it lies on disk, before anything of it was opened.
 *
 * @param id       names the student in files and addresses: letters, digits, {@code - _ .}; unique in its folder
 * @param name     as the folder, zip or learning platform has it; it may contain anything, so whoever shows it escapes it
 * @param platform what the learning platform needs to find the student again, for instance
 *                 {@code moodle.participant=123456} or {@code canvas.user=4711}; empty for plain folders
 * @param place    a folder or a zip
 * @param handedIn when, as far as the platform or the files say
 */
public record Submission(String id, String name, Map<String, String> platform, Path place,
        Optional<Instant> handedIn) {
    /** A copy of the map is kept. */
    public Submission {
        platform = Map.copyOf(platform);
    }
}
