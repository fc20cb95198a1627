package spotlight.grader;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Calls the methods marked {@link Measured}; whatever goes wrong in them is a sentence. */
final class Measuring {
    private final long millis;

    /** @param millis how long each may take */
    Measuring(long millis) {
        this.millis = millis;
    }

    /** @param title of the exercise, for messages */
    List<Measurement> of(String title, Class<?> testClass) {
        return Arrays.stream(testClass.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Measured.class))
                .sorted(Comparator.comparing(Method::getName)).map(method -> measure(title, method)).toList();
    }

    private Measurement measure(String title, Method method) {
        String than = method.getAnnotation(Measured.class).value();
        try {
            double times = new TimeLimit(millis).call(title, () -> call(method),
                    stuck -> new TimedOut(Diagnosis.timedOut(title, millis, stuck)));
            return times <= 0 || Double.isInfinite(times)
                    ? new Measurement(than, 0, method.getName() + " returned " + times)
                    : new Measurement(than, times, "");
        } catch (InvocationTargetException thrown) {
            return new Measurement(than, 0, Diagnosis.of(thrown.getCause()));
        } catch (Throwable thrown) {
            return new Measurement(than, 0, Diagnosis.of(thrown));
        }
    }

    private static double call(Method method) throws ReflectiveOperationException {
        Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        method.setAccessible(true);
        return (double) method.invoke(constructor.newInstance());
    }
}
