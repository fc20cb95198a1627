package spotlight.grader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Loads given class files itself, and classes of the same chapters from the parent's class path anew, so that an answer
 * and its test see each other and nothing else changes. All other classes are the parent's.
 */
public final class IsolatedLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> classes;
    private final Predicate<String> anew;

    /** @param classes class files by class name */
    public IsolatedLoader(Map<String, byte[]> classes, ClassLoader parent) {
        this(classes, parent, name -> false);
    }

    /** @param anew the names of further classes to load from the parent's class path instead of taking the parent's */
    public IsolatedLoader(Map<String, byte[]> classes, ClassLoader parent, Predicate<String> anew) {
        super("exercise", parent);
        this.classes = Map.copyOf(classes);
        this.anew = anew;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = bytes(name);
            return bytes == null ? super.loadClass(name, resolve) : defineClass(name, bytes, 0, bytes.length);
        }
    }

    private byte[] bytes(String name) throws ClassNotFoundException {
        byte[] given = classes.get(name);
        if (given != null || !anew.test(name)) {
            return given;
        }
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
