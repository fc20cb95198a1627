/**
 * Chapter 06, <i>where am I</i>: exercises on positions. Shape letters: T positions (tokens), D dModel, K headDim, H heads.
 */
package spotlight.ch06;
