package spotlight.grader.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import spotlight.grader.Problem;

/** What stands between a submission and this machine, in the grader and in the operating system. */
public interface Fence {
    /**
     * What classes do that is not allowed.
     *
     * @param classes class files by class name, those of one stub
     * @param sources source texts by stub
     */
    List<Problem> check(Map<String, byte[]> classes, Map<String, String> sources);

    /**
     * The command of a JVM, locked in.
     *
     * @param command  the JVM and its arguments
     * @param options  its limits
     * @param readable files and folders that it needs
     */
    List<String> confine(List<String> command, BatchOptions options, List<Path> readable);

    /** What this fence is, in some words. */
    String title();

    /** No fence at all: for tests, and where the submissions are one's own. */
    static Fence none() {
        return new Fence() {
            @Override
            public List<Problem> check(Map<String, byte[]> classes, Map<String, String> sources) {
                return List.of();
            }

            @Override
            public List<String> confine(List<String> command, BatchOptions options, List<Path> readable) {
                return command;
            }

            @Override
            public String title() {
                return "none";
            }
        };
    }
}
