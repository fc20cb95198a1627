package spotlight.grader;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a test of an exercise needs to compile and run: lib, grader, JUnit. Found from where their classes were loaded,
 * because a notebook kernel may have put them somewhere else than on the JVM's class path.
 */
public final class ClassPath {
    private static final List<String> NEEDED = List.of("spotlight.tensor.Tensor", "spotlight.grader.Exercise",
            "org.junit.jupiter.api.Test", "org.junit.jupiter.params.ParameterizedTest",
            "org.junit.jupiter.engine.JupiterTestEngine", "org.junit.platform.engine.TestEngine",
            "org.junit.platform.commons.JUnitException", "org.junit.platform.launcher.Launcher",
            "org.opentest4j.AssertionFailedError", "org.apiguardian.api.API");

    private ClassPath() {
    }

    /** The folders and jars, each once. */
    public static List<Path> ofTests() {
        Set<Path> path = new LinkedHashSet<>();
        for (String name : NEEDED) {
            addLocation(path, name);
        }
        return new ArrayList<>(path);
    }

    /** What a stub needs to compile: lib alone. */
    public static List<Path> ofStubs() {
        Set<Path> path = new LinkedHashSet<>();
        addLocation(path, "spotlight.tensor.Tensor");
        return new ArrayList<>(path);
    }

    /** The class path of this JVM as far as it exists. */
    static List<Path> ofThisProgram() {
        List<Path> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(Path.of(entry));
        }
        return path;
    }

    private static void addLocation(Set<Path> path, String className) {
        try {
            CodeSource source = Class.forName(className, false, ClassPath.class.getClassLoader()).getProtectionDomain()
                    .getCodeSource();
            if (source != null) {
                path.add(Path.of(source.getLocation().toURI()));
            }
        } catch (ClassNotFoundException | URISyntaxException absent) {
            // Only annotations that nobody reads at run time can be missing: the test itself would say what is.
            return;
        }
    }
}
