/** What students hand in: found by name in a folder of downloads, opened with care, reduced to the stub files. */
package spotlight.grader.handin;
