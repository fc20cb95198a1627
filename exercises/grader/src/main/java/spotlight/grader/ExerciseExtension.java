package spotlight.grader;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Puts a {@link Guard} around all that JUnit calls of an {@link Exercise}; or, for {@link Recording}, calls no test. */
final class ExerciseExtension implements InvocationInterceptor {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace
            .create(ExerciseExtension.class);

    @Override
    public <T> T interceptTestClassConstructor(Invocation<T> invocation,
            ReflectiveInvocationContext<Constructor<T>> where, ExtensionContext context) throws Throwable {
        return guard(context).call(invocation::proceed);
    }

    @Override
    public void interceptBeforeAllMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> where,
            ExtensionContext context) throws Throwable {
        guard(context).call(invocation::proceed);
    }

    @Override
    public void interceptBeforeEachMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> where,
            ExtensionContext context) throws Throwable {
        guard(context).call(invocation::proceed);
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> where,
            ExtensionContext context) throws Throwable {
        if (Recording.isOn(context)) {
            Recording.record(where.getArguments(), context);
            invocation.skip();
        } else {
            guard(context).call(invocation::proceed);
        }
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> where,
            ExtensionContext context) throws Throwable {
        if (Recording.isOn(context)) {
            Recording.record(where.getArguments(), context);
            invocation.skip();
        } else {
            guard(context).row(where.getExecutable(), invocation::proceed);
        }
    }

    private static Guard guard(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        Exercise exercise = testClass.getAnnotation(Exercise.class);
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(testClass,
                key -> new Guard(exercise.value(), exercise.seconds()), Guard.class);
    }
}
