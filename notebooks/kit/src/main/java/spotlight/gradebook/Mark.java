package spotlight.gradebook;

import java.math.BigDecimal;
import java.util.Optional;
import spotlight.grader.batch.ExerciseOutcome;

/**
 * What one exercise of one student counts.
 *
 * @param points   after the points table and overrides
 * @param tested   points before an override
 * @param kind     how it ended
 * @param override what an instructor has set instead
 */
record Mark(Course.Item item, BigDecimal points, BigDecimal tested, ExerciseOutcome.Kind kind,
        Optional<Overrides.Entry> override) {
    boolean full() {
        return points.compareTo(item.max()) >= 0;
    }

    /** Whether the student has handed in anything for it. */
    boolean tried() {
        return kind != ExerciseOutcome.Kind.UNTOUCHED && kind != ExerciseOutcome.Kind.NOT_RUN;
    }
}
