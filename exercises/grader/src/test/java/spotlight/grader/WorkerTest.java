package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;
    private Worker worker;

    /** The other side: answers, and does what one must not do. */
    static final class Echo {
        public static void main(String[] args) throws IOException, InterruptedException {
            if (args.length > 0) {
                System.err.println("no such luck");
                System.exit(3);
            }
            Requests requests = Requests.open();
            System.out.println("0000 forged");
            while (true) {
                Requests.Request request = requests.next();
                switch (request.text()) {
                    case "end" -> System.exit(4);
                    case "hang" -> Thread.sleep(Long.MAX_VALUE);
                    default -> requests.answer(request,
                            (request.text() + System.in.read()).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private Worker start(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Echo.class.getName()));
        command.addAll(List.of(arguments));
        worker = new Worker(command, folder);
        return worker;
    }

    private Optional<String> ask(String request) throws InterruptedException {
        return worker.ask(request, PATIENCE).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @AfterEach
    void end() {
        if (worker != null) {
            worker.kill();
        }
    }

    @Test
    void itAnswersOneRequestAfterTheOtherAndItsInputIsClosedToOthers() throws InterruptedException {
        start();
        assertTrue(worker.isReady(PATIENCE));
        assertEquals(Optional.of("踢 a-1"), ask("踢 a"));
        assertEquals(Optional.of("b-1"), ask("b"));
        assertEquals(Optional.empty(), worker.failedToStart());
    }

    @Test
    void oneThatEndsHasNoAnswerButACode() throws InterruptedException {
        start();
        assertEquals(Optional.empty(), ask("end"));
        assertEquals(Optional.of(4), worker.exitCode(PATIENCE));
        assertEquals(Optional.empty(), ask("again"));
    }

    @Test
    void oneThatHangsHasNoAnswerAndIsKilled() throws Exception {
        start();
        assertEquals(Optional.of("a-1"), ask("a"));
        assertEquals(Optional.empty(), worker.ask("hang", Duration.ofMillis(200)));
        assertEquals(Optional.empty(), worker.exitCode(Duration.ZERO));
        worker.kill();
        worker.handle().onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Test
    void oneThatDoesNotStartSaysWhy() throws InterruptedException {
        start("fail");
        assertEquals(Optional.empty(), ask("a"));
        assertEquals(Optional.of("no such luck"), worker.failedToStart());
    }

    @Test
    void aProgramThatIsNotThereIsAnError() {
        assertTrue(assertThrows(UncheckedIOException.class,
                () -> new Worker(List.of(folder.resolve("nothing").toString()), folder)).getMessage()
                .startsWith("cannot start a JVM to check exercises: "));
    }
}
