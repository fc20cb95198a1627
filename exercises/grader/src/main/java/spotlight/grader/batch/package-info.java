/** Grades a whole class: each hand-in in a JVM of its own, each result on disk before the next. */
package spotlight.grader.batch;
