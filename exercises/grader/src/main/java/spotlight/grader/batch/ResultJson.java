package spotlight.grader.batch;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSerializer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import spotlight.grader.handin.Submission;

/** A result as the text of a file, and back. */
final class ResultJson {
    /**
     * What the file holds.
     *
     * @param key stands for the submission and everything it was graded with
     */
    record Saved(String key, SubmissionResult result) {
    }

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting()
            .registerTypeHierarchyAdapter(Submission.class,
                    (JsonSerializer<Submission>) (submission, type, context) -> json(submission))
            .registerTypeHierarchyAdapter(Submission.class,
                    (JsonDeserializer<Submission>) (json, type, context) -> submission(json.getAsJsonObject()))
            .create();

    private ResultJson() {
    }

    static String text(Saved saved) {
        return GSON.toJson(saved) + "\n";
    }

    /** @throws JsonParseException if it is something else, for instance half a file */
    static Saved saved(String text) {
        Saved saved = GSON.fromJson(text, Saved.class);
        if (saved == null || saved.key() == null || saved.result() == null) {
            throw new JsonParseException("incomplete");
        }
        return saved;
    }

    /** Of the place only the name: where it lay on this machine is nobody's business. */
    private static JsonObject json(Submission submission) {
        JsonObject json = new JsonObject();
        json.addProperty("id", submission.id());
        json.addProperty("name", submission.name());
        JsonObject platform = new JsonObject();
        new TreeMap<>(submission.platform()).forEach(platform::addProperty);
        json.add("platform", platform);
        Path name = submission.place().getFileName();
        json.addProperty("place", name == null ? "" : name.toString());
        submission.handedIn().ifPresent(when -> json.addProperty("handedIn", when.toString()));
        return json;
    }

    private static Submission submission(JsonObject json) {
        try {
            Map<String, String> platform = new TreeMap<>();
            json.getAsJsonObject("platform").entrySet()
                    .forEach(each -> platform.put(each.getKey(), each.getValue().getAsString()));
            return new Submission(json.get("id").getAsString(), json.get("name").getAsString(), platform,
                    Path.of(json.get("place").getAsString()),
                    Optional.ofNullable(json.get("handedIn")).map(when -> Instant.parse(when.getAsString())));
        } catch (NullPointerException | DateTimeException | IllegalStateException incomplete) {
            throw new JsonParseException("incomplete", incomplete);
        }
    }
}
