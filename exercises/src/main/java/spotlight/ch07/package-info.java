/**
 * Chapter 07, <i>the block</i>: exercises on norms, feed-forward, dropout and residuals. Shape letters: B samples, T tokens,
 * D dModel, F dFf; [..,D] is any number of axes in front of D.
 */
package spotlight.ch07;
