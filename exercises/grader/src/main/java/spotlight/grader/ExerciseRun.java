package spotlight.grader;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes inside this program, without a build tool and without printing anything. */
public final class ExerciseRun {
    private static final LauncherConfig QUIET = LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false).build();

    private final Launcher launcher = LauncherFactory.create(QUIET);

    /** The results of these classes, sorted by exercise number. */
    public List<ExerciseResult> run(Class<?>... testClasses) {
        Scoreboard scoreboard = new Scoreboard();
        launcher.execute(request(false, testClasses), scoreboard);
        return scoreboard.results();
    }

    /** As {@link #run}, but nothing is run: every method is there as not attempted. */
    public List<ExerciseResult> plan(Class<?>... testClasses) {
        Scoreboard scoreboard = new Scoreboard();
        scoreboard.testPlanExecutionStarted(launcher.discover(request(false, testClasses)));
        return scoreboard.results();
    }

    /**
     * What {@link #run} would do with a test class, for {@link #replay}; no test is run. Empty if the class is not plain
     * enough for that: with methods before or after each test, dynamic tests, arguments that are objects.
     */
    public Optional<Script> record(Class<?> testClass) {
        if (!Recording.isPlain(testClass)) {
            return Optional.empty();
        }
        Recording recording = new Recording();
        launcher.execute(request(true, testClass), recording);
        int seconds = testClass.getAnnotation(Exercise.class).seconds();
        return recording.calls().flatMap(calls -> plan(testClass).stream().findFirst()
                .map(nothing -> new Script(seconds, nothing, calls)));
    }

    /** As {@link #run} for a plain test class, without JUnit: the same calls, the same result, sooner. */
    public static ExerciseResult replay(Class<?> testClass, Script script) {
        try {
            return Replay.of(testClass, script);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static LauncherDiscoveryRequest request(boolean record, Class<?>... testClasses) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(testClasses).map(DiscoverySelectors::selectClass).toList())
                .configurationParameter(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME, InSourceOrder.class.getName());
        return (record ? request.configurationParameter(Recording.SETTING, "true") : request).build();
    }
}
