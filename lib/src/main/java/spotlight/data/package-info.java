/**
 * Data to learn from: {@link spotlight.data.DataFolder} finds those of the course, and each package below
 * generates one {@link spotlight.data.Corpus}.
 */
package spotlight.data;
