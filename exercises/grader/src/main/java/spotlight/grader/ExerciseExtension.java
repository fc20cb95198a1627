package spotlight.grader;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * What {@link Exercise} does to each of its test methods: an untouched stub is skipped, a test that hangs ends at its
 * time limit, the rows of a parameterised test after one that failed are left out, and everything else that goes wrong
 * becomes one sentence for the learner.
 */
final class ExerciseExtension implements InvocationInterceptor {
    /** Once a test of an exercise has hung, the others will probably hang too: they get this long. */
    static final long MILLIS_AFTER_A_TIMEOUT = 1000;

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace
            .create(ExerciseExtension.class);
    private static final String NOT_ATTEMPTED = "not attempted";

    @Override
    public <T> T interceptTestClassConstructor(Invocation<T> invocation,
            ReflectiveInvocationContext<Constructor<T>> where, ExtensionContext context) throws Throwable {
        return guard(invocation, context);
    }

    @Override
    public void interceptBeforeAllMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> where,
            ExtensionContext context) throws Throwable {
        guard(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> where,
            ExtensionContext context) throws Throwable {
        guard(invocation, context);
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> where,
            ExtensionContext context) throws Throwable {
        guard(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> where,
            ExtensionContext context) throws Throwable {
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        if (store.get(where.getExecutable()) != null) {
            invocation.skip();
            throw new TestAbortedException("an earlier row has failed");
        }
        try {
            guard(invocation, context);
        } catch (AssertionFailedError failure) {
            store.put(where.getExecutable(), true);
            throw failure;
        }
    }

    private static <T> T guard(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        try {
            return limited(invocation, context);
        } catch (TimedOut thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw translated(thrown);
        }
    }

    private static <T> T limited(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        Class<?> testClass = context.getRequiredTestClass();
        Exercise exercise = testClass.getAnnotation(Exercise.class);
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        boolean hungBefore = store.get(testClass) != null;
        long millis = hungBefore ? MILLIS_AFTER_A_TIMEOUT : ProcessorTime.limit(exercise.seconds());
        return new TimeLimit(millis).call(exercise.value(), () -> proceed(invocation), stuck -> {
            store.put(testClass, true);
            return new TimedOut(Diagnosis.timedOut(exercise.value(), millis, stuck));
        });
    }

    private static <T> T proceed(Invocation<T> invocation) throws Exception {
        try {
            return invocation.proceed();
        } catch (Exception | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    private static Throwable translated(Throwable thrown) {
        if (Diagnosis.notAttempted(thrown).isPresent()) {
            return Strict.on() ? new AssertionFailedError(NOT_ATTEMPTED) : new TestAbortedException(NOT_ATTEMPTED);
        }
        if (thrown instanceof TestAbortedException) {
            return Strict.on() ? new AssertionFailedError("skipped: " + thrown.getMessage()) : thrown;
        }
        AssertionFailedError failure = new AssertionFailedError(Diagnosis.of(thrown));
        failure.setStackTrace(
                Arrays.stream(thrown.getStackTrace()).filter(LearnerFrame::isChapter)
                        .toArray(StackTraceElement[]::new));
        return failure;
    }
}
