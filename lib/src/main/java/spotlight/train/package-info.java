/**
 * Learning: how gradients change parameters. In reading order: {@link spotlight.train.SGD}, {@link
 * spotlight.train.Adam} and {@link spotlight.train.AdamW} take a step downhill, each an {@link
 * spotlight.train.Optimizer}; {@link spotlight.train.Clip} keeps the step short when gradients explode; {@link
 * spotlight.train.Schedule} says how large steps are when; {@link spotlight.train.Shards} spreads a batch over the
 * processors; {@link spotlight.train.Trainer} is the loop around all of it, and tells its {@link
 * spotlight.train.Progress}.
 */
package spotlight.train;
