package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import spotlight.Expect;

class TasksTest {
    private final ToyTask toy = new ToyTask();

    @Test
    void tasksAreFoundByName() {
        assertSame(toy, Tasks.named("toy", List.of(toy)));
        Tasks.all().forEach(task -> assertSame(task, Tasks.named(task.name())));
    }

    @Test
    void namesDifferAndAreWords() {
        Set<String> names = new HashSet<>();
        for (Task task : Tasks.all()) {
            assertTrue(task.name().matches("[a-z]+(-[a-z]+)*"), task.name());
            assertTrue(names.add(task.name()), task.name());
            assertTrue(task.seconds() > 0 && task.seconds() <= 300, task.name());
            assertTrue(task.title().length() <= 70 && !task.title().contains("\n"), task.title());
        }
    }

    @Test
    void anUnknownNameIsAnErrorThatGuesses() {
        Expect.error("no task \"Toys\", did you mean toy? The tasks are toy", () -> Tasks.named("Toys", List.of(toy)));
        Expect.error("no task \"ballet\". The tasks are toy", () -> Tasks.named("ballet", List.of(toy)));
    }

    @Test
    void typingMistakesAreCounted() {
        assertEquals(0, Tasks.distance("Copy", "copy"));
        assertEquals(1, Tasks.distance("stores", "stories"));
        assertEquals(2, Tasks.distance("sotr", "sort"));
        assertEquals(4, Tasks.distance("", "copy"));
    }
}
