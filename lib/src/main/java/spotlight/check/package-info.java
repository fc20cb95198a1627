/** Marks exercises that are still to do, and says when two numbers count as equal. Depends on nothing. */
package spotlight.check;
