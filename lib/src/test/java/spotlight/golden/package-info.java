/** Reads reference cases from PyTorch and NumPy (layout {@code gold-1}) and compares the library with them. */
package spotlight.golden;
