package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.ServiceLoader;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class PointsListenerTest {
    static class NoExercise {
        @Test
        void test() {
        }
    }

    @Test
    void junitFindsItByItself() {
        assertTrue(ServiceLoader.load(TestExecutionListener.class).stream()
                .anyMatch(provider -> provider.type() == PointsListener.class));
    }

    @Test
    void theReportIsPrintedOnceAndOnlyForExercises() throws ClassNotFoundException {
        assertEquals("\n99.9 Twice as much    2 of 2 points\n",
                printedBy(Class.forName("spotlight.ch99.DoubledTest"), NoExercise.class));
        assertEquals("", printedBy(NoExercise.class));
    }

    private static String printedBy(Class<?>... tests) {
        try (Printed printed = Printed.capture()) {
            LauncherFactory.create(LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build())
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(Arrays.stream(tests).map(DiscoverySelectors::selectClass)
                                            .toList())
                                    .build(),
                            new PointsListener());
            return printed.text();
        }
    }
}
