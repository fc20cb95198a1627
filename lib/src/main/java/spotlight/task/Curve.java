package spotlight.task;

/**
 * Points for a chart, for instance accuracy against distance.
 *
 * @param name what the line shows, as in a legend
 * @param x    where the points are
 * @param y    as many values
 */
public record Curve(String name, double[] x, double[] y) {

    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "curve: " + name + " has " + x.length + " x and " + y.length + " y, their numbers differ");
        }
    }
}
