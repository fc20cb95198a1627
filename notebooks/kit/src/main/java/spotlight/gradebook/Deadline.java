package spotlight.gradebook;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Until when work is on time.
 *
 * @param until      for everyone without an extension; empty if nothing is ever late
 * @param grace      so much later is still on time; who is later than that is late from the deadline on
 * @param extensions later deadlines for single students
 */
record Deadline(Optional<OffsetDateTime> until, Duration grace, Extensions extensions) {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

    /** {@code 2026-12-01T23:59+01:00}. @throws IllegalArgumentException if the time or its offset is missing */
    static OffsetDateTime moment(String text) {
        try {
            return OffsetDateTime.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + Visible.line(text)
                    + "\" is not a date, a time and an offset like 2026-12-01T23:59+01:00");
        }
    }

    Optional<OffsetDateTime> of(String id) {
        return until.map(all -> extensions.of(id).orElse(all));
    }

    /** How late it is; zero if it is on time. */
    Duration late(String id, Instant handedIn) {
        return of(id).map(end -> Duration.between(end.toInstant(), handedIn))
                .filter(late -> late.compareTo(grace) > 0).orElse(Duration.ZERO);
    }

    /** A moment on the wall clock of the deadline; without one, in UTC. */
    String shown(Instant moment) {
        return SHOWN.format(moment.atOffset(until.map(OffsetDateTime::getOffset).orElse(ZoneOffset.UTC)))
                .replace("+00:00", "UTC");
    }

    /** {@code 2 days 3 hours}; less than an hour in minutes, begun ones counted. */
    static String text(Duration late) {
        List<String> parts = new ArrayList<>();
        add(parts, late.toDays(), "day");
        add(parts, late.toHoursPart(), "hour");
        if (late.toHours() == 0) {
            add(parts, (late.toMillis() + 59_999) / 60_000, "minute");
        }
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
