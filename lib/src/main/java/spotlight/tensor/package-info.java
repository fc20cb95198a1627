/**
 * Tensors of float32 numbers and the kernels that compute on them.
 *
 * <p>Letters for shapes, here and in all of Spotlight: B batch, T query tokens, S key tokens, D model width (dModel), H
 * heads, K width of a head (headDim), V vocabulary; m, n, k rows, columns and inner size of a matrix product.
 * {@code [B,T,D]} is a batch of B sequences of T tokens, each a vector of D numbers; {@code [..,T,D]} may have any
 * leading dimensions.
 */
package spotlight.tensor;
