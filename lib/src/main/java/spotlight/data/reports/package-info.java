/**
 * Reports of events, each with the one headline that fits. In reading order: {@link spotlight.data.reports.Reports} is
 * the corpus, {@link spotlight.data.reports.Report} a pair of text and headline with what makes it hard, {@link
 * spotlight.data.reports.Event} the kinds of events with their sentences, and {@link
 * spotlight.data.reports.ReportWriter} the rules.
 */
package spotlight.data.reports;
