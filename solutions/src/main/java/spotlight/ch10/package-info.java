/**
 * Chapter 10, <i>translation and summaries</i>: exercises on encoder-decoders. Shape letters: B sentences, T target
 * tokens, S source tokens, V vocabulary.
 */
package spotlight.ch10;
