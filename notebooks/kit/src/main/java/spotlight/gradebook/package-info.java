/**
 * What a class gets: results of the batch grader become a gradebook, feedback pages, a class page and files for
 * learning
 * platforms. All text of a student is hostile; each class here escapes it where it is shown.
 */
package spotlight.gradebook;
