package spotlight.grader.sandbox;

import java.nio.file.Path;
import java.util.List;

/** One means of the operating system to confine a process: a program that starts another one under restrictions. */
interface Layer {
    /** What it is and what it stops, for people: {@code bubblewrap: no network, …}. */
    String title();

    /** The command that runs the given one inside this layer. @param readable files and folders that it may read */
    List<String> wrap(List<String> command, Limits limits, List<Path> readable);
}
