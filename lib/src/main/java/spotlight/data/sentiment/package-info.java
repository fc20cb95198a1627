/**
 * Short reviews, good or bad, in which the words alone do not decide: "not bad at all" is praise. In reading order:
 * {@link spotlight.data.sentiment.Reviews} is the corpus, {@link spotlight.data.sentiment.Phenomenon} what makes a
 * review hard, {@link spotlight.data.sentiment.Composition} what is kept for the held-out set, and {@link
 * spotlight.data.sentiment.ReviewWriter} the grammar.
 */
package spotlight.data.sentiment;
