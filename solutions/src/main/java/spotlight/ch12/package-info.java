/**
 * Chapter 12, <i>BERT and its family</i>: exercises on hidden words, pieces of words and parameters. Shape letters: B
 * sequences, T tokens, V words of the vocabulary, D dModel, E width of the tables.
 */
package spotlight.ch12;
