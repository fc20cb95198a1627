package spotlight.grader.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The shell's {@code ulimit}, on Linux and macOS: seconds of CPU, no file may be written, no core dump. Inside a user
 * namespace, where they are counted from zero, also the number of threads and processes.
 */
record ShellLimits(boolean countsTasks) implements Layer {
    static final String SHELL = "/bin/sh";

    @Override
    public String title() {
        return "ulimit: CPU time, no new files" + (countsTasks ? ", few threads" : "");
    }

    @Override
    public List<String> wrap(List<String> command, Limits limits, List<Path> readable) {
        // Of dash and bash, one calls the number of processes -p and the other -u; -p is the size of pipes in bash.
        String tasks = countsTasks
                ? "ulimit -u " + limits.tasks() + " 2>/dev/null || ulimit -p " + limits.tasks() + " && "
                : "";
        List<String> wrapped = new ArrayList<>(List.of(SHELL, "-c", tasks + "ulimit -t " + limits.cpuSeconds()
                + " && ulimit -c 0 && ulimit -f 0 && exec \"$@\"", "sh"));
        wrapped.addAll(command);
        return wrapped;
    }
}
