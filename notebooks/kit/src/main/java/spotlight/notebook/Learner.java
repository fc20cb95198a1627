package spotlight.notebook;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import spotlight.tensor.Tensor;

/** The learner's class of one exercise, freshly compiled; its methods are called by name. */
public final class Learner {
    private final Class<?> type;

    Learner(String className, ClassLoader loader) {
        try {
            type = Class.forName(className, true, loader);
        } catch (ClassNotFoundException renamed) {
            throw new LearnerException("the file no longer declares the class " + className);
        }
    }

    /** The tensor that a method of the learner returns. */
    public Tensor tensor(String method, Object... arguments) {
        return as(Tensor.class, method, call(method, arguments));
    }

    /** The number that a method of the learner returns. */
    public double number(String method, Object... arguments) {
        return as(Number.class, method, call(method, arguments)).doubleValue();
    }

    /** Whatever a method of the learner returns. */
    public Object call(String method, Object... arguments) {
        Method found = find(method, arguments);
        try {
            found.setAccessible(true);
            return found.invoke(Modifier.isStatic(found.getModifiers()) ? null : instance(), arguments);
        } catch (InvocationTargetException thrown) {
            throw Learner.<RuntimeException>asIs(thrown.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LearnerException(type.getSimpleName() + "." + method + " cannot be called: " + e.getMessage());
        }
    }

    /** Lets a checked exception of the learner's method pass as it is. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E asIs(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private Object instance() throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private Method find(String name, Object... arguments) {
        return Arrays.stream(type.getDeclaredMethods()).filter(method -> method.getName().equals(name))
                .filter(method -> fits(method.getParameterTypes(), arguments)).findFirst()
                .orElseThrow(() -> new LearnerException(type.getSimpleName() + " has no method " + name + "("
                        + Arrays.stream(arguments).map(Learner::typeName).collect(Collectors.joining(", "))
                        + "); it has " + methods()));
    }

    private String methods() {
        List<String> methods = Arrays.stream(type.getDeclaredMethods()).filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toString))
                .map(method -> method.getName() + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")")))
                .toList();
        return methods.isEmpty() ? "none" : String.join(", ", methods);
    }

    private static boolean fits(Class<?>[] types, Object[] arguments) {
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!LearnerArguments.fits(types[i], arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private <T> T as(Class<T> wanted, String method, Object result) {
        if (result == null) {
            throw new LearnerException(type.getSimpleName() + "." + method + " returned null");
        }
        if (!wanted.isInstance(result)) {
            throw new LearnerException(type.getSimpleName() + "." + method + " returned " + typeName(result)
                    + ", expected " + wanted.getSimpleName());
        }
        return wanted.cast(result);
    }

    private static String typeName(Object value) {
        return value == null ? "null" : value.getClass().getSimpleName();
    }
}
