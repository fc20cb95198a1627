/**
 * Grades a whole class: each hand-in in a JVM of its own, each result on disk before the next.
 *
 * <p>What is the same for everybody is done once, by {@link spotlight.grader.batch.KitBuilder}: tests are compiled, JUnit
 * says which calls it makes of them ({@link spotlight.grader.ExerciseRun#record}), and a rehearsal leaves an archive of the
 * classes that every JVM will need. For each submission {@link spotlight.grader.batch.SubmissionGrader} compiles the stubs,
 * holds the bytecode against a list, and has the calls made in a JVM that is thrown away; tests that are not plain enough
 * are run there by JUnit itself.
 */
package spotlight.grader.batch;
