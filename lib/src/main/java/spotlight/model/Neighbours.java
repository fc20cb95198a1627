package spotlight.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import spotlight.tensor.Shapes;
import spotlight.tensor.Tensor;

/**
 * Which rows of an embedding point the same way: their cosine, {@code a b / (|a| |b|)}, 1 for the same direction, 0 for
 * a right angle. What a model uses alike ends up close together.
 */
public final class Neighbours {
    private final Tensor directions; // the rows, each of length 1 [V,D]

    /**
     * A neighbour.
     *
     * @param id     its row
     * @param cosine of the angle to the one asked for
     */
    public record Neighbour(int id, double cosine) {
    }

    /**
     * @param table one row per id [V,D]; a row of zeros is close to nothing
     * @throws IllegalArgumentException if the table is not a matrix
     */
    public Neighbours(Tensor table) {
        Shapes.require(table.rank() == 2,
                () -> "neighbours: table " + Shapes.format(table.shape()) + " is not a matrix [V,D]");
        Tensor lengths = table.square().sum(1).sqrt().map(length -> length == 0 ? 1 : length);
        directions = table.dividedBy(lengths.unsqueeze(1));
    }

    /** The cosine of two rows. */
    public double cosine(int a, int b) {
        return row(a).dot(row(b));
    }

    /** The n closest rows to this one, which is not among them, the closest first. */
    public List<Neighbour> of(int id, int n) {
        return closest(row(id), n + 1).stream().filter(neighbour -> neighbour.id != id).limit(n).toList();
    }

    /** The n closest rows to a vector [D], as {@code king - man + woman}. */
    public List<Neighbour> of(Tensor vector, int n) {
        Shapes.require(vector.rank() == 1 && vector.size(0) == directions.size(1), () -> "neighbours: vector "
                + Shapes.format(vector.shape()) + " is no row of table " + Shapes.format(directions.shape()));
        double length = Math.sqrt(vector.dot(vector));
        return closest(length == 0 ? vector : vector.times((float) (1 / length)), n);
    }

    private List<Neighbour> closest(Tensor direction, int n) {
        Tensor cosines = direction.unsqueeze(0).matmulNT(directions); // [1,D] x [V,D]T
        return IntStream.range(0, cosines.size()).mapToObj(id -> new Neighbour(id, cosines.data()[id]))
                .sorted(Comparator.comparingDouble(neighbour -> -neighbour.cosine)).limit(n).toList();
    }

    private Tensor row(int id) {
        Shapes.require(id >= 0 && id < directions.size(0),
                () -> "neighbours: id " + id + " is outside the vocabulary of " + directions.size(0));
        return directions.select(0, id);
    }
}
