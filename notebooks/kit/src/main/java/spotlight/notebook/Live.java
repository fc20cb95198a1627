package spotlight.notebook;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import spotlight.chart.Chart;

/** An output that is replaced in place; made by {@link Show#live}. In a plain JVM each update is printed. */
public final class Live {
    private final String id = UUID.randomUUID().toString();
    private final Supplier<Optional<Frontend>> frontends;
    private boolean shown;

    /** @param frontends finds the running kernel, if there is one */
    Live(Supplier<Optional<Frontend>> frontends) {
        this.frontends = frontends;
    }

    /** Replaces what is shown by a chart. */
    public void update(Chart chart) {
        put(Show.bundle(chart));
    }

    /** Replaces what is shown by a line of text. */
    public void update(String text) {
        put(Bundle.of(text));
    }

    /** Replaces what is shown by HTML. @param plain what stands in where HTML cannot be shown */
    public void html(String html, String plain) {
        put(Bundle.of(plain).with("text/html", html));
    }

    private synchronized void put(Bundle bundle) {
        Optional<Frontend> frontend = frontends.get();
        if (frontend.isEmpty()) {
            System.out.println(bundle.plain());
        } else if (shown) {
            frontend.get().update(bundle, id);
        } else {
            frontend.get().display(bundle, id);
        }
        shown = true;
    }
}
