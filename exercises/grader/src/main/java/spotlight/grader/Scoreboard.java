package spotlight.grader;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Counts the points of a run. All methods are listed up front, so that one which never runs is not forgotten; the worst
 * invocation of a parameterised test decides; a failure of the whole class is a failure of each of its methods.
 */
class Scoreboard implements TestExecutionListener {
    private final Map<Class<?>, Map<Method, Entry>> board = new LinkedHashMap<>();

    /** One test method. */
    static final class Entry {
        private final int max;
        private final String hint;
        private Status status;
        private String message = "";

        Entry(int max, String hint) {
            this.max = max;
            this.hint = hint;
        }

        void add(TestExecutionResult result) {
            Status outcome = Scoreboard.status(result);
            add(outcome, message(outcome, result));
        }

        private void add(Status outcome, String why) {
            if (status == null || outcome.compareTo(status) > 0) {
                status = outcome;
                message = why;
            }
        }

        MethodResult result(String name) {
            Status known = status == null ? Status.NOT_ATTEMPTED : status;
            boolean aboutTheTask = known != Status.TIMED_OUT && !CompileProblem.isDescribedBy(message);
            return new MethodResult(name, max, known, message, aboutTheTask ? hint : "");
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        board.clear();
        for (TestIdentifier root : plan.getRoots()) {
            plan.getDescendants(root).forEach(test -> entry(test, true));
        }
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        entry(test, true);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Status status = status(result);
        add(test, status, message(status, result));
    }

    private static Status status(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> Status.PASSED;
            case ABORTED -> Status.NOT_ATTEMPTED;
            case FAILED -> result.getThrowable().filter(TimedOut.class::isInstance).isPresent()
                    ? Status.TIMED_OUT
                    : Status.FAILED;
        };
    }

    private static String message(Status status, TestExecutionResult result) {
        return status == Status.PASSED || status == Status.NOT_ATTEMPTED
                ? ""
                : result.getThrowable().map(Diagnosis::of).orElse("failed");
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(test, Status.NOT_ATTEMPTED, "");
    }

    private void add(TestIdentifier test, Status status, String message) {
        Optional<Entry> method = entry(test, false);
        if (method.isPresent()) {
            // A template that passes says nothing yet: its invocations do.
            if (test.isTest() || status != Status.PASSED) {
                method.get().add(status, message);
            }
        } else if (status != Status.PASSED) {
            entriesOf(test).forEach(entry -> entry.add(status, message));
        }
    }

    private Collection<Entry> entriesOf(TestIdentifier test) {
        return test.getSource().filter(ClassSource.class::isInstance).map(ClassSource.class::cast)
                .map(source -> board.getOrDefault(source.getJavaClass(), Map.of()).values()).orElse(List.of());
    }

    private Optional<Entry> entry(TestIdentifier test, boolean create) {
        if (test.getSource().isEmpty() || !(test.getSource().get() instanceof MethodSource source)) {
            return Optional.empty();
        }
        Method method = source.getJavaMethod();
        Class<?> testClass = source.getJavaClass();
        Points points = method.getAnnotation(Points.class);
        if (points == null || testClass.getAnnotation(Exercise.class) == null) {
            return Optional.empty();
        }
        if (!create) {
            return Optional.ofNullable(board.getOrDefault(testClass, Map.of()).get(method));
        }
        return Optional.of(board.computeIfAbsent(testClass, key -> new LinkedHashMap<>()).computeIfAbsent(method,
                key -> new Entry(points.value(), points.hint())));
    }

    /** The results so far, sorted by exercise number; methods in the order of the test's source. */
    List<ExerciseResult> results() {
        List<ExerciseResult> results = new ArrayList<>();
        board.forEach((testClass, methods) -> results.add(result(testClass, methods)));
        results.sort(Comparator.comparing(result -> ExerciseNumber.of(result.title())));
        return results;
    }

    /** Of one test class: methods in the order of its source. */
    private static ExerciseResult result(Class<?> testClass, Map<Method, Entry> methods) {
        Map<String, Entry> byName = new HashMap<>();
        methods.forEach((method, entry) -> byName.put(method.getName(), entry));
        List<String> names = SourceOrder.sort(testClass.getName(), byName.keySet());
        return new ExerciseResult(testClass.getAnnotation(Exercise.class).value(),
                names.stream().map(name -> byName.get(name).result(MethodResult.inWords(name))).toList());
    }
}
