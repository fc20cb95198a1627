/**
 * The parts of a Transformer, in the names of "Attention Is All You Need" (Vaswani et al. 2017). Letters for shapes
 * are those of {@link spotlight.tensor}: B batch, T query tokens, S key tokens, D model width, H heads, K head width.
 */
package spotlight.nn;
