package spotlight.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadlineTest {
    @TempDir
    Path folder;

    @Test
    void whoeverMissesTheGraceIsLateFromTheDeadlineOn() {
        Deadline deadline = deadline(Duration.ofMinutes(10), Extensions.none());
        assertEquals(Duration.ZERO, deadline.late("s01", Instant.parse("2026-12-01T22:59:00Z")));
        assertEquals(Duration.ZERO, deadline.late("s01", Instant.parse("2026-12-01T23:09:00Z")));
        assertEquals(Duration.ofSeconds(601), deadline.late("s01", Instant.parse("2026-12-01T23:09:01Z")));
    }

    @Test
    void anExtensionIsForOneStudent() throws IOException {
        Deadline deadline = deadline(Duration.ZERO, extensions("s02,2026-12-03T12:00+01:00"));
        Instant handedIn = Instant.parse("2026-12-03T11:01:00Z");
        assertEquals(Duration.ofMinutes(1), deadline.late("s02", handedIn));
        assertEquals("1 day 12 hours", Deadline.text(deadline.late("s01", handedIn)));
    }

    @Test
    void wrongExtensionsAreNamedWithTheirLine() throws IOException {
        assertEquals("extensions.csv:2: \"tomorrow\" is not a date, a time and an offset like 2026-12-01T23:59+01:00",
                message("s02,tomorrow"));
        assertEquals("extensions.csv:3: s02 is already on line 2",
                message("s02,2026-12-03T12:00Z\ns02,2026-12-04T12:00Z"));
        Extensions extensions = extensions("s09,2026-12-03T12:00Z");
        extensions.check(Set.of("s01"), true);
        assertEquals("extensions.csv:2: there is no student with the id s09",
                assertThrows(GradebookException.class, () -> extensions.check(Set.of("s01"), false)).getMessage());
    }

    @Test
    void timesAreShownOnTheClockOfTheDeadline() {
        assertEquals("2026-12-02 00:30 +01:00",
                deadline(Duration.ZERO, Extensions.none()).shown(Instant.parse("2026-12-01T23:30:00Z")));
        assertEquals("2026-12-01 23:30 UTC", new Deadline(Optional.empty(), Duration.ZERO, Extensions.none())
                .shown(Instant.parse("2026-12-01T23:30:00Z")));
    }

    @Test
    void latenessReadsInWords() {
        assertEquals("1 minute", Deadline.text(Duration.ofSeconds(1)));
        assertEquals("2 days 1 hour", Deadline.text(Duration.ofHours(49).plusMinutes(5)));
        assertEquals("59 minutes", Deadline.text(Duration.ofMinutes(59)));
    }

    private Deadline deadline(Duration grace, Extensions extensions) {
        return new Deadline(Optional.of(Deadline.moment("2026-12-01T23:59+01:00")), grace, extensions);
    }

    private Extensions extensions(String rows) throws IOException {
        return Extensions.read(Files.writeString(folder.resolve("extensions.csv"), "id,until\n" + rows + "\n"));
    }

    private String message(String rows) {
        return assertThrows(GradebookException.class, () -> extensions(rows)).getMessage();
    }
}
