package spotlight.grader.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spotlight.grader.ExerciseResult;
import spotlight.grader.MethodResult;
import spotlight.grader.Problem;
import spotlight.grader.Status;
import spotlight.grader.batch.ExerciseOutcome.Kind;
import spotlight.grader.handin.Submission;

class ResultStoreTest {
    @TempDir
    Path out;

    private static SubmissionResult result(String id) {
        Submission submission = new Submission(id, "O'Neill, \"河\"\n<b>=1+1", Map.of("canvas.user", "47"),
                Path.of(id + ".zip"), Optional.of(Instant.parse("2026-11-30T10:00:00Z")));
        ExerciseResult exercise = new ExerciseResult("2.1 One",
                List.of(new MethodResult("doubles", 2, Status.FAILED, "expected 6\u0000", "Think.")));
        return new SubmissionResult(submission, List.of(new ExerciseOutcome(exercise, Kind.ENDED, "hung",
                List.of(new Problem("One.java", 3, 7, "';' expected", "\treturn")), "printed\n")), List.of("a remark"));
    }

    @Test
    void aResultComesBackAsItWasSaved() {
        ResultStore store = new ResultStore(out);
        store.save(result("ann"), "key");
        assertEquals(Optional.of(result("ann")), store.find("ann", "key"));
        assertEquals(Optional.empty(), store.find("ann", "another key"));
        assertEquals(Optional.empty(), store.find("bob", "key"));
    }

    @Test
    void allComeInTheOrderOfIdAndCanBeReadTwice() {
        ResultStore store = new ResultStore(out);
        for (String id : List.of("cy", "ann", "Bob", "b-2")) {
            store.save(result(id), "key");
        }
        Iterable<SubmissionResult> all = store.all();
        for (int again = 0; again < 2; again++) {
            List<String> ids = new ArrayList<>();
            all.forEach(result -> ids.add(result.submission().id()));
            assertEquals(List.of("Bob", "ann", "b-2", "cy"), ids);
        }
        assertEquals(List.of(), new ResultStore(out.resolve("nowhere")).ids());
    }

    @Test
    void halfAFileCountsAsNoneAndIsNamed() throws IOException {
        ResultStore store = new ResultStore(out);
        store.save(result("ann"), "key");
        Path file = out.resolve("results/ann.json");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        assertEquals(Optional.empty(), store.find("ann", "key"));
        GradingException broken = assertThrows(GradingException.class, () -> store.all().iterator().next());
        assertTrue(broken.getMessage().startsWith(file + " is not a whole result: "), broken.getMessage());
        assertEquals("delete that file and grade again; the others are kept", broken.fix());
    }

    @Test
    void whatAnEndedProgramLeftIsTidiedAndNeverRead() throws IOException {
        ResultStore store = new ResultStore(out);
        store.save(result("ann"), "key");
        Files.writeString(out.resolve("results/.123.unfinished"), "{");
        assertEquals(List.of("ann"), store.ids());
        store.clean();
        try (var files = Files.list(out.resolve("results"))) {
            assertEquals(1, files.count());
        }
        store.forget();
        assertEquals(List.of(), store.ids());
    }

    @Test
    void whoHasLeftIsPutAsideAndNotLost() {
        ResultStore store = new ResultStore(out);
        for (String id : List.of("cy", "ann", "bob")) {
            store.save(result(id), "key");
        }
        assertEquals(List.of("bob", "cy"), store.putAside(List.of("ann", "dan")));
        assertEquals(List.of("ann"), store.ids());
        assertTrue(Files.exists(out.resolve("results/left/cy.json")));
        assertEquals(List.of(), store.putAside(List.of("ann")));
    }

    @Test
    void anIdThatClimbsOutIsRefused() {
        assertEquals("the id \"../x\" cannot name a file", assertThrows(IllegalArgumentException.class,
                () -> new ResultStore(out).save(result("../x"), "key")).getMessage());
    }
}
