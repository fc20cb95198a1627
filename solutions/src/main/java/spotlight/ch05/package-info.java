/**
 * Chapter 05, <i>many heads</i>: exercises on multi-head attention. Shape letters: B samples, H heads, T query tokens,
 * S key tokens, D dModel, K headDim = D/H.
 */
package spotlight.ch05;
