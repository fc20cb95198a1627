/**
 * Chapter 04, <i>fast matrices</i>: exercises on the matrix product {@code c = a b}, on plain arrays. Letters: a [m,k],
 * b [k,n], c [m,n], all row by row in one array, so that {@code a[i * k + p]} is row i, column p of a.
 */
package spotlight.ch04;
