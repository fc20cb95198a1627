/**
 * English sentences and their Chinese translations, from a grammar that builds both at once: {@code grammar.txt} and
 * {@code words.txt} beside these classes. Each English sentence has exactly one translation, so that a perfect
 * translator reaches 100 %.
 */
package spotlight.data.translation;
