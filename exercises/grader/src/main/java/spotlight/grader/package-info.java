/**
 * Grades exercises: what counts ({@link spotlight.grader.Exercise}, {@link spotlight.grader.Points}), how a test says
 * what went wrong ({@link spotlight.grader.Verify}) and how the points are counted and shown.
 *
 * <p>Author's view: a test class carries {@code @Exercise("2.1 One attention weight")}, each of its methods
 * {@code @Points}. Everything else follows: an untouched stub is skipped and earns nothing, a test that hangs ends at
 * its time limit, and the report at the end of a run has one line for each exercise.
 */
package spotlight.grader;
