package spotlight.lab;

import java.nio.file.Path;

/**
 * Where things are in a clone of the course.
 *
 * @param root the folder that holds {@code lab} and {@code pom.xml}
 */
public record Home(Path root) {

    /**
     * The clone this program belongs to, found as {@link spotlight.grader.Home} finds it.
     *
     * @throws Trouble if there is none
     */
    public static Home find() {
        return new Home(spotlight.grader.Home.find().orElseThrow(
                () -> new Trouble("this is not inside a clone of the course", "start ./lab in the folder you cloned")));
    }

    /** The chapters. */
    public Path notebooks() {
        return root.resolve("notebooks");
    }

    /** Everything the launcher makes for itself: deleting it is always safe. */
    public Path lab() {
        return root.resolve(".lab");
    }

    /** The private Python environment. */
    public Path venv() {
        return lab().resolve("venv");
    }

    /** Where reports, executed copies and screenshots go. */
    public Path target() {
        return root.resolve("target");
    }
}
