/** How good the exercises' tests are: which small changes to the solutions they catch, and why the rest is no mistake. */
package spotlight.grader.mutation;
