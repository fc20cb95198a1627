/**
 * Chapter 09, <i>is it praise?</i>: exercises on an encoder that classifies texts, and on measuring it honestly. Shape
 * letters: B texts, T tokens, D dModel, V vocabulary, C classes, N texts of a bag of words.
 */
package spotlight.ch09;
