/**
 * Chapter 01, <i>why attention</i>: exercises on recurrent networks and on what they are compared with. An RNN reads one
 * token after the other; all it knows is in its state h. Sizes: I numbers in a token, H in a state, T tokens.
 */
package spotlight.ch01;
