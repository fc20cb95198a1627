/**
 * Chapter 08, <i>learning</i>: exercises on gradients, loss and optimizers. Names: dy is how the loss changes with a
 * result, lr the learning rate; shape letters: N rows, V vocabulary.
 */
package spotlight.ch08;
