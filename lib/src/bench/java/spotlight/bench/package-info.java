/**
 * Spotlight measured beside its peers, by one command; see BENCHMARKS.md. {@link spotlight.bench.Bench} starts a
 * process for each contestant and lets them take turns; nothing here is part of the library.
 */
package spotlight.bench;
