package spotlight.gradebook;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import spotlight.grader.ExerciseNumber;
import spotlight.grader.batch.ExerciseOutcome;
import spotlight.grader.batch.SubmissionResult;

/** {@code grades.json}: all that {@code grades.csv} has, and how each exercise ended; written one student at a time. */
final class GradesJson implements AutoCloseable {
    private final Path file;
    private final Path half;
    private final JsonWriter json;
    private boolean finished;

    GradesJson(Path file, GradebookOptions options, Course course) {
        this.file = file;
        half = file.resolveSibling(file.getFileName() + ".new");
        try {
            json = new JsonWriter(Files.newBufferedWriter(half, StandardCharsets.UTF_8));
            json.setIndent("  ");
            json.setHtmlSafe(true);
            json.beginObject().name("title").value(options.title()).name("late").value(options.late().text());
            if (options.deadline().isPresent()) {
                json.name("deadline").value(options.deadline().get().toString());
            }
            json.name("maximum").value(Decimal.plain(course.max())).name("exercises").beginArray();
            for (Course.Item item : course.exercises().values()) {
                json.beginObject().name("number").value(item.number().toString()).name("title").value(item.title())
                        .name("maximum").value(Decimal.plain(item.max())).endObject();
            }
            json.endArray().name("students").beginArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + half, e);
        }
    }

    void add(Grade grade, SubmissionResult result) {
        try {
            json.beginObject().name("id").value(grade.id()).name("name").value(grade.submission().name());
            json.name("platform").beginObject();
            for (Map.Entry<String, String> entry : new TreeMap<>(grade.submission().platform()).entrySet()) {
                json.name(entry.getKey()).value(entry.getValue());
            }
            json.endObject();
            if (grade.submission().handedIn().isPresent()) {
                json.name("handedIn").value(grade.submission().handedIn().get().toString());
            }
            json.name("exercises").beginArray();
            for (ExerciseOutcome outcome : result.exercises()) {
                exercise(grade.marks().get(ExerciseNumber.of(outcome.result().title())), outcome);
            }
            json.endArray();
            totals(grade);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + half, e);
        }
    }

    private void exercise(Mark mark, ExerciseOutcome outcome) throws IOException {
        json.beginObject().name("number").value(mark.item().number().toString());
        json.name("points").value(Decimal.plain(mark.points())).name("kind").value(mark.kind().name());
        if (!outcome.reason().isEmpty()) {
            json.name("reason").value(outcome.reason());
        }
        if (mark.override().isPresent()) {
            json.name("override").beginObject().name("tested").value(Decimal.plain(mark.tested())).name("reason")
                    .value(mark.override().get().reason()).endObject();
        }
        json.endObject();
    }

    private void totals(Grade grade) throws IOException {
        json.name("chapters").beginObject();
        for (var chapter : grade.chapters().entrySet()) {
            json.name(chapter.getKey().toString()).value(Decimal.plain(chapter.getValue()));
        }
        json.endObject().name("total").value(Decimal.plain(grade.total())).name("lateSeconds")
                .value(grade.late().toSeconds())
                .name("lateDeduction").value(Decimal.plain(grade.deduction())).name("final")
                .value(Decimal.plain(grade.result()));
        json.name("remarks").beginArray();
        for (String remark : grade.remarks()) {
            json.value(remark);
        }
        json.endArray();
    }

    /** Puts the finished file in its place. */
    void finish() {
        try {
            json.endArray().endObject();
            json.close();
            SafeFile.replace(half, file);
            finished = true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Without {@link #finish}, leaves the earlier file as it was. */
    @Override
    public void close() {
        if (!finished) {
            try {
                json.close();
            } catch (IOException | IllegalStateException unfinished) {
                // an incomplete document is what is thrown away here
            }
            SafeFile.delete(half);
        }
    }
}
