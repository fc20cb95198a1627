package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterCostsTest {
    @Test
    void meansOverAllCharactersAndByPlace() {
        double[] ten = new double[10];
        double[] twelve = new double[12];
        Arrays.fill(ten, 1);
        Arrays.fill(twelve, 2);
        CharacterCosts costs = new CharacterCosts("gpt", List.of(ten, twelve));
        assertEquals((10 + 24) / 22.0, costs.mean(), 1e-15);
        assertEquals("gpt, nats by place", costs.curve().name());
        assertArrayEquals(new double[] {4.5, 14.5}, costs.curve().x());
        assertArrayEquals(new double[] {1.5, 2}, costs.curve().y());
    }
}
