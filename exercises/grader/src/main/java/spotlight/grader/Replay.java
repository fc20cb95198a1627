package spotlight.grader;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;

/**
 * Makes the calls of a {@link Recording} again, by the rules of {@link Guard} and {@link Scoreboard}: the results are those
 * of JUnit, without its work of finding out what to call.
 */
final class Replay {
    private final Class<?> test;
    private final Guard guard;
    private final Map<String, Method> methods = new HashMap<>();
    private final Map<Method, Scoreboard.Entry> entries = new LinkedHashMap<>();

    private Replay(Class<?> test) {
        this.test = test;
        this.guard = new Guard(test.getAnnotation(Exercise.class));
        for (Method method : test.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Points.class)) {
                methods.put(method.getName(), method);
            }
        }
    }

    /** The results. @throws IllegalArgumentException if the test class is not the one that was recorded */
    static ExerciseResult of(Class<?> test, List<Call> calls) throws InterruptedException {
        Replay replay = new Replay(test);
        List<Method> called = calls.stream().map(replay::method).toList();
        new Relay(test.getAnnotation(Exercise.class).value(), calls.size(),
                i -> replay.result(called.get(i), replay.outcome(called.get(i), calls.get(i).arguments().toArray())))
                .run(replay.guard::millis, (i, stuck) -> replay.result(called.get(i),
                        TestExecutionResult.failed(replay.guard.late(called.get(i), stuck))).run());
        return Scoreboard.result(test, replay.entries);
    }

    private Method method(Call call) {
        Method method = methods.get(call.method());
        if (method == null) {
            throw new IllegalArgumentException("there is no " + call.method() + " in " + test);
        }
        return method;
    }

    private Runnable result(Method method, TestExecutionResult result) {
        return () -> entries.computeIfAbsent(method, key -> new Scoreboard.Entry(key.getAnnotation(Points.class)))
                .add(result);
    }

    private TestExecutionResult outcome(Method method, Object[] arguments) {
        try {
            guard.rowHere(method, () -> invoke(method, instance(), arguments));
            return TestExecutionResult.successful();
        } catch (TestAbortedException notRun) {
            return TestExecutionResult.aborted(notRun);
        } catch (Throwable failure) {
            return TestExecutionResult.failed(failure);
        }
    }

    private Object instance() throws Throwable {
        Constructor<?> constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static Object invoke(Method method, Object instance, Object[] arguments) throws Throwable {
        method.setAccessible(true);
        try {
            return method.invoke(instance, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
