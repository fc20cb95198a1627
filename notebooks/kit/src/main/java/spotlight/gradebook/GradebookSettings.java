package spotlight.gradebook;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code gradebook.json}: the options a gradebook was written with, so that it can be written again without typing
 * them.
 */
public final class GradebookSettings {
    private static final String FILE = "gradebook.json";

    private GradebookSettings() {
    }

    /** The options of the last time; the standard ones if there was none. @throws GradebookException if unreadable */
    public static GradebookOptions read(Path out) {
        Path file = out.resolve(FILE);
        if (!Files.exists(file)) {
            return GradebookOptions.standard();
        }
        try {
            return options(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException | NullPointerException e) {
            throw new GradebookException(
                    FILE + " is not what the gradebook has written: delete it and give the options "
                            + "again");
        }
    }

    /** Keeps the options for the next time. */
    static void write(Path out, GradebookOptions options) {
        SafeFile.write(out.resolve(FILE), text(options).getBytes(StandardCharsets.UTF_8));
    }

    /** The options as the file has them: equal texts are equal settings. */
    static String text(GradebookOptions options) {
        JsonObject json = new JsonObject();
        json.addProperty("title", options.title());
        options.deadline().ifPresent(until -> json.addProperty("deadline", until.toString()));
        json.addProperty("graceMinutes", options.grace().toMinutes());
        json.addProperty("late", options.late().text());
        add(json, "extensions", options.extensions());
        add(json, "overrides", options.overrides());
        add(json, "points", options.points());
        json.addProperty("outOf", Decimal.plain(options.outOf()));
        json.addProperty("exam", options.exam());
        json.addProperty("anonymous", options.anonymous());
        return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
    }

    private static void add(JsonObject json, String name, Optional<Path> file) {
        file.ifPresent(path -> json.addProperty(name, path.toAbsolutePath().normalize().toString()));
    }

    private static GradebookOptions options(JsonObject json) {
        return new GradebookOptions(json.get("title").getAsString(),
                Optional.ofNullable(json.get("deadline")).map(until -> Deadline.moment(until.getAsString())),
                Duration.ofMinutes(json.get("graceMinutes").getAsLong()),
                LateRule.parse(json.get("late").getAsString()), file(json, "extensions"), file(json, "overrides"),
                file(json, "points"), new BigDecimal(json.get("outOf").getAsString()), json.get("exam").getAsBoolean(),
                json.get("anonymous").getAsBoolean(), false);
    }

    private static Optional<Path> file(JsonObject json, String name) {
        return Optional.ofNullable(json.get(name)).map(path -> Path.of(path.getAsString()));
    }
}
