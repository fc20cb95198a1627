/** What a student's code may do, and what keeps it from doing more: its bytecode is read, its JVM is locked in. */
package spotlight.grader.sandbox;
