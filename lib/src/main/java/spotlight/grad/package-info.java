/**
 * Gradients: values that remember how they were computed, so that {@link spotlight.grad.Var#backward()} can ask how a
 * loss changes with each of them.
 *
 * <p>To be read in this order: {@code Node}, a value with its gradient and its operands; {@code Tape}, the walk
 * backwards; then the operations by theme, each with its forward and its backward side by side, from {@code Arithmetic}
 * to {@code Affine} and {@code Attending}; {@link spotlight.grad.Var} calls them, {@link spotlight.grad.GradCheck}
 * doubts them. In their comments y is the result, dy the gradient of the loss for y, dx that for the operand x.
 *
 * <p>Inside a scope of {@link spotlight.tensor.Buffers} a backward may overwrite dy or hand it on, and values are
 * recycled as soon as their last reader is done; outside one every value keeps its numbers and its gradient, to be
 * looked at.
 */
package spotlight.grad;
