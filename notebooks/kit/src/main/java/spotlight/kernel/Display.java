package spotlight.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.UUID;

/**
 * Rich output, with the names IJava gave it; every cell has these methods imported. A value is shown as what it is (an
 * image as PNG, text as text), as the MIME types asked for, or, when it is a {@link DisplayData}, exactly as given.
 */
public final class Display {
    private static final int MOST_CHARS = 2000;
    private static volatile JavaKernel kernel;

    private Display() {
    }

    static void use(JavaKernel running) {
        kernel = running;
    }

    /** The kernel of this JVM, null when none runs. */
    public static JavaKernel kernel() {
        return kernel;
    }

    /** The bundle of MIME types that {@link #display(Object)} would send. */
    public static DisplayData render(Object value) {
        if (value instanceof DisplayData data) {
            return data;
        }
        if (value == null || value.getClass().isArray()) {
            return new DisplayData(text(value));
        }
        return running().getRenderer().render(value);
    }

    /** As {@link #render(Object)}, in the MIME types {@code as}, such as {@code "text/html"}. */
    public static DisplayData render(Object value, String... as) {
        if (value instanceof DisplayData data) {
            return data;
        }
        return value == null ? new DisplayData("null") : running().getRenderer().renderAs(value, as);
    }

    /**
     * Shows a value below the cell.
     *
     * @return the id by which {@link #updateDisplay(String, Object)} can replace it
     */
    public static String display(Object value) {
        return send(render(value));
    }

    /** As {@link #display(Object)}, in the MIME types {@code as}. */
    public static String display(Object value, String... as) {
        return send(render(value, as));
    }

    /** Replaces what was displayed under {@code id}, wherever it stands in the notebook. */
    public static void updateDisplay(String id, Object value) {
        running().updateDisplay(id, render(value));
    }

    /** As {@link #updateDisplay(String, Object)}, in the MIME types {@code as}. */
    public static void updateDisplay(String id, Object value, String... as) {
        running().updateDisplay(id, render(value, as));
    }

    /** {@code System.out.printf}. */
    public static void printf(String format, Object... args) {
        System.out.printf(format, args);
    }

    /** Arrays as their elements: a hash code tells a learner nothing. */
    private static String text(Object value) {
        String text = Arrays.deepToString(new Object[] {value});
        text = text.substring(1, text.length() - 1);
        return text.length() <= MOST_CHARS
                ? text
                : text.substring(0, MOST_CHARS) + " … (" + Array.getLength(value) + " elements)";
    }

    private static String send(DisplayData data) {
        if (!data.hasDisplayId()) {
            data.setDisplayId(UUID.randomUUID().toString());
        }
        running().display(data);
        return data.getDisplayId();
    }

    private static JavaKernel running() {
        if (kernel == null) {
            throw new IllegalStateException("display: no notebook kernel runs in this JVM");
        }
        return kernel;
    }
}
