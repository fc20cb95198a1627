package spotlight.grader;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;

/**
 * Follows the {@link Script} of a {@link Recording}, by the rules of {@link Guard} and {@link Scoreboard}: the results are
 * those of JUnit, without its work of finding out what to call.
 */
final class Replay {
    private final Class<?> test;
    private final Guard guard;
    private final Map<String, Method> methods = new HashMap<>();
    private final Map<String, Scoreboard.Entry> entries = new HashMap<>();

    private Replay(Class<?> test, Script script) {
        this.test = test;
        this.guard = new Guard(script.nothing().title(), script.seconds());
        for (Method method : test.getDeclaredMethods()) {
            methods.put(method.getName(), method);
        }
        script.nothing().methods()
                .forEach(each -> entries.put(each.name(), new Scoreboard.Entry(each.max(), each.hint())));
    }

    /** The results. @throws IllegalArgumentException if the test class is not the one that was recorded */
    static ExerciseResult of(Class<?> test, Script script) throws InterruptedException {
        Replay replay = new Replay(test, script);
        List<Call> calls = script.calls();
        ExerciseResult nothing = script.nothing();
        List<Method> called = calls.stream().map(replay::method).toList();
        new Relay(nothing.title(), calls.size(),
                i -> replay.result(called.get(i), replay.outcome(called.get(i), calls.get(i).arguments().toArray())))
                .run(replay.guard::millis, (i, stuck) -> replay.result(called.get(i),
                        TestExecutionResult.failed(replay.guard.late(called.get(i), stuck))).run());
        return new ExerciseResult(nothing.title(), nothing.methods().stream()
                .map(each -> replay.entries.get(each.name()).result(each.name())).toList());
    }

    private Method method(Call call) {
        Method method = methods.get(call.method());
        if (method == null || !entries.containsKey(MethodResult.inWords(call.method()))) {
            throw new IllegalArgumentException("there is no test " + call.method() + " in " + test);
        }
        return method;
    }

    private Runnable result(Method method, TestExecutionResult result) {
        return () -> entries.get(MethodResult.inWords(method.getName())).add(result);
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
