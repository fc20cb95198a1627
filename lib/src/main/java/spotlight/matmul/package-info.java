/**
 * The matrix product, from three loops to the speed of the machine: the steps of chapter 04, <i>fast matrices</i>. Each
 * is one class and one {@link spotlight.matmul.MatrixProduct}, and each is tested equal to
 * {@link spotlight.tensor.Tensor#matmul}, which goes a few steps further.
 *
 * <p>Letters: a [m,k], b [k,n] and c [m,n], row by row; i counts the rows of c, j its columns, p the k products of one
 * element.
 */
package spotlight.matmul;
