package spotlight.task;

import java.nio.file.Path;
import java.util.List;
import spotlight.file.ModelFileException;
import spotlight.file.TextFile;

/**
 * What to expect of a training, and what was seen: a task's {@link Result}, and under which conditions it came about.
 *
 * @param task    its name
 * @param title   its title
 * @param result  what it gave
 * @param seed    of all random choices
 * @param threads how many shared the work
 * @param quick   whether it was the small training of tests
 * @param seconds for everything: data, training, measuring
 * @param stages  what was trained, with its losses
 * @param date    the day, in UTC
 * @param machine what kind of computer it ran on
 */
public record Card(String task, String title, Result result, long seed, int threads, boolean quick, double seconds,
        List<Stage> stages, String date, String machine) {

    public Card {
        stages = List.copyOf(stages);
    }

    /**
     * One of the trained models.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public Model model(String name) {
        Model model = result.models().get(name);
        if (model == null) {
            throw new IllegalArgumentException(
                    task + ": no model \"" + name + "\", there are " + result.models().keySet());
        }
        return model;
    }

    /** A page in Markdown. */
    public String markdown() {
        return new CardPage(this).text();
    }

    /**
     * Writes the page {@code card.md}, its numbers {@code card.json} for {@link #read}, and each model as
     * {@code NAME.safetensors}; each whole or not at all, the numbers last.
     *
     * @throws ModelFileException if a file cannot be written
     */
    public void write(Path folder) {
        result.models().forEach((name, model) -> model.write(folder.resolve(name + Model.SUFFIX)));
        TextFile.write(folder.resolve("card.md"), markdown());
        TextFile.write(folder.resolve(CardJson.FILE), CardJson.write(this));
    }

    /**
     * Reads what {@link #write} wrote, models included.
     *
     * @throws ModelFileException if a file is missing or damaged
     */
    public static Card read(Path folder) {
        return CardJson.read(folder);
    }
}
