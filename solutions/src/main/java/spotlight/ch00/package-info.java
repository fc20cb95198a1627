/** Chapter 00, <i>welcome</i>: one small exercise, to see how exercises work. */
package spotlight.ch00;
