package spotlight.grader.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Bubblewrap, on Linux: namespaces of the process's own, without root. No network, not even loopback; only the files
 * named are there, and read-only; /tmp is empty and private; no other process is to be seen; the environment is empty;
 * it ends with the program that started it.
 *
 * @param version  what the program says, {@code 0.8.0}
 * @param hardened whether it knows the options of 0.8: no further namespaces inside, a bounded /tmp
 */
record Bubblewrap(String version, boolean hardened) implements Layer {
    private static final List<String> LIBRARIES = List.of("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/nix/store",
            "/etc/ld.so.cache");

    @Override
    public String title() {
        return "bubblewrap " + version + ": no network, read-only files, no other processes";
    }

    @Override
    public List<String> wrap(List<String> command, Limits limits, List<Path> readable) {
        List<String> wrapped = new ArrayList<>(List.of("bwrap", "--unshare-all", "--unshare-user", "--die-with-parent",
                "--new-session", "--cap-drop", "ALL", "--clearenv", "--setenv", "LANG", "C.UTF-8"));
        if (hardened) {
            wrapped.addAll(List.of("--disable-userns", "--size", "1048576"));
        }
        // Before the files: some of them may lie in /tmp.
        wrapped.addAll(List.of("--tmpfs", "/tmp", "--proc", "/proc", "--dev", "/dev"));
        LIBRARIES.forEach(library -> bind(wrapped, "--ro-bind-try", library));
        javaSettings().forEach(path -> bind(wrapped, "--ro-bind", path.toString()));
        bind(wrapped, "--ro-bind", ShellLimits.SHELL);
        bind(wrapped, "--ro-bind", System.getProperty("java.home"));
        readable.forEach(path -> bind(wrapped, "--ro-bind", path.toAbsolutePath().normalize().toString()));
        wrapped.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp", "--"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static void bind(List<String> wrapped, String how, String path) {
        wrapped.addAll(List.of(how, path, path));
    }

    /** Distributions keep the settings of their JDKs in /etc and link to them. */
    private static List<Path> javaSettings() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> settings = Files.newDirectoryStream(Path.of("/etc"), "java*")) {
            settings.forEach(found::add);
        } catch (IOException none) {
            // A JDK unpacked by hand has them in its own folder.
            found.clear();
        }
        return found;
    }
}
