package spotlight.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * The way to the reader's screen: the kernel this code runs in. Kernels of the IJava family differ in the names of their packages
 * only, so the running one is looked up by name and spoken to by reflection; in a plain JVM there is none.
 */
final class Frontend {
    /**
     * A kind of kernel.
     *
     * @param instance static method without parameters that gives the running kernel, or null
     */
    record Family(String type, String instance) {
    }

    private static final List<Family> FAMILIES = List.of(new Family("spotlight.kernel.Display", "kernel"),
            new Family("io.github.spencerpark.ijava.IJava", "getKernelInstance"),
            new Family("org.dflib.jjava.jupyter.kernel.BaseKernel", "notebookKernel"),
            new Family("org.dflib.jjava.JJava", "getKernelInstance"));

    private final Object kernel;

    Frontend(Object kernel) {
        this.kernel = kernel;
    }

    /** The running kernel, if there is one. */
    static Optional<Frontend> running() {
        return running(FAMILIES);
    }

    static Optional<Frontend> running(List<Family> families) {
        for (Family family : families) {
            try {
                Object kernel = load(family.type()).getMethod(family.instance()).invoke(null);
                if (kernel != null) {
                    return Optional.of(new Frontend(kernel));
                }
            } catch (ReflectiveOperationException | LinkageError e) {
                continue; // not this family: not on the class path, or without the library it is built on
            }
        }
        return Optional.empty();
    }

    /** Shows an output below the cell. @param id by which it can be replaced later, or null */
    void display(Bundle bundle, String id) {
        try {
            Method display = required(kernel.getClass(), "display", 1);
            display.invoke(kernel, content(display.getParameterTypes()[0], bundle, id));
        } catch (ReflectiveOperationException e) {
            throw failed(e);
        }
    }

    /** Replaces an output that was shown under this id. */
    void update(Bundle bundle, String id) {
        try {
            Object stream = kernel;
            if (method(kernel.getClass(), "updateDisplay", 2) == null) { // IJava keeps it one level deeper
                Object io = required(kernel.getClass(), "getIO", 0).invoke(kernel);
                stream = io.getClass().getField("display").get(io);
            }
            Method update = required(stream.getClass(), "updateDisplay", 2);
            update.invoke(stream, id, content(update.getParameterTypes()[1], bundle, id));
        } catch (ReflectiveOperationException e) {
            throw failed(e);
        }
    }

    private static Object content(Class<?> type, Bundle bundle, String id) throws ReflectiveOperationException {
        Object content = type.getConstructor().newInstance();
        Method putData = type.getMethod("putData", String.class, Object.class);
        Method putMetaData = type.getMethod("putMetaData", String.class, Object.class);
        for (var entry : bundle.data().entrySet()) {
            putData.invoke(content, entry.getKey(), entry.getValue());
        }
        for (var entry : bundle.metadata().entrySet()) {
            putMetaData.invoke(content, entry.getKey(), entry.getValue());
        }
        if (id != null) {
            type.getMethod("setDisplayId", String.class).invoke(content, id);
        }
        return content;
    }

    private static Method required(Class<?> type, String name, int parameters) throws NoSuchMethodException {
        Method method = method(type, name, parameters);
        if (method == null) {
            throw new NoSuchMethodException(type.getName() + "." + name);
        }
        return method;
    }

    /** The public method of that name, or null. */
    private static Method method(Class<?> type, String name, int parameters) {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == parameters) {
                return method;
            }
        }
        return null;
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        try {
            return Class.forName(name, true, Frontend.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return Class.forName(name, true, ClassLoader.getSystemClassLoader());
        }
    }

    private static IllegalStateException failed(ReflectiveOperationException e) {
        Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
        return new IllegalStateException("show: the kernel did not take the output: " + cause, cause);
    }
}
