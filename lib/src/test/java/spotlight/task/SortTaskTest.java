package spotlight.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SortTaskTest {

    @Test
    void lettersComeInTheOrderOfTheAlphabet() {
        assertEquals("opst", new SortTask().answer("spot>"));
        assertEquals("aabnn", new SortTask().answer("banna>"));
    }
}
