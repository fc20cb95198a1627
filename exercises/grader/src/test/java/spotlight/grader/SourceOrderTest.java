package spotlight.grader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class SourceOrderTest {
    @Test
    void methodsComeInTheOrderOfTheSource() {
        String source = "class XTest { @Test void second() {} @Test void first(int row) {} }";
        assertEquals(List.of("second", "first"), SourceOrder.sortBy(source, List.of("first", "second")));
    }

    @Test
    void withoutASourceTheyComeByName() {
        assertEquals(List.of("a", "b"), SourceOrder.sort("spotlight.ch99.NoSuchTest", List.of("b", "a")));
    }
}
