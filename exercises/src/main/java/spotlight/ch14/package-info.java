/**
 * Chapter 14, <i>talking to it</i>: exercises on dialogues, from the marks of who speaks to an honest "I do not know".
 */
package spotlight.ch14;
