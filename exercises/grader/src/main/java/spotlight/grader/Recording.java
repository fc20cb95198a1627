package spotlight.grader;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Writes down the calls that JUnit makes of a test class, so that {@link Replay} can make the same ones for every
 * submission of a class: reading annotations and tables of arguments again a thousand times takes longer than the tests.
 * Only for plain test classes, of which nothing else could be expected; all others are run by JUnit.
 */
final class Recording implements TestExecutionListener {
    /** JUnit's name of the setting that records instead of running. */
    static final String SETTING = "spotlight.record";

    private static final String ARGUMENTS = "arguments";
    private static final Set<Class<? extends Annotation>> KNOWN = Set.of(Exercise.class, Points.class, Measured.class,
            Tag.class, Tags.class, DisplayName.class, Test.class, ParameterizedTest.class, CsvSource.class,
            ValueSource.class);

    private final List<Call> calls = new ArrayList<>();
    private boolean incomplete;

    /** The calls so far, unless there was one that cannot be written down. */
    Optional<List<Call>> calls() {
        return incomplete ? Optional.empty() : Optional.of(List.copyOf(calls));
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String method = test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                .map(MethodSource::getMethodName).orElseThrow();
        calls.add(new Call(method, Call.read(entry.getKeyValuePairs().get(ARGUMENTS))));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        incomplete |= result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        incomplete = true;
    }

    static boolean isOn(ExtensionContext context) {
        return context.getConfigurationParameter(SETTING).isPresent();
    }

    /** Called in place of a test. @throws IllegalArgumentException if its arguments cannot be written down */
    static void record(List<Object> arguments, ExtensionContext context) {
        context.publishReportEntry(ARGUMENTS, Call.written(arguments)
                .orElseThrow(() -> new IllegalArgumentException("arguments that are objects: " + arguments)));
    }

    /** Whether all that JUnit does with it is to make an instance for each call and to call. */
    static boolean isPlain(Class<?> test) {
        List<Method> methods = Arrays.stream(test.getDeclaredMethods()).filter(one -> !one.isSynthetic()).toList();
        List<AnnotatedElement> all = new ArrayList<>(methods);
        all.add(test);
        all.addAll(List.of(test.getDeclaredFields()));
        all.addAll(List.of(test.getDeclaredClasses()));
        all.addAll(List.of(test.getDeclaredConstructors()));
        methods.forEach(method -> all.addAll(List.of(method.getParameters())));
        List<Method> tests = methods.stream().filter(Recording::isTest).toList();
        List<String> names = methods.stream().map(Method::getName).toList();
        return test.getSuperclass() == Object.class && test.getInterfaces().length == 0
                && (!test.isMemberClass() || Modifier.isStatic(test.getModifiers()))
                && test.isAnnotationPresent(Exercise.class) && all.stream().allMatch(Recording::isKnown)
                && tests.stream().allMatch(one -> one.isAnnotationPresent(Points.class))
                && tests.stream().allMatch(one -> Collections.frequency(names, one.getName()) == 1);
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    private static boolean isKnown(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations()).map(Annotation::annotationType)
                .allMatch(type -> KNOWN.contains(type) || type.getPackageName().equals("java.lang"));
    }
}
