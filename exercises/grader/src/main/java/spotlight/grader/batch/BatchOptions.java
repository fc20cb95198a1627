package spotlight.grader.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to grade. All but {@code jobs} and {@code shard} decide results, so results of other options are not kept.
 *
 * @param jobs    how many submissions at a time
 * @param only    exercises ({@code 2.1}) and chapters ({@code ch02}) to grade; empty for all
 * @param seconds of processor time for one exercise, all its tests together
 * @param memory  megabytes for the heap of the JVM that runs a submission
 * @param minutes of processor time for all exercises of a submission together
 * @param tests   the instructor's own tests; empty for the kit's alone
 * @param seed    of inputs that vary, see {@link spotlight.grader.Variation}
 * @param exam    whether results are without hints
 * @param shard   the part of the submissions to grade
 */
public record BatchOptions(int jobs, List<String> only, int seconds, int memory, int minutes, Optional<Path> tests,
        long seed, boolean exam, Shard shard) {
    /** The list is copied. */
    public BatchOptions {
        only = List.copyOf(only);
    }

    /** All exercises with the kit's tests, and limits that no right answer comes near. @param jobs at a time */
    public static BatchOptions standard(int jobs) {
        return new BatchOptions(jobs, List.of(), 30, 512, 10, Optional.empty(), 0, false, Shard.ALL);
    }

    /** With other limits. */
    public BatchOptions withLimits(int newSeconds, int newMemory, int newMinutes) {
        return new BatchOptions(jobs, only, newSeconds, newMemory, newMinutes, tests, seed, exam, shard);
    }

    /** With these exercises and chapters only. */
    public BatchOptions withOnly(List<String> chosen) {
        return new BatchOptions(jobs, chosen, seconds, memory, minutes, tests, seed, exam, shard);
    }

    /** With tests of the instructor's own. */
    public BatchOptions withTests(Optional<Path> folder) {
        return new BatchOptions(jobs, only, seconds, memory, minutes, folder, seed, exam, shard);
    }

    /** With another seed, as an exam or not. */
    public BatchOptions withExam(long newSeed, boolean on) {
        return new BatchOptions(jobs, only, seconds, memory, minutes, tests, newSeed, on, shard);
    }

    /** With a part of the submissions only. */
    public BatchOptions withShard(Shard part) {
        return new BatchOptions(jobs, only, seconds, memory, minutes, tests, seed, exam, part);
    }

    /** What decides results, as text. */
    String print() {
        return "only " + only + ", seconds " + seconds + ", memory " + memory + ", minutes " + minutes + ", seed "
                + seed
                + ", exam " + exam;
    }
}
