/**
 * Tokenizers: text to the numbers that a model reads, and back. In reading order: {@link spotlight.text.Tokenizer},
 * what they have in common; {@link spotlight.text.Characters} and {@link spotlight.text.Words}, one number per
 * character or word; {@link spotlight.text.BytePairs}, the pieces of GPT-2, and {@link spotlight.text.WordPieces},
 * those of BERT.
 *
 * <p>A character is a Unicode code point, not a Java {@code char}: an emoji is one.
 */
package spotlight.text;
