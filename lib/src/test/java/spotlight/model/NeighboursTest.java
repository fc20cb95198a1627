package spotlight.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import spotlight.Expect;
import spotlight.model.Neighbours.Neighbour;
import spotlight.tensor.Tensor;

class NeighboursTest {
    private final Neighbours neighbours = new Neighbours(
            Tensor.matrix(new float[][] {{2, 0}, {3, 4}, {-5, 0}, {0, 0}, {4, 3}}));

    private static List<Integer> ids(List<Neighbour> list) {
        return list.stream().map(Neighbour::id).toList();
    }

    @Test
    void directionCountsAndLengthDoesNot() {
        assertEquals(0.6, neighbours.cosine(0, 1), 1e-6);
        assertEquals(-1, neighbours.cosine(0, 2), 1e-6);
        assertEquals(0.96, neighbours.cosine(1, 4), 1e-6);
    }

    @Test
    void theClosestComeFirstWithoutTheOneAskedFor() {
        assertEquals(List.of(4, 1, 3, 2), ids(neighbours.of(0, 9)));
        assertEquals(List.of(4), ids(neighbours.of(1, 1)));
        assertEquals(0.8, neighbours.of(0, 1).get(0).cosine(), 1e-6);
    }

    @Test
    void anyVectorHasNeighbours() {
        assertEquals(List.of(1, 4), ids(neighbours.of(Tensor.vector(0, 7), 2)));
        assertEquals(0, neighbours.of(Tensor.vector(0, 0), 1).get(0).cosine());
    }

    @Test
    void zerosAreCloseToNothing() {
        assertEquals(0, neighbours.cosine(3, 1));
    }

    @Test
    void errorsNameTheId() {
        Expect.error("neighbours: id 5 is outside the vocabulary of 5", () -> neighbours.of(5, 1));
        Expect.error("neighbours: id -1 is outside the vocabulary of 5", () -> neighbours.cosine(0, -1));
        Expect.error("neighbours: vector [3] is no row of table [5,2]", () -> neighbours.of(Tensor.zeros(3), 1));
        Expect.error("neighbours: table [4] is not a matrix [V,D]", () -> new Neighbours(Tensor.zeros(4)));
    }
}
