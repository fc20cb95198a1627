/**
 * The trainings of the course. A {@link spotlight.task.Task} says what is learned and measures it; a {@link
 * spotlight.task.Run} gives it seed, data and the training loop; what comes out is a {@link spotlight.task.Result} of
 * {@link spotlight.task.Score}s, and with the conditions a {@link spotlight.task.Card}. {@code ./lab train} is the
 * command line of all this.
 */
package spotlight.task;
