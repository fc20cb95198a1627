/**
 * Chapter 11, <i>GPT</i>: exercises on a model that predicts the next token. Shape letters: H heads, T tokens (queries),
 * S tokens seen (keys), K headDim, D dModel, V vocabulary.
 */
package spotlight.ch11;
