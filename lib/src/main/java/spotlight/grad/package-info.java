/**
 * Gradients: values that remember how they were computed, so that {@link spotlight.grad.Var#backward()} can ask how a
 * loss changes with each of them. Operations stand in this package with their forward and backward side by side.
 */
package spotlight.grad;
