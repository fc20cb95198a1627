package spotlight.grader;

import java.util.Arrays;
import java.util.List;

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
        launcher.execute(request(testClasses), scoreboard);
        return scoreboard.results();
    }

    /** As {@link #run}, but nothing is run: every method is there as not attempted. */
    public List<ExerciseResult> plan(Class<?>... testClasses) {
        Scoreboard scoreboard = new Scoreboard();
        scoreboard.testPlanExecutionStarted(launcher.discover(request(testClasses)));
        return scoreboard.results();
    }

    private static LauncherDiscoveryRequest request(Class<?>... testClasses) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(testClasses).map(DiscoverySelectors::selectClass).toList())
                .configurationParameter(MethodOrderer.DEFAULT_ORDER_PROPERTY_NAME, InSourceOrder.class.getName())
                .build();
    }
}
