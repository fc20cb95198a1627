/**
 * Data to learn from. {@link spotlight.data.DataFolder} finds those of the course, and each package below generates one
 * {@link spotlight.data.Corpus}; {@link spotlight.data.Facts} are facts with their sources.
 *
 * <p>Your own data: {@link spotlight.data.PlainText} reads a text, {@link spotlight.data.Labelled} texts with labels
 * from a CSV file or from folders, {@link spotlight.data.Parallel} sentences with translations, {@link
 * spotlight.data.Csv} any table; {@link spotlight.data.Split} holds some of it out. All are in UTF-8, and what is wrong
 * with a file is said with its line.
 */
package spotlight.data;
