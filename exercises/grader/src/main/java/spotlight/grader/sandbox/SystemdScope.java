package spotlight.grader.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A control group of the user's systemd, on Linux: memory of the whole process, threads and processes. */
record SystemdScope() implements Layer {
    @Override
    public String title() {
        return "systemd-run: memory, few threads";
    }

    @Override
    public List<String> wrap(List<String> command, Limits limits, List<Path> readable) {
        List<String> wrapped = new ArrayList<>(List.of("systemd-run", "--user", "--scope", "--quiet", "--collect", "-p",
                "MemoryMax=" + limits.megabytes() + "M", "-p", "MemorySwapMax=0", "-p", "TasksMax=" + limits.tasks(),
                "--"));
        wrapped.addAll(command);
        return wrapped;
    }
}
