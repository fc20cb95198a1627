/**
 * Random numbers that are the same on every machine, and the same as the Python tutorials print: the streams of NumPy's
 * {@code np.random} and of PyTorch's CPU generator.
 */
package spotlight.random;
